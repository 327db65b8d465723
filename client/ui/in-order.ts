/** What rows are ordered by; text is ordered as Vietnamese dictionaries do. */
export type SortKey<Row> = (row: Row) => string | number

const collator = new Intl.Collator('vi', { numeric: true })

/** A new list in order; rows that are equal keep their places. */
export function inOrder<Row>(rows: readonly Row[], by: SortKey<Row>, descending: boolean): Row[] {
  const way = descending ? -1 : 1
  return rows.toSorted((a, b) => {
    const [left, right] = [by(a), by(b)]
    if (typeof left === 'number' && typeof right === 'number') return way * (left - right)
    return way * collator.compare(String(left), String(right))
  })
}
