import { fail, ok, type Result } from '../../shared/lib/result.ts'
import { type Instant, minuteMs } from '../../shared/lib/time.ts'
import type { FeedPage } from '../../shared/protocol/feed.ts'
import type { Api, Clock, FeedCursor, NetworkFault, Random, StoreFault, Timers } from '../app/ports.ts'
import { asStoreFault } from '../app/store-fault.ts'
import { backoffMs, quickBackoff } from './backoff.ts'

/**
 * Pulls the feed, page by page, one request at a time: at start, when kicked, and every minute while somebody looks. What a
 * page is worth decides `takePage`, which verifies and stores it whole or not at all. A page that fails verification ends the
 * loop until the next start: what this device holds stays as it is, and the fault stays in sight (O4).
 */

type FeedPhase<Fault> =
  | { phase: 'idle' }
  | { phase: 'pulling' }
  /** No answer, or one that says: later. It tries again by itself. */
  | { phase: 'offline' }
  /** Kick it after signing in. */
  | { phase: 'signed-out' }
  | { phase: 'not-understood' }
  /** The page was good and could not be kept. */
  | { phase: 'not-stored'; fault: StoreFault }
  | { phase: 'stopped'; fault: Fault }

/** `since`: when the phase began. `lastOkAt`: when this run last knew that it had everything. */
export type FeedState<Fault> = FeedPhase<Fault> & { since: Instant; lastOkAt: Instant | null }

export type FeedSync<Fault> = {
  start(): void
  /** A reply that is under way is dropped. */
  stop(): void
  /** There may be something new: a poke, a line that is up again, a sign-in, a page that is visible again. */
  kick(): void
  state(): FeedState<Fault>
}

/** `later`: the page cannot be taken yet, and nothing is wrong with it. */
type PageTaken = 'more' | 'done' | 'later'

type FeedSyncParts<Fault> = {
  api: Pick<Api, 'feed'>
  cursor(): Promise<FeedCursor>
  /** Rejects with a StoreFault where the page could not be kept. */
  takePage(page: FeedPage): Promise<Result<PageTaken, Fault>>
  isVisible(): boolean
  clock: Clock
  timers: Timers
  random: Random
  onState(state: FeedState<Fault>): void
}

type Ending<Fault> =
  | { kind: 'network'; fault: NetworkFault }
  | { kind: 'storage'; fault: StoreFault }
  | { kind: 'verification'; fault: Fault }
  | { kind: 'life-over' }
  | { kind: 'later' }

export function createFeedSync<Fault extends { kind: string }>(parts: FeedSyncParts<Fault>): FeedSync<Fault> {
  const { api, cursor, takePage, isVisible, clock, timers, random, onState } = parts
  let state: FeedState<Fault> = { phase: 'idle', since: clock.now(), lastOkAt: null }
  /** Null while stopped; another object after each start. */
  let life: object | null = null
  let isPulling = false
  let pullAgain = false
  let failures = 0
  let cancelNext = () => {}

  function show(next: FeedPhase<Fault>, lastOkAt = state.lastOkAt): void {
    const since = next.phase === state.phase ? state.since : clock.now()
    state = { ...next, since, lastOkAt }
    onState(state)
  }

  function pullIn(delayMs: number): void {
    cancelNext()
    cancelNext = timers.after(delayMs, () => {
      if (isVisible()) void pull()
      else pullIn(minuteMs)
    })
  }

  async function page(mine: object | null): Promise<Result<'more' | 'done', Ending<Fault>>> {
    try {
      const { epoch, after, tree } = await cursor()
      const reply = await api.feed({ epoch, after, tree: tree?.size ?? 0 })
      if (mine !== life) return fail({ kind: 'life-over' })
      if (!reply.ok) return fail({ kind: 'network', fault: reply.error })
      const taken = await takePage(reply.value)
      if (mine !== life) return fail({ kind: 'life-over' })
      if (!taken.ok) return fail({ kind: 'verification', fault: taken.error })
      if (taken.value === 'later') return fail({ kind: 'later' })
      if (taken.value === 'done') return ok('done')
      const now = await cursor()
      // "More", for ever the same: no server of ours says that.
      const isStuck = now.epoch === epoch && now.after === after
      return isStuck ? fail({ kind: 'network', fault: { kind: 'not-understood' } }) : ok('more')
    } catch (error) {
      const fault = asStoreFault(error)
      if (!fault) throw error
      return fail(mine === life ? { kind: 'storage', fault } : { kind: 'life-over' })
    }
  }

  async function pages(mine: object | null): Promise<Result<null, Ending<Fault>>> {
    for (;;) {
      const taken = await page(mine)
      if (!taken.ok) return taken
      if (taken.value === 'done') return ok(null)
    }
  }

  async function pull(): Promise<void> {
    pullAgain = true
    if (isPulling || !life || state.phase === 'stopped') return
    isPulling = true
    pullIn(minuteMs)
    const mine = life
    show({ phase: 'pulling' })
    try {
      let result: Result<null, Ending<Fault>> = ok(null)
      while (pullAgain && result.ok) {
        pullAgain = false
        result = await pages(mine)
      }
      if (mine === life) settle(result)
    } finally {
      isPulling = false
      if (mine !== life && life) void pull()
    }
  }

  function settle(result: Result<null, Ending<Fault>>): void {
    if (result.ok) {
      failures = 0
      show({ phase: 'idle' }, clock.now())
      pullIn(minuteMs)
      return
    }
    failures++
    const ending = result.error
    if (ending.kind === 'verification') show({ phase: 'stopped', fault: ending.fault })
    else {
      if (ending.kind === 'storage') show({ phase: 'not-stored', fault: ending.fault })
      else if (ending.kind === 'later') show({ phase: 'idle' })
      else if (ending.kind === 'network') show({ phase: phaseOf(ending.fault) })
      const waitMs = ending.kind === 'network' ? askedWaitMs(ending.fault) : 0
      pullIn(Math.max(waitMs, backoffMs(failures, quickBackoff, random)))
    }
  }

  return {
    start() {
      if (life) return
      life = {}
      failures = 0
      if (state.phase !== 'idle') show({ phase: 'idle' })
      void pull()
    },
    stop() {
      life = null
      cancelNext()
    },
    kick() {
      failures = 0
      void pull()
    },
    state: () => state,
  }
}

function phaseOf(fault: NetworkFault): 'offline' | 'signed-out' | 'not-understood' {
  if (fault.kind === 'unreachable') return 'offline'
  if (fault.kind !== 'refused') return fault.kind
  if (fault.status >= 500 || fault.status === 429) return 'offline'
  // A session without this device, or a person without any right here: signing in anew tells which.
  return fault.status === 403 || fault.status === 404 ? 'signed-out' : 'not-understood'
}

/** A server under load names its own time. */
function askedWaitMs(fault: NetworkFault): number {
  const asked = fault.kind === 'refused' ? fault.error['retryAfterMs'] : undefined
  return typeof asked === 'number' && asked > 0 ? Math.min(asked, 10 * minuteMs) : 0
}
