import { parentPort, workerData } from 'node:worker_threads'
import type { TableJob, TableNews, TablePiece } from './create-table-writer.ts'
import { serifTypeface } from './serif-typeface.ts'
import type { TableFileWriter } from './table-file-writer.ts'

const { file, tables, format }: TableJob = workerData

// Each writer brings a large library along: a thread loads the one that it needs.
const writer: Promise<TableFileWriter> =
  format === 'xlsx'
    ? import('./write-workbook.ts').then(({ createWorkbookWriter }) => createWorkbookWriter(file, tables))
    : import('./write-table-pdf.ts').then(async ({ createTablePdfWriter }) =>
        createTablePdfWriter(file, tables, await serifTypeface()),
      )

let done = 0
const tell = (news: TableNews, hand: ArrayBuffer[] = []) => parentPort?.postMessage(news, hand)

async function take(piece: TablePiece): Promise<void> {
  const { add, finish } = await writer
  if (piece) {
    add(piece.table, piece.rows)
    done += piece.rows.length
    return tell({ kind: 'rows', done })
  }
  const bytes = new Uint8Array(await finish())
  tell({ kind: 'written', bytes }, [bytes.buffer])
}

let last = Promise.resolve()
parentPort?.on('message', (piece: TablePiece) => {
  last = last.then(() => take(piece))
})
