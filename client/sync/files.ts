import type { Hash } from '../../shared/domain/id.ts'
import type { Api, FileStore, NetworkFault, Random, StoreFault, Timers } from '../app/ports.ts'
import { asStoreFault } from '../app/store-fault.ts'
import { backoffMs, quickBackoff } from './backoff.ts'
import { createBegunPieces } from './begun-pieces.ts'
import {
  bytesMissing,
  chunkWindow,
  type FilePlan,
  nextTask,
  planFile,
  type Task,
  type WantedFile,
} from './file-plan.ts'

/**
 * Fetches wanted documents in order of need, in pieces, a few at a time, and goes on after any cut where it was (D4). A file
 * counts only after storage has checked the whole by its hash; one that fails is fetched once more, then told.
 */

export type FetchState = {
  /** Bytes over all wanted files. */
  have: number
  total: number
  /** `not-available` is asked for again at the next kick, `does-not-verify` at the next start. */
  failed: { file: WantedFile; why: 'not-available' | 'does-not-verify' }[]
} & FetchPhase

type FetchPhase =
  /** Everything wanted and to be had is here. */
  | { phase: 'idle' }
  | { phase: 'fetching' }
  | { phase: 'paused' }
  /** No answer; it tries again by itself. */
  | { phase: 'offline' }
  /** Kick it after signing in. */
  | { phase: 'signed-out' }
  /** This file does not fit. Kick it when there is room. */
  | { phase: 'storage-full'; file: WantedFile }
  | { phase: 'not-stored'; fault: StoreFault }

export type FileFetch = {
  /** Begins, or goes on after a pause. */
  start(): void
  /** Pieces under way are still kept. */
  pause(): void
  /** What is wanted has changed, or a line is up again. */
  kick(): void
  state(): FetchState
}

type FileFetchParts = {
  api: Pick<Api, 'readDocument'>
  store: FileStore
  /** Most needed first, as far as there is room. */
  wanted(): Promise<readonly WantedFile[]>
  timers: Timers
  random: Random
  onProgress(state: FetchState): void
}

type Halt = { phase: FetchPhase; isLasting: boolean }

const offline: Halt = { phase: { phase: 'offline' }, isLasting: false }
const signedOut: Halt = { phase: { phase: 'signed-out' }, isLasting: false }

export function createFileFetch(parts: FileFetchParts): FileFetch {
  const { api, store, wanted, timers, random, onProgress } = parts
  let state: FetchState = { phase: 'paused', have: 0, total: 0, failed: [] }
  let isStarted = false
  let isRunning = false
  let runAgain = false
  let halt: Halt | null = null
  let failures = 0
  let cancelRetry = () => {}
  let files: readonly WantedFile[] = []
  let plans: FilePlan[] = []
  const complete = new Set<Hash>()
  const unavailable = new Set<Hash>()
  const unverified = new Map<Hash, number>()
  const begun = createBegunPieces()

  const whyFailed = (hash: Hash) => {
    if ((unverified.get(hash) ?? 0) > 1) return 'does-not-verify'
    return unavailable.has(hash) ? 'not-available' : null
  }

  function show(phase: FetchPhase): void {
    const planByHash = new Map(plans.map((plan) => [plan.hash, plan]))
    let have = 0
    let total = 0
    const failed: FetchState['failed'] = []
    for (const file of files) {
      const plan = planByHash.get(file.hash)
      const why = whyFailed(file.hash)
      total += file.size
      if (complete.has(file.hash)) have += file.size
      else if (plan) have += file.size - bytesMissing(plan)
      if (why) failed.push({ file, why })
    }
    state = { ...phase, have, total, failed }
    onProgress(state)
  }

  async function plan(): Promise<void> {
    try {
      files = await wanted()
    } catch (error) {
      const fault = asStoreFault(error)
      if (!fault) throw error
      halt = { phase: { phase: 'not-stored', fault }, isLasting: fault.kind === 'locked' }
      return
    }
    begun.keepOf(files)
    plans = []
    complete.clear()
    for (const file of files) {
      if (whyFailed(file.hash)) continue
      try {
        const made = await planFile(file, store)
        if (made) plans.push(made)
        else complete.add(file.hash)
      } catch (error) {
        haltOn(error, file)
        return
      }
    }
  }

  function haltOn(error: unknown, { hash, size }: WantedFile): void {
    const fault = asStoreFault(error)
    if (!fault) throw error
    const isFull = fault.kind === 'storage-full'
    halt ??= {
      phase: isFull ? { phase: 'storage-full', file: { hash, size } } : { phase: 'not-stored', fault },
      isLasting: isFull || fault.kind === 'locked',
    }
  }

  /** Keeps a few tasks under way until none is left or the run is to end; those under way are waited for. */
  const drain = (): Promise<void> =>
    new Promise((resolve, reject) => {
      let active = 0
      const pump = () => {
        while (active < chunkWindow && isStarted && !halt && !runAgain) {
          const task = nextTask(plans)
          if (!task) break
          active++
          perform(task).then(() => {
            active--
            pump()
          }, reject)
        }
        if (active === 0) resolve()
      }
      pump()
    })

  async function perform(task: Task): Promise<void> {
    try {
      await (task.kind === 'fetch' ? fetchChunk(task) : finish(task.plan))
    } catch (error) {
      haltOn(error, task.plan)
    }
    if (task.kind === 'fetch') task.plan.underWay.delete(task.index)
    if (isStarted && !halt) show({ phase: 'fetching' })
  }

  async function fetchChunk({ plan, index, from, to }: Extract<Task, { kind: 'fetch' }>): Promise<void> {
    const reply = await begun.read(plan.hash, from, to, api)
    if (!reply.ok) {
      const { error } = reply
      if (error.kind === 'signed-out') halt ??= signedOut
      else if (isPassing(error)) halt ??= offline
      else {
        // Of this file alone, as far as one can know: the others go on.
        unavailable.add(plan.hash)
        giveUp(plan)
      }
      return
    }
    try {
      await store.putChunk(plan.hash, index, reply.value)
    } catch (error) {
      if (asStoreFault(error)?.kind !== 'corrupt') throw error
      // Taken away by the app while this was on its way: no longer wanted.
      giveUp(plan)
      return
    }
    plan.missing.delete(index)
    failures = 0
  }

  async function finish(plan: FilePlan): Promise<void> {
    const isIntact = await store.finish(plan.hash)
    giveUp(plan)
    if (isIntact) complete.add(plan.hash)
    else {
      // Storage has dropped what was wrong; what it has kept is not fetched again.
      unverified.set(plan.hash, (unverified.get(plan.hash) ?? 0) + 1)
      runAgain = true
    }
  }

  function giveUp(plan: FilePlan): void {
    plans = plans.filter((other) => other !== plan)
  }

  async function run(): Promise<void> {
    runAgain = true
    if (isRunning || !isStarted) return
    isRunning = true
    cancelRetry()
    halt = null
    try {
      while (runAgain && isStarted && !halt) {
        runAgain = false
        await plan()
        if (!isStarted || halt) break
        if (plans.length > 0) show({ phase: 'fetching' })
        await drain()
      }
    } finally {
      isRunning = false
    }
    if (isStarted) settle()
  }

  function settle(): void {
    if (!halt) {
      if (runAgain) void run()
      else show({ phase: 'idle' })
      return
    }
    show(halt.phase)
    if (halt.isLasting) return
    failures++
    cancelRetry = timers.after(backoffMs(failures, quickBackoff, random), () => void run())
  }

  return {
    start() {
      if (isStarted) return
      isStarted = true
      unverified.clear()
      unavailable.clear()
      failures = 0
      void run()
    },
    pause() {
      if (!isStarted) return
      isStarted = false
      cancelRetry()
      show({ phase: 'paused' })
    },
    kick() {
      unavailable.clear()
      failures = 0
      void run()
    },
    state: () => state,
  }
}

const isPassing = (fault: NetworkFault): boolean =>
  fault.kind === 'unreachable' || (fault.kind === 'refused' && (fault.status >= 500 || fault.status === 429))
