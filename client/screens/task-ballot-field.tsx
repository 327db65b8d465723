import { Select } from '@mantine/core'
import type { BallotId } from '../../shared/domain/id.ts'
import { foldedFilter } from '../ui/folded-filter.ts'
import { useWords } from '../ui/i18n.ts'
import { useApp } from './app-context.tsx'

type TaskBallotFieldProps = {
  ballot: BallotId | null
  /** A link that was made stays: it is in the ledger. */
  isFixed: boolean
  onChange: (ballot: BallotId | null) => void
}

/** The ballot that a task comes from: with it the two are found from one another, by who may read both (D2). */
export function TaskBallotField({ ballot, isFixed, onChange }: TaskBallotFieldProps) {
  const app = useApp()
  const { t } = useWords()
  const known = app.office
    .list()
    .flatMap(({ ballot: { id, number, phase }, content }) =>
      number === null || !content || phase.state === 'recalled'
        ? []
        : [{ id, value: id, label: `${t('answer.ballot', { number })} · ${content.title}` }],
    )
  if (known.length === 0 && ballot === null) return null
  const isHere = ballot === null || known.some(({ id }) => id === ballot)
  return (
    <Select
      label={t('tasks.form.ballot')}
      description={t(isFixed ? 'tasks.form.ballotFixed' : 'tasks.form.ballotHint')}
      clearable={!isFixed}
      disabled={isFixed}
      searchable
      filter={foldedFilter}
      data={[
        ...(isHere ? [] : [{ value: ballot, label: t('trail.source.notHere') }]),
        ...known.map(({ value, label }) => ({ value, label })),
      ]}
      value={ballot}
      onChange={(next) => onChange(known.find(({ id }) => id === next)?.id ?? null)}
    />
  )
}
