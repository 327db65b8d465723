import { useState } from 'react'
import type { Period } from '../../../shared/domain/statistics.ts'
import type { Day } from '../../../shared/lib/time.ts'
import { DayField } from '../../ui/day-field.tsx'
import { useWords } from '../../ui/i18n.ts'
import { FilterChips } from '../filter-chips.tsx'
import { periodOf, shortcuts } from './use-period.ts'

type PeriodFieldsProps = {
  period: Period
  today: Day
  covered: Period | null
  set: (from: Day | null, to: Day | null) => boolean
}

/** Which days are looked at: typed, or with one tap. */
export function PeriodFields({ period, today, covered, set }: PeriodFieldsProps) {
  const { t } = useWords()
  const [from, setFrom] = useState<Day | null>(period.from)
  const [to, setTo] = useState<Day | null>(period.to)
  const [isWrong, setWrong] = useState(false)
  const change = (first: Day | null, last: Day | null) => {
    setFrom(first)
    setTo(last)
    setWrong(!set(first, last))
  }
  const error = isWrong ? t('statistics.wrongPeriod') : undefined
  const choices = [
    ...shortcuts.map((name) => ({ name, of: periodOf(name, today) })),
    ...(covered ? [{ name: 'all' as const, of: covered }] : []),
  ]
  return (
    <div className="ec-statistics-period ec-no-print">
      <DayField label={t('statistics.from')} value={from} onChange={(day) => change(day, to)} error={error} />
      <DayField label={t('statistics.to')} value={to} onChange={(day) => change(from, day)} />
      <FilterChips
        label={t('statistics.choice.label')}
        chosen={choices.find(({ of }) => of.from === period.from && of.to === period.to)?.name ?? 'own'}
        onChoose={(name) => {
          const of = choices.find((one) => one.name === name)?.of
          if (of) change(of.from, of.to)
        }}
        chips={choices.map(({ name }) => ({ id: name, word: t(`statistics.choice.${name}`) }))}
      />
    </div>
  )
}
