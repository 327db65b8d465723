import type { ListedTask } from '../../../shared/domain/task-line.ts'
import { burnDown, trendByMonth } from '../../../shared/domain/task-trends.ts'
import { dayMs, formatDay, startOfDay } from '../../../shared/lib/time.ts'
import { useWords } from '../../ui/i18n.ts'
import { LineChart } from '../../ui/line-chart.tsx'
import { StackChart } from '../../ui/stack-chart.tsx'
import { useApp } from '../app-context.tsx'
import type { FiguresRow } from './figures-table.tsx'

/** The figures of a table as bars: those with most tasks first, so that the longest stand together. */
export function StatusChart({
  title,
  head,
  rows,
}: {
  title: string
  head: string
  rows: readonly FiguresRow[]
}) {
  const { t } = useWords()
  return (
    <StackChart
      title={title}
      head={head}
      parts={[
        { id: 'onTime', word: t('taskViews.onTime'), look: 'done' },
        { id: 'late', word: t('taskViews.late'), look: 'late' },
        { id: 'inTime', word: t('taskViews.inTime'), look: 'open' },
        { id: 'overdue', word: t('taskViews.overdue'), look: 'over' },
      ]}
      rows={rows
        .toSorted((a, b) => b.figures.total - a.figures.total)
        .map(({ id, name, figures: { onTime, late, inTime, overdue } }) => ({
          ...{ id, name },
          counts: [onTime, late, inTime, overdue],
        }))}
    />
  )
}

type Basis = { basis: 'current' | 'original' }

/** What was assigned and done in each month, and what was overdue at its end. */
export function TrendChart({ listed, basis }: Basis & { listed: readonly ListedTask[] }) {
  const app = useApp()
  const { t } = useWords()
  const months = trendByMonth(listed, { today: app.today(), basis })
  return (
    <LineChart
      title={t('taskViews.chart.trend')}
      head={t('taskViews.chart.month')}
      points={months.map(({ month }, at) => ({
        id: month,
        name: t('taskViews.month', { month: month.slice(5, 7), year: month.slice(0, 4) }),
        at: months.length < 2 ? 0.5 : at / (months.length - 1),
      }))}
      lines={[
        {
          id: 'given',
          word: t('taskViews.chart.given'),
          look: 'given',
          values: months.map((m) => m.assigned),
        },
        { id: 'done', word: t('taskViews.chart.done'), look: 'done', values: months.map((m) => m.done) },
        {
          id: 'overdue',
          word: t('taskViews.chart.overdue'),
          look: 'over',
          values: months.map((m) => m.overdue),
        },
      ]}
    />
  )
}

/** What is left of a paper's tasks, day by day, beside what should be. */
export function BurnDownChart({
  listed,
  basis,
  paper,
}: Basis & { listed: readonly ListedTask[]; paper: string }) {
  const app = useApp()
  const { t } = useWords()
  const points = burnDown(listed, { today: app.today(), basis })
  const [first, last] = [points[0], points.at(-1)]
  const days = first && last ? (startOfDay(last.day) - startOfDay(first.day)) / dayMs : 0
  return (
    <LineChart
      stepped
      title={t('taskViews.chart.burnDown', { paper })}
      head={t('taskViews.chart.day')}
      points={points.map(({ day }) => ({
        id: day,
        name: formatDay(day),
        at: first && days > 0 ? (startOfDay(day) - startOfDay(first.day)) / dayMs / days : 0.5,
      }))}
      lines={[
        {
          id: 'planned',
          word: t('taskViews.chart.planned'),
          look: 'planned',
          values: points.map((p) => p.planned),
        },
        { id: 'left', word: t('taskViews.chart.left'), look: 'done', values: points.map((p) => p.left) },
      ]}
    />
  )
}
