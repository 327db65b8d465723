import './chart.css'
import { ChartTable } from './chart-table.tsx'

/** How a line is drawn; dashes and marks tell lines apart where colours do not. */
type LineLook = 'done' | 'planned' | 'over' | 'given'

type LineChartProps = {
  title: string
  /** What the points are: "Tháng". */
  head: string
  points: readonly {
    readonly id: string
    readonly name: string
    /** Where it stands between the first and the last, from 0 to 1. */
    readonly at: number
  }[]
  lines: readonly {
    readonly id: string
    readonly word: string
    readonly look: LineLook
    /** Null: nothing is known there yet. */
    readonly values: readonly (number | null)[]
  }[]
  /** A count stays until it changes, instead of going there. */
  stepped?: boolean
}

const [width, height] = [640, 300]
const box = { left: 58, right: 20, top: 14, bottom: 36 } as const
const looks: Readonly<Record<LineLook, { stroke: string; dash?: string; width: number }>> = {
  done: { stroke: 'var(--ec-chart-done)', width: 3 },
  over: { stroke: 'var(--ec-chart-over)', dash: '3 5', width: 4 },
  planned: { stroke: 'var(--ec-quiet)', dash: '12 6', width: 2.5 },
  given: { stroke: 'var(--ec-text)', dash: '14 5 3 5', width: 2 },
}

export function LineChart({ title, head, points, lines, stepped = false }: LineChartProps) {
  const top = roundUp(Math.max(1, ...lines.flatMap(({ values }) => values.map((value) => value ?? 0))))
  const x = (at: number) => box.left + at * (width - box.left - box.right)
  const y = (value: number) => height - box.bottom - (value / top) * (height - box.top - box.bottom)
  const path = (values: readonly (number | null)[]) => {
    let drawn = ''
    for (const [at, value] of values.entries()) {
      const point = points[at]
      if (value === null || !point) continue
      const to = `${x(point.at).toFixed(1)} ${y(value).toFixed(1)}`
      drawn +=
        drawn === '' ? `M${to}` : stepped ? `H${x(point.at).toFixed(1)}V${y(value).toFixed(1)}` : `L${to}`
    }
    return drawn
  }
  // A line of one point has no length to be seen by.
  const alone = points.length === 1 ? points[0] : undefined
  return (
    <figure className="ec-chart">
      <figcaption>{title}</figcaption>
      <ChartTable
        title={title}
        head={head}
        columns={lines.map(({ word }) => word)}
        rows={points.map(({ id, name }, at) => ({
          ...{ id, name },
          values: lines.map(({ values }) => values[at] ?? ''),
        }))}
      />
      <div aria-hidden="true">
        <ul className="ec-chart-legend">
          {lines.map(({ id, word, look }) => (
            <li key={id}>
              <svg width="36" height="10" aria-hidden="true" focusable="false">
                <path d="M0 5H36" {...strokeOf(look)} />
              </svg>
              {word}
            </li>
          ))}
        </ul>
        <svg
          className="ec-chart-lines"
          viewBox={`0 0 ${width} ${height}`}
          aria-hidden="true"
          focusable="false"
        >
          {[0, 0.5, 1].map((part) => (
            <g key={part}>
              <path
                className={part === 0 ? 'ec-chart-axis' : 'ec-chart-grid'}
                d={`M${box.left} ${y(part * top)}H${width - box.right}`}
              />
              <text x={box.left - 8} y={y(part * top)} textAnchor="end" dominantBaseline="central">
                {part * top}
              </text>
            </g>
          ))}
          {named(points).map(({ id, name, at }, place, all) => (
            <text
              key={id}
              x={x(at)}
              y={height - 10}
              textAnchor={
                all.length === 1
                  ? 'middle'
                  : place === 0
                    ? 'start'
                    : place === all.length - 1
                      ? 'end'
                      : 'middle'
              }
            >
              {name}
            </text>
          ))}
          {lines.map(({ id, look, values }) => (
            <g key={id}>
              <path d={path(values)} fill="none" {...strokeOf(look)} />
              {alone && <circle cx={x(alone.at)} cy={y(values[0] ?? 0)} r="6" fill={looks[look].stroke} />}
            </g>
          ))}
        </svg>
      </div>
    </figure>
  )
}

const strokeOf = (look: LineLook) => {
  const { stroke, dash, width: strokeWidth } = looks[look]
  return { stroke, strokeWidth, ...(dash !== undefined && { strokeDasharray: dash }) }
}

/** So many names find room below the axis: the first, the last, and one between. */
function named<P extends { readonly at: number }>(points: readonly P[]): P[] {
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last || first === last) return first ? [first] : []
  const middle = points.find(({ at }) => at >= 0.4 && at <= 0.6)
  return middle ? [first, middle, last] : [first, last]
}

/** An even number that half of is even to read too. */
function roundUp(value: number): number {
  const size = 10 ** Math.floor(Math.log10(value))
  return Math.max(2, [2, 4, 6, 8, 10].map((part) => part * size).find((step) => step >= value) ?? value)
}
