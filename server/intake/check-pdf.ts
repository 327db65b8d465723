import { Worker } from 'node:worker_threads'
import { fail, type Result } from '../../shared/lib/result.ts'
import { beginsAsPdf } from './file-ends.ts'
import type { PdfFacts, PdfLimits, PdfRefusal } from './pdf-refusal.ts'

export type CheckPdf = (bytes: Uint8Array, limits: PdfLimits) => Promise<Result<PdfFacts, PdfRefusal>>

export type CheckPdfSettings = {
  /** Files looked into at the same time; the others wait their turn. */
  readonly atOnce: number
  /** For one file, from the moment its turn comes. Milliseconds. */
  readonly timeLimitMs: number
  /** JavaScript heap for one file. MiB. */
  readonly heapMb: number
}

export const defaultCheckPdfSettings: CheckPdfSettings = { atOnce: 2, timeLimitMs: 60_000, heapMb: 768 }

/**
 * What every upload must pass before anybody else sees it (trust.md, "Uploads"). The file is opened in a thread of its
 * own that is stopped when it takes too long and dies alone when it takes too much: no file stops or stalls the server.
 */
export function createCheckPdf(settings: CheckPdfSettings = defaultCheckPdfSettings): CheckPdf {
  const waiting: (() => void)[] = []
  let running = 0

  async function enter(): Promise<void> {
    if (running < settings.atOnce) running++
    else await new Promise<void>((resolve) => waiting.push(resolve))
  }
  function leave(): void {
    const next = waiting.shift()
    if (next) next()
    else running--
  }

  return async (bytes, limits) => {
    if (bytes.length > limits.size) return fail({ kind: 'too-large', size: bytes.length, limit: limits.size })
    if (!beginsAsPdf(bytes)) return fail({ kind: 'not-a-pdf' })
    await enter()
    try {
      return await inspectInThread(bytes, limits, settings)
    } finally {
      leave()
    }
  }
}

function inspectInThread(
  bytes: Uint8Array,
  limits: PdfLimits,
  settings: CheckPdfSettings,
): Promise<Result<PdfFacts, PdfRefusal>> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./check-pdf-worker.ts', import.meta.url), {
      workerData: { bytes, limits },
      resourceLimits: { maxOldGenerationSizeMb: settings.heapMb },
      execArgv: [],
      env: {},
    })
    const finish = (answer: Result<PdfFacts, PdfRefusal>) => {
      clearTimeout(timer)
      resolve(answer)
      void worker.terminate()
    }
    const timer = setTimeout(() => finish(fail({ kind: 'too-complex', limit: 'time' })), settings.timeLimitMs)
    worker.once('message', finish)
    worker.once('error', (error: Error & { code?: string }) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') finish(fail({ kind: 'too-complex', limit: 'memory' }))
      else if (error instanceof RangeError) finish(fail({ kind: 'too-complex', limit: 'nesting' }))
      else {
        clearTimeout(timer)
        reject(error)
      }
    })
  })
}
