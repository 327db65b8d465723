import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import {
  groupByAssigner,
  groupByDue,
  groupBySource,
  rankAgencies,
} from '../../../shared/domain/task-groups.ts'
import type { ListedTask } from '../../../shared/domain/task-line.ts'
import type { TaskFilter } from '../../../shared/domain/task-select.ts'
import { formatDay } from '../../../shared/lib/time.ts'
import type { TaskViewName } from '../../../shared/protocol/task-query.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useWords } from '../../ui/i18n.ts'
import { useDirectory } from '../use-directory.ts'
import { type FiguresRow, FiguresTable } from './figures-table.tsx'
import { sourceWords } from './source-words.ts'
import { BurnDownChart, StatusChart, TrendChart } from './task-charts.tsx'
import type { SetTaskFilter } from './use-task-filter.ts'

type GroupView = Exclude<TaskViewName, 'list'>

/** What a list comes to by what its tasks have in common: a table, its chart beside it, and from each row the way to its tasks. */
export function TaskGroups(props: {
  view: GroupView
  /** By everything that is chosen but the paper. */
  listed: readonly ListedTask[]
  filter: TaskFilter
  set: SetTaskFilter
}) {
  const { view, listed, filter, set } = props
  const { basis } = filter
  const { t } = useWords()
  const { agencyOf, nameOf } = useDirectory()
  const head = t(`taskViews.head.${view}`)
  const toList = (change: Parameters<SetTaskFilter>[0]) => set({ view: null, ...change })

  const table = (rows: readonly FiguresRow[], onOpen: (id: string) => void, openId: string | null = null) => (
    <FiguresTable
      label={t(`taskViews.view.${view}`)}
      head={head}
      rows={rows}
      openId={openId}
      onOpen={onOpen}
    />
  )
  const beside = (left: ReactNode, right: ReactNode) => (
    <div className="ec-task-groups">
      {left}
      <div className="ec-task-chart">{right}</div>
    </div>
  )

  if (view === 'agency') {
    const rows = rankAgencies(listed, basis).map(({ agency, ...row }) => ({
      id: agency,
      name: agencyOf(agency),
      ...row,
    }))
    return beside(
      table(rows, (agency) => toList({ agency })),
      rows.length > 0 && <StatusChart title={t('taskViews.chart.byAgency')} head={head} rows={rows} />,
    )
  }
  if (view === 'assigner') {
    const rows = groupByAssigner(listed, basis).map(({ assigner, figures }) => ({
      id: assigner,
      name: nameOf(assigner),
      figures,
    }))
    return beside(
      table(rows, (assigner) => toList({ assigner })),
      rows.length > 0 && <StatusChart title={t('taskViews.chart.byAssigner')} head={head} rows={rows} />,
    )
  }
  if (view === 'source') {
    const rows = groupBySource(listed, basis).map(({ paper, source, figures }) => ({
      id: paper,
      name: sourceWords(t, source),
      figures,
    }))
    const chosen = rows.find(({ id }) => id === filter.paper)
    return beside(
      table(rows, (paper) => set({ paper }), chosen?.id ?? null),
      chosen ? (
        <>
          <BurnDownChart
            listed={listed.filter(({ line }) => line.paper === chosen.id)}
            basis={basis}
            paper={chosen.name}
          />
          <Button className="ec-no-print" variant="default" onClick={() => toList({ paper: chosen.id })}>
            {t('taskViews.openTasks', { count: chosen.figures.total })}
          </Button>
        </>
      ) : (
        rows.length > 0 && <EmptyState sign="document" title={t('taskViews.choosePaper')} />
      ),
    )
  }
  const spans = groupByDue(listed, view, basis)
  const rows = spans.map(({ from, to, figures }) => ({
    id: from,
    name:
      view === 'month'
        ? t('taskViews.monthOf', { month: from.slice(5, 7), year: from.slice(0, 4) })
        : t('taskViews.span', { from: formatDay(from), to: formatDay(to) }),
    figures,
  }))
  return beside(
    table(rows, (id) => {
      const span = spans.find(({ from }) => from === id)
      if (span) toList({ from: span.from, to: span.to })
    }),
    rows.length > 0 && <TrendChart listed={listed} basis={basis} />,
  )
}
