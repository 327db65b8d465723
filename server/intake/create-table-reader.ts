import { Worker } from 'node:worker_threads'
import type { TaskTable } from '../../shared/domain/task-sheet.ts'
import { fail, type Result } from '../../shared/lib/result.ts'
import type { WorkbookRefusal } from './workbook-refusal.ts'

type ReadTable = (bytes: Uint8Array) => Promise<Result<TaskTable, WorkbookRefusal>>

const defaults = { timeLimitMs: 60_000, heapMb: 1024 }

/** Workbooks are read one after the other in a thread of its own each, that is stopped when it takes too long or too much. */
export function createTableReader({ timeLimitMs, heapMb } = defaults): ReadTable {
  let last: Promise<unknown> = Promise.resolve()
  return (bytes) => {
    const read = last.then(() => readInThread(bytes, timeLimitMs, heapMb))
    last = read.catch(() => undefined)
    return read
  }
}

const tooMuch = (limit: 'time' | 'memory', most: number) =>
  fail<WorkbookRefusal>({ kind: 'workbook-too-complex', limit, most })

function readInThread(bytes: Uint8Array, timeLimitMs: number, heapMb: number): ReturnType<ReadTable> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./read-task-table-worker.ts', import.meta.url), {
      workerData: bytes,
      resourceLimits: { maxOldGenerationSizeMb: heapMb },
      execArgv: [],
      env: {},
    })
    const finish = (answer: Result<TaskTable, WorkbookRefusal>) => {
      clearTimeout(timer)
      resolve(answer)
      void worker.terminate()
    }
    const timer = setTimeout(() => finish(tooMuch('time', timeLimitMs)), timeLimitMs)
    worker.once('message', finish)
    worker.once('error', (error: Error & { code?: string }) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') finish(tooMuch('memory', heapMb))
      else {
        clearTimeout(timer)
        reject(error)
      }
    })
  })
}
