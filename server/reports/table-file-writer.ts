import type { TableCell } from '../app/table-port.ts'

/** One file that grows by rows; its tables are written in their order. */
export type TableFileWriter = {
  add(table: number, rows: readonly (readonly TableCell[])[]): void
  finish(): Promise<Uint8Array>
}
