import { Button } from '@mantine/core'
import { useState } from 'react'
import { permit } from '../../../shared/domain/access.ts'
import type { Figures } from '../../../shared/domain/statistics.ts'
import type { UnitCosts } from '../../../shared/domain/unit-costs.ts'
import { formatDay } from '../../../shared/lib/time.ts'
import type { StatisticsReply } from '../../../shared/protocol/statistics.ts'
import { dateAndHour } from '../../ui/date-text.tsx'
import { useWords } from '../../ui/i18n.ts'
import { Icon } from '../../ui/icon.tsx'
import { useApp } from '../app-context.tsx'
import { useServerReach } from '../server-reach.tsx'
import { useDirectory } from '../use-directory.ts'
import { CostSheet, costFields } from './cost-sheet.tsx'
import { figureWords } from './statistics-words.ts'

type CostPartProps = { saved: Figures['saved']; costs: StatisticsReply['costs']; onChanged: () => void }

/** The formula, what goes into it, and who set that when. */
export function CostPart({ saved, costs: { inForce, set }, onChanged }: CostPartProps) {
  const app = useApp()
  const { t, language } = useWords()
  const { count } = figureWords(t, language)
  const { nameOf } = useDirectory()
  const canReach = useServerReach()
  const [isOpen, setOpen] = useState(false)
  const title = t('statistics.section.costs')
  const listed = (values: UnitCosts) =>
    costFields.map((field) => (
      <div key={field}>
        <dt>{t(`statistics.cost.${field}`)}</dt>
        <dd className="ec-figures">{count(values[field])}</dd>
      </div>
    ))
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <p>{t('statistics.formula')}</p>
      <p className="ec-figures">
        {t('statistics.breakdown', {
          ballots: count(saved.ballots),
          documents: count(saved.documents),
          courier: count(saved.courier),
          total: count(saved.total),
        })}
      </p>
      {set.length === 0 && <p className="ec-statistics-assumed">{t('statistics.assumed')}</p>}
      <dl className="ec-statistics-costs">{listed(inForce)}</dl>
      {permit(app.me().subject, { action: 'set-unit-costs' }).allow && (
        <Button
          className="ec-no-print"
          variant="default"
          leftSection={<Icon name="edit" size={20} />}
          disabled={!canReach}
          onClick={() => setOpen(true)}
        >
          {t('statistics.edit')}
        </Button>
      )}
      {set.length > 0 && (
        <>
          <h3>{t('statistics.history')}</h3>
          <ol>
            {set.map(({ from, costs, told }) => (
              <li key={`${from}/${told?.at ?? ''}`}>
                <strong>
                  {t('statistics.since')} {formatDay(from)}
                </strong>
                {told && (
                  <span className="ec-quiet">
                    {' '}
                    {t('statistics.setBy', { name: nameOf(told.by), when: dateAndHour(told.at) })}
                  </span>
                )}
                <dl className="ec-statistics-costs">{listed(costs)}</dl>
              </li>
            ))}
          </ol>
        </>
      )}
      {isOpen && <CostSheet costs={inForce} onDone={onChanged} onClose={() => setOpen(false)} />}
    </section>
  )
}
