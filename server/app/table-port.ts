import type { Bytes } from '../../shared/lib/bytes.ts'
import type { Instant } from '../../shared/lib/time.ts'
import type { TableFormat } from '../../shared/protocol/task-query.ts'

/** Tables as a file. Days are `yyyy-MM-dd`, percentages parts from 0 to 1; what a cell says is never read as a formula. */
export type TableCell = string | number | null

export type TableColumn = {
  head: string
  /** In characters, as a spreadsheet measures. */
  width: number
  kind: 'text' | 'day' | 'number' | 'percent'
}

export type TableFacts = {
  /** Of the sheet; and above it on paper, where the file has several. */
  name: string
  /** What must be known to read it, above it. */
  notes: readonly string[]
  columns: readonly TableColumn[]
}

export type FileFacts = {
  title: string
  /** What was chosen, when, and what it comes to: below the title. */
  about: readonly string[]
  at: Instant
}

/** Rows come in pieces, so that tens of thousands of them keep nobody waiting. */
export type Table = TableFacts & { total: number; rows: Iterable<readonly (readonly TableCell[])[]> }

/** Somebody who waits for it: is told how many rows there are already, and may give it up. */
export type Watch = { signal: AbortSignal; onRows(done: number): void }

export type WriteTables = (
  file: FileFacts & { tables: readonly Table[] },
  format: TableFormat,
  watch?: Watch,
) => Promise<Bytes>

/** A file that is going to be written: whoever may not have it, or asks for nonsense, has been told before. */
export type FileToWrite = { fileName: string; total: number; write(watch?: Watch): Promise<Bytes> }

const rowsAtOnce = 500

export function* inPieces<R>(
  rows: readonly R[],
  cells: (row: R, at: number) => TableCell[],
): Iterable<TableCell[][]> {
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    yield rows.slice(from, from + rowsAtOnce).map((row, i) => cells(row, from + i))
  }
}
