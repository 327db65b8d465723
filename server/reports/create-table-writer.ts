import { setImmediate } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import type { TableFormat } from '../../shared/protocol/task-query.ts'
import type { FileFacts, TableCell, TableFacts, WriteTables } from '../app/table-port.ts'

export type TableJob = { file: FileFacts; tables: readonly TableFacts[]; format: TableFormat }

export type TablePiece = { table: number; rows: readonly (readonly TableCell[])[] } | null

export type TableNews = { kind: 'rows'; done: number } | { kind: 'written'; bytes: Uint8Array<ArrayBuffer> }

/** Pieces on their way to the thread: more would only be held twice. */
const ahead = 4

/** Files are written in a thread of their own, one after the other; rows go there piece by piece, with room for others between. */
export function createTableWriter(): WriteTables {
  let last: Promise<unknown> = Promise.resolve()
  return (file, format, watch) => {
    const written = last.then(() => writeInThread(file, format, watch))
    last = written.catch(() => undefined)
    return written
  }
}

async function writeInThread(...[file, format, watch]: Parameters<WriteTables>): ReturnType<WriteTables> {
  watch?.signal.throwIfAborted()
  const { tables, ...facts } = file
  const workerData: TableJob = {
    ...{ file: facts, format },
    tables: tables.map(({ name, notes, columns }) => ({ name, notes, columns })),
  }
  const worker = new Worker(new URL('./table-worker.ts', import.meta.url), {
    ...{ workerData, execArgv: [], env: {} },
  })
  let [sent, taken] = [0, 0]
  let wake = () => {}
  try {
    const written = new Promise<Uint8Array<ArrayBuffer>>((resolve, reject) => {
      worker.on('message', (news: TableNews) => {
        if (news.kind === 'written') return resolve(news.bytes)
        taken += 1
        watch?.onRows(news.done)
        wake()
        return undefined
      })
      const stop = (error: unknown) => {
        reject(error)
        taken = Number.POSITIVE_INFINITY
        wake()
      }
      worker.once('error', stop)
      // Nothing where it has spoken before.
      worker.once('exit', (code) => stop(new Error(`the writer of tables ended with ${code}`)))
      watch?.signal.addEventListener('abort', () => stop(watch.signal.reason), { once: true })
    })
    // Heard of where it is waited for, below.
    written.catch(() => undefined)
    const send = (piece: TablePiece) => worker.postMessage(piece)
    for (const [table, { rows }] of tables.entries()) {
      for (const piece of rows) {
        send({ table, rows: piece })
        sent += 1
        await setImmediate()
        while (sent - taken > ahead) {
          await new Promise<void>((resolve) => {
            wake = resolve
          })
        }
        if (watch?.signal.aborted) break
      }
    }
    send(null)
    return await written
  } finally {
    await worker.terminate()
  }
}
