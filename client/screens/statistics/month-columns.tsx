/** Stands behind a table that says the same, so it is drawn for the eye alone. */
type Part = { tone: 'ink' | 'done' | 'urgent' | 'waiting' | 'quiet'; word: string; value: number }
type Column = { name: string; parts: readonly Part[] }

const height = 150
const step = 56
const wide = 36

/** Columns of stacked parts with their sums above, on paper too: tones differ in darkness, not in colour alone. */
export function MonthColumns(props: {
  label: string
  columns: readonly Column[]
  format: (value: number) => string
}) {
  const { label, columns, format } = props
  const sums = columns.map(({ parts }) => parts.reduce((sum, { value }) => sum + value, 0))
  const most = Math.max(1, ...sums)
  const width = Math.max(4, columns.length) * step
  return (
    <figure className="ec-month-columns">
      <figcaption>
        {label}
        <span className="ec-month-legend">
          {columns[0]?.parts.map(({ tone, word }) => (
            <span key={word}>
              <i data-tone={tone} />
              {word}
            </span>
          ))}
        </span>
      </figcaption>
      <div className="ec-statistics-scroll">
        <svg
          viewBox={`0 0 ${width} ${height + 44}`}
          width={width}
          data-many={columns.length > 12 || undefined}
          aria-hidden="true"
        >
          {columns.map(({ name, parts }, i) => {
            const left = i * step + (step - wide) / 2
            let top = height + 20
            return (
              <g key={name}>
                {parts.map(({ tone, word, value }) => {
                  const size = (value / most) * height
                  top -= size
                  return <rect key={word} data-tone={tone} x={left} y={top} width={wide} height={size} />
                })}
                <text x={left + wide / 2} y={top - 5}>
                  {format(sums[i] ?? 0)}
                </text>
                <text x={left + wide / 2} y={height + 38}>
                  {name}
                </text>
              </g>
            )
          })}
          <line x1="0" x2={width} y1={height + 20} y2={height + 20} />
        </svg>
      </div>
    </figure>
  )
}
