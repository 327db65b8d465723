import type { Line } from './break-lines.ts'
import { paragraphGap, sizes } from './official-layout.ts'
import { bold, type Cell, type PaperTable } from './official-paper.ts'
import { leadingOf, type PageFlow, type TextBox } from './page-flow.ts'

const padding = { x: 4, y: 3 } as const
const leading = leadingOf(sizes.table)
/** Of a row that is cut by the page's end, on either side of it. */
const linesKept = 2
/** A row of so many goes to the next page rather than being cut. */
const linesWhole = 8

type Column = { readonly from: number; readonly to: number; readonly box: TextBox }
type SetRow = readonly (readonly Line[])[]

function columnsOf(
  { area: { left, measure } }: PageFlow,
  { columns }: Pick<PaperTable, 'columns'>,
): Column[] {
  let from = left
  return columns.map(({ share, align }) => {
    const begin = from
    from += share * measure
    const box: TextBox = {
      x: begin + padding.x,
      width: share * measure - 2 * padding.x,
      size: sizes.table,
      indent: 0,
      align,
    }
    return { from: begin, to: from, box }
  })
}

const rowOf = (flow: PageFlow, columns: readonly Column[], row: readonly Cell[]): SetRow =>
  columns.map(({ box }, at) => flow.linesOf(row[at] ?? [], box))
const headOf = (flow: PageFlow, table: Pick<PaperTable, 'columns'>, columns: readonly Column[]): SetRow =>
  rowOf(
    flow,
    columns,
    table.columns.map(({ head }) => [bold(head)]),
  )

const linesIn = (row: SetRow): number => Math.max(1, ...row.map((lines) => lines.length))
const heightOf = (lines: number): number => lines * leading + 2 * padding.y

/** The head and the beginning of the first row. */
export function tableStartHeight(flow: PageFlow, table: PaperTable): number {
  const columns = columnsOf(flow, table)
  const first = linesIn(rowOf(flow, columns, table.rows[0] ?? []))
  return paragraphGap + heightOf(linesIn(headOf(flow, table, columns))) + heightOf(leastOf(first, first))
}

/** Its head stands on every page again; a row that is too long for what is left of a page goes on over its end. */
export function layOutTable(flow: PageFlow, table: PaperTable): void {
  if (tableStartHeight(flow, table) > flow.room()) flow.newPage()
  const { row, end } = beginTable(flow, table)
  for (const cells of table.rows) row(cells)
  end()
}

/** A table whose rows come later, one by one. */
export function beginTable(flow: PageFlow, table: Pick<PaperTable, 'columns'>) {
  const columns = columnsOf(flow, table)
  const head = headOf(flow, table, columns)
  const headColumns = columns.map(
    (column): Column => ({ ...column, box: { ...column.box, align: 'centre' } }),
  )
  flow.skip(paragraphGap)
  putRow(flow, headColumns, head)
  return {
    row: (cells: readonly Cell[]): void => {
      const set = rowOf(flow, columns, cells)
      const total = linesIn(set)
      for (let done = 0; done < total; ) {
        const rest = total - done
        const fits = Math.floor((flow.room() - 2 * padding.y + 0.01) / leading)
        const taken = fits >= rest ? rest : Math.min(fits, rest - linesKept)
        if (taken < leastOf(total, rest)) {
          flow.newPage()
          putRow(flow, headColumns, head)
          continue
        }
        const part = set.map((lines) => lines.slice(done, done + taken))
        putRow(flow, columns, part)
        done += taken
      }
    },
    end: () => flow.advance(4),
  }
}

/** How many lines must find room, else the page ends before them. */
const leastOf = (total: number, rest: number): number =>
  total <= linesWhole ? total : Math.min(linesKept, rest)

function putRow(flow: PageFlow, columns: readonly Column[], row: SetRow): void {
  const y = flow.y()
  const height = heightOf(linesIn(row))
  for (const [at, { box }] of columns.entries()) flow.place(row[at] ?? [], box, y + padding.y)
  const { left } = flow.area
  const edges = [...columns.map(({ from }) => from), columns.at(-1)?.to ?? left]
  for (const x of edges) flow.rule([x, y], [x, y + height])
  const end = edges.at(-1) ?? left
  flow.rule([left, y], [end, y])
  flow.rule([left, y + height], [end, y + height])
  flow.advance(height)
}
