import './chart.css'
import { useId } from 'react'
import { ChartTable } from './chart-table.tsx'

/** How a part is drawn: patterns, not colours alone, tell them apart on paper and for the colour-blind. */
type StackLook = 'done' | 'late' | 'open' | 'over'

type StackChartProps = {
  title: string
  /** What the bars are of. */
  head: string
  parts: readonly { readonly id: string; readonly word: string; readonly look: StackLook }[]
  rows: readonly { readonly id: string; readonly name: string; readonly counts: readonly number[] }[]
  /** How a sum is written; as it is unless told. */
  format?: (sum: number) => string
}

/** One bar a row, as long as its sum is beside the longest, split by count. */
export function StackChart({ title, head, parts, rows, format = String }: StackChartProps) {
  const id = useId()
  const sums = rows.map(({ counts }) => counts.reduce((sum, count) => sum + count, 0))
  const longest = Math.max(1, ...sums)
  const fill = (look: StackLook) => (look === 'done' ? 'var(--ec-chart-done)' : `url(#${id}-${look})`)
  return (
    <figure className="ec-chart">
      <figcaption>{title}</figcaption>
      <ChartTable
        title={title}
        head={head}
        columns={parts.map(({ word }) => word)}
        rows={rows.map(({ counts, ...row }) => ({ ...row, values: counts }))}
      />
      <div aria-hidden="true">
        <svg width="0" height="0" className="ec-unseen" aria-hidden="true" focusable="false">
          <Patterns id={id} />
        </svg>
        <ul className="ec-chart-legend">
          {parts.map((part) => (
            <li key={part.id}>
              <svg width="28" height="18" aria-hidden="true" focusable="false">
                <rect
                  className="ec-chart-part"
                  x="0.5"
                  y="0.5"
                  width="27"
                  height="17"
                  rx="3"
                  fill={fill(part.look)}
                />
              </svg>
              {part.word}
            </li>
          ))}
        </ul>
        <div className="ec-chart-rows">
          {rows.map((row, at) => (
            <div key={row.id} className="ec-chart-row">
              <span>{row.name}</span>
              <strong>{format(sums[at] ?? 0)}</strong>
              <svg width="100%" height="20" aria-hidden="true" focusable="false">
                {row.counts.map((count, part) => {
                  const look = parts[part]
                  const before = row.counts.slice(0, part).reduce((sum, one) => sum + one, 0)
                  if (!look || count === 0) return null
                  return (
                    <rect
                      key={look.id}
                      className="ec-chart-part"
                      x={`${(before / longest) * 100}%`}
                      width={`${(count / longest) * 100}%`}
                      y="0.5"
                      height="19"
                      fill={fill(look.look)}
                    />
                  )
                })}
              </svg>
            </div>
          ))}
        </div>
      </div>
    </figure>
  )
}

function Patterns({ id }: { id: string }) {
  const common = { patternUnits: 'userSpaceOnUse', width: 8, height: 8 } as const
  return (
    <defs>
      <pattern id={`${id}-late`} {...common} patternTransform="rotate(45)">
        <rect width="8" height="8" fill="var(--ec-chart-late-ground)" />
        <rect width="3" height="8" fill="var(--ec-chart-done)" />
      </pattern>
      <pattern id={`${id}-open`} {...common}>
        <rect width="8" height="8" fill="var(--ec-surface)" />
        <circle cx="4" cy="4" r="1.2" fill="var(--ec-edge)" />
      </pattern>
      <pattern id={`${id}-over`} {...common}>
        <rect width="8" height="8" fill="var(--ec-chart-over-ground)" />
        <path d="M0 0 8 8M8 0 0 8" stroke="var(--ec-chart-over)" strokeWidth="1.8" />
      </pattern>
    </defs>
  )
}
