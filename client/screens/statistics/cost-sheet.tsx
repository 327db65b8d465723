import { NumberInput } from '@mantine/core'
import { useState } from 'react'
import { UnitCosts } from '../../../shared/domain/unit-costs.ts'
import type { Day } from '../../../shared/lib/time.ts'
import { DayField } from '../../ui/day-field.tsx'
import { useWords } from '../../ui/i18n.ts'
import { useApp } from '../app-context.tsx'
import { AuthoritySheet } from '../authority-sheet.tsx'

export const costFields = ['ballotPages', 'documentPages', 'copiesPerMember', 'pagePrice', 'courier'] as const

type CostSheetProps = { costs: UnitCosts; onDone: () => void; onClose: () => void }

/** The head of office sets what paper would have cost, from a day on. */
export function CostSheet({ costs, onDone, onClose }: CostSheetProps) {
  const app = useApp()
  const { t } = useWords()
  const [from, setFrom] = useState<Day | null>(app.today())
  const [values, setValues] = useState<Record<(typeof costFields)[number], number | string>>({ ...costs })
  const parsed = UnitCosts.safeParse(values)
  return (
    <AuthoritySheet
      title={t('statistics.editTitle')}
      confirm={t('statistics.sign')}
      done={t('statistics.stored')}
      disabled={!parsed.success || from === null}
      perform={() => app.statistics.setUnitCosts(from ?? app.today(), parsed.data ?? costs)}
      onDone={onDone}
      onClose={onClose}
    >
      <p>{t('statistics.editText')}</p>
      <DayField label={t('statistics.since')} required value={from} onChange={setFrom} />
      {costFields.map((field) => (
        <NumberInput
          key={field}
          label={t(`statistics.cost.${field}`)}
          min={0}
          max={100_000_000}
          allowDecimal={false}
          thousandSeparator=" "
          value={values[field]}
          onChange={(value) => setValues((was) => ({ ...was, [field]: value }))}
        />
      ))}
    </AuthoritySheet>
  )
}
