import { Worker } from 'node:worker_threads'
import type { WriteTemplate } from '../app/task-template.ts'

/** In a thread of its own, as papers are written. */
export const writeTemplateInThread: WriteTemplate = (facts) =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./task-template-worker.ts', import.meta.url), {
      workerData: facts,
      execArgv: [],
      env: {},
    })
    worker.once('message', (bytes: Uint8Array<ArrayBuffer>) => {
      resolve(bytes)
      void worker.terminate()
    })
    worker.once('error', reject)
    // Nothing where it has spoken before.
    worker.once('exit', (code) => reject(new Error(`the writer of the template ended with ${code}`)))
  })
