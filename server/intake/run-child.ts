import { fork } from 'node:child_process'
import { constants, setPriority } from 'node:os'
import type { ProcessingFault } from '../../shared/domain/document.ts'
import { fail, ok, type Result } from '../../shared/lib/result.ts'
import type { ReadPages } from './read-pages.ts'
import { signalByLimit, type WatchedLimits } from './watch-limits.ts'

/**
 * A document is opened in a process of its own: what it does there, with native code too, ends with it. A thread would share
 * its memory with the server, and a fault in a decoder would be the server's.
 */

export type ChildTask = { limits: WatchedLimits; bytes: Uint8Array } & (
  | { kind: 'pages'; skip: readonly number[] }
  | { kind: 'copy' }
)
export type ChildProgress = { kind: 'progress'; done: number; of: number }
export type ChildAnswer =
  | ({ kind: 'pages' } & ReadPages)
  | { kind: 'copy'; copy: Uint8Array | null }
  | { kind: 'failed'; error: string }

/** `memoryMb` of the whole process; `timeMs` in all, by the clock; `priority` as of `os.setPriority`. */
export type ChildLimits = WatchedLimits & { readonly timeMs: number; readonly priority: number }

export const defaultChildLimits: ChildLimits = {
  stepMs: 60_000,
  memoryMb: 1536,
  timeMs: 2 * 60 * 60_000,
  // Whoever waits for an answer of the server comes first.
  priority: constants.priority.PRIORITY_LOW,
}

type ChildOptions = {
  limits: ChildLimits
  stopping: AbortSignal
  /** Called at each step, and again and again while one lasts. */
  onProgress(progress: ChildProgress): void
}

type Task = ChildTask extends infer T ? (T extends ChildTask ? Omit<T, 'limits'> : never) : never

const stillThereMs = 5000
const heapShare = 0.6

export function runChild(
  task: Task,
  { limits, stopping, onProgress }: ChildOptions,
): Promise<Result<Exclude<ChildAnswer, { kind: 'failed' }>, ProcessingFault>> {
  return new Promise((resolve, reject) => {
    stopping.throwIfAborted()
    const child = fork(new URL('./process-child.ts', import.meta.url), [], {
      serialization: 'advanced',
      execArgv: [`--max-old-space-size=${Math.round(limits.memoryMb * heapShare)}`],
      env: {},
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    let last: ChildProgress = { kind: 'progress', done: 0, of: 0 }
    const stop = () => child.kill('SIGKILL')
    const inAll = setTimeout(() => child.kill(signalByLimit.time), limits.timeMs)
    const still = setInterval(() => onProgress(last), stillThereMs)
    stopping.addEventListener('abort', stop)
    const finish = () => {
      clearTimeout(inAll)
      clearInterval(still)
      stopping.removeEventListener('abort', stop)
    }
    child.on('message', (message: ChildProgress | ChildAnswer) => {
      if (message.kind === 'progress') {
        last = message
        onProgress(message)
        return
      }
      finish()
      resolve(message.kind === 'failed' ? fail('unreadable') : ok(message))
    })
    child.once('error', (error) => {
      finish()
      reject(error)
    })
    child.once('exit', (code, signal) => {
      finish()
      if (stopping.aborted) reject(stopping.reason)
      else resolve(fail(faultOf(code, signal)))
    })
    prioritize(child.pid, limits.priority)
    child.send({ ...task, limits })
  })
}

/** Ended by its own watch, or aborted by the engine (134 where a shell would say so). */
function faultOf(code: number | null, signal: string | null): ProcessingFault {
  if (signal === signalByLimit.time) return 'too-long'
  const isMemory = signal === signalByLimit.memory || signal === 'SIGABRT' || code === 134
  return isMemory ? 'too-much-memory' : 'crashed'
}

function prioritize(pid: number | undefined, priority: number): void {
  try {
    if (pid !== undefined) setPriority(pid, priority)
  } catch {
    // Not allowed everywhere; then it is only slower for the others.
  }
}
