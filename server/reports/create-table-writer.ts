import { setImmediate } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import type { TableFormat } from '../../shared/protocol/task-query.ts'
import type { TableFacts, WriteTable } from '../app/table-port.ts'

export type TableJob = { readonly table: TableFacts; readonly format: TableFormat }

/** Tables are written in a thread of their own, one after the other; their rows go there piece by piece, with room for others between. */
export function createTableWriter(): WriteTable {
  let last: Promise<unknown> = Promise.resolve()
  return (table, rows, format) => {
    const written = last.then(() => writeInThread({ table, format }, rows))
    last = written.catch(() => undefined)
    return written
  }
}

async function writeInThread(
  workerData: TableJob,
  rows: Parameters<WriteTable>[1],
): Promise<Uint8Array<ArrayBuffer>> {
  const worker = new Worker(new URL('./table-worker.ts', import.meta.url), {
    workerData,
    execArgv: [],
    env: {},
  })
  try {
    const written = new Promise<Uint8Array<ArrayBuffer>>((resolve, reject) => {
      worker.once('message', resolve)
      worker.once('error', reject)
      // Nothing where it has spoken before.
      worker.once('exit', (code) => reject(new Error(`the writer of tables ended with ${code}`)))
    })
    // Heard of where it is waited for, below.
    written.catch(() => undefined)
    for (const piece of rows) {
      worker.postMessage(piece)
      await setImmediate()
    }
    worker.postMessage(null)
    return await written
  } finally {
    await worker.terminate()
  }
}
