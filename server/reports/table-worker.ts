import { parentPort, workerData } from 'node:worker_threads'
import type { TableCell } from '../app/table-port.ts'
import type { TableJob } from './create-table-writer.ts'
import { serifTypeface } from './serif-typeface.ts'

const { table, format }: TableJob = workerData
const rows: TableCell[][] = []

parentPort?.on('message', async (piece: TableCell[][] | null) => {
  if (piece !== null) {
    for (const row of piece) rows.push(row)
    return
  }
  const bytes = await written()
  const whole = new Uint8Array(bytes)
  parentPort?.postMessage(whole, [whole.buffer])
})

async function written(): Promise<Uint8Array> {
  // Each writer brings a large library along: a thread loads the one that it needs.
  if (format === 'xlsx') return await (await import('./write-table-xlsx.ts')).writeTableXlsx(table, rows)
  return await (await import('./write-table-pdf.ts')).writeTablePdf(table, rows, await serifTypeface())
}
