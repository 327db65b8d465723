import { Worker } from 'node:worker_threads'
import type { PaperWriters } from '../app/paper-port.ts'
import { createTableWriter } from './create-table-writer.ts'
import type { PaperJob } from './write-paper.ts'

type Written = Promise<Uint8Array<ArrayBuffer>>

/**
 * Papers are written in a thread of their own, one after the other: laying out long opinions is work for a good part of a
 * second, in which nobody's vote should have to wait.
 */
export function createPaperWriters(): PaperWriters {
  let last: Promise<unknown> = Promise.resolve()
  const write = (job: PaperJob): Written => {
    const written = last.then(() => writeInThread(job))
    last = written.catch(() => undefined)
    return written
  }
  return {
    ballotReport: (facts, format) => write({ kind: 'ballot-report', facts, format }),
    conclusionNotice: (facts, format) => write({ kind: 'conclusion-notice', facts, format }),
    minutes: (facts, format) => write({ kind: 'minutes', facts, format }),
    invitation: (facts, format) => write({ kind: 'invitation', facts, format }),
    tables: createTableWriter(),
  }
}

function writeInThread(workerData: PaperJob): Written {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./paper-worker.ts', import.meta.url), {
      workerData,
      execArgv: [],
      env: {},
    })
    worker.once('message', (bytes: Uint8Array<ArrayBuffer>) => {
      resolve(bytes)
      void worker.terminate()
    })
    worker.once('error', reject)
    // Nothing where it has spoken before.
    worker.once('exit', (code) => reject(new Error(`the writer of papers ended with ${code}`)))
  })
}
