import { Worker } from 'node:worker_threads'

/** `stepMs`: of the processor, for one page or one image; a busy machine must not make a page a broken one. */
export type WatchedLimits = { readonly memoryMb: number; readonly stepMs: number }

/** By these signals the process that waits for the answer knows why there is none. */
export const signalByLimit = { memory: 'SIGKILL', time: 'SIGTERM' } as const

/**
 * A thread that ends its process where it takes too much, or where nobody waits for it any more: a file may keep the main
 * thread busy for ever, and memory of images is counted by no limit of the engine.
 * @returns what is called at each step
 */
export function watchLimits(limits: WatchedLimits): () => void {
  const steps = new Int32Array(new SharedArrayBuffer(4))
  const workerData = { ...limits, steps, parent: process.ppid, signalByLimit }
  new Worker(source, { eval: true, workerData }).unref()
  return () => Atomics.add(steps, 0, 1)
}

const source = `
  const { memoryMb, stepMs, steps, parent, signalByLimit } = require('node:worker_threads').workerData
  const end = (signal) => process.kill(process.pid, signal)
  const used = () => {
    const { user, system } = process.cpuUsage()
    return (user + system) / 1000
  }
  let step = 0
  let since = used()
  setInterval(() => {
    if (process.ppid !== parent || process.memoryUsage.rss() > memoryMb * 1024 * 1024) end(signalByLimit.memory)
    const now = Atomics.load(steps, 0)
    if (now !== step) since = used()
    step = now
    if (used() - since > stepMs) end(signalByLimit.time)
  }, 250)
`
