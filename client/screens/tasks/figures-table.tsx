import type { TaskFigures } from '../../../shared/domain/task-status.ts'
import { percentText } from '../../../shared/lib/figure-text.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useWords } from '../../ui/i18n.ts'

export type FiguresRow = {
  id: string
  name: string
  /** Of a ranking; null: it has none. */
  place?: number | null
  figures: TaskFigures
}

const counts = ['total', 'onTime', 'late', 'inTime', 'overdue'] as const
const rates = ['doneRate', 'doneOfAll'] as const

/** Tasks counted by what they have in common, with both rates: over what has fallen due, and over all (T2). */
export function FiguresTable(props: {
  label: string
  head: string
  rows: readonly FiguresRow[]
  openId?: string | null
  onOpen: (id: string) => void
}) {
  const { label, head, rows, openId = null, onOpen } = props
  const { t, language } = useWords()
  const columns: Column<FiguresRow>[] = [
    { id: 'name', head, cell: ({ name }) => name },
    ...(rows.some(({ place }) => place !== undefined)
      ? [
          {
            id: 'place',
            head: t('taskViews.place'),
            align: 'end' as const,
            sortBy: ({ place }: FiguresRow) => place ?? Number.MAX_SAFE_INTEGER,
            cell: ({ place }: FiguresRow) => place ?? '–',
          },
        ]
      : []),
    ...counts.map((id) => ({
      id,
      head: t(`taskViews.${id}`),
      align: 'end' as const,
      sortBy: ({ figures }: FiguresRow) => figures[id],
      cell: ({ figures }: FiguresRow) => figures[id],
    })),
    ...rates.map((id) => ({
      id,
      head: t(`taskViews.${id}`),
      align: 'end' as const,
      sortBy: ({ figures }: FiguresRow) => figures[id] ?? -1,
      cell: ({ figures }: FiguresRow) => (figures[id] === null ? '–' : percentText(figures[id], language)),
    })),
  ]
  return (
    <div className="ec-task-figures">
      <DataTable
        label={label}
        columns={columns}
        rows={rows}
        rowId={({ id }) => id}
        openId={openId}
        onOpen={({ id }) => onOpen(id)}
        empty={<EmptyState sign="mission" title={t('taskViews.none')} text={t('taskViews.noneText')} />}
      />
    </div>
  )
}
