type ChartTableProps = {
  title: string
  /** Over the first column: what the rows are. */
  head: string
  columns: readonly string[]
  rows: readonly {
    readonly id: string
    readonly name: string
    readonly values: readonly (string | number)[]
  }[]
}

/** A chart as whoever cannot see it has it: the same figures, row by row. */
export function ChartTable({ title, head, columns, rows }: ChartTableProps) {
  return (
    <table className="ec-unseen">
      <caption>{title}</caption>
      <thead>
        <tr>
          {[head, ...columns].map((word) => (
            <th key={word} scope="col">
              {word}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, name, values }) => (
          <tr key={id}>
            <th scope="row">{name}</th>
            {values.map((value, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a cell is what stands in its column
              <td key={at}>{value}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
