import type { Bytes } from '../../shared/lib/bytes.ts'
import type { Instant } from '../../shared/lib/time.ts'
import type { TableFormat } from '../../shared/protocol/task-query.ts'

/** A table as a file. Days are `yyyy-MM-dd`, percentages parts from 0 to 1; what a cell says is never read as a formula. */
export type TableCell = string | number | null

export type TableColumn = {
  head: string
  /** In characters, as a spreadsheet measures. */
  width: number
  kind: 'text' | 'day' | 'number' | 'percent'
}

export type TableFacts = {
  title: string
  /** What is in it, below its title. */
  about: string
  columns: readonly TableColumn[]
  at: Instant
}

/** Rows come in pieces, so that tens of thousands of them keep nobody waiting. */
export type WriteTable = (
  table: TableFacts,
  rows: Iterable<readonly (readonly TableCell[])[]>,
  format: TableFormat,
) => Promise<Bytes>
