import { secondMs } from '../../shared/lib/time.ts'
import type { Timers } from '../app/ports.ts'

/**
 * Exactly one tab works for one person: the holder of a Web Lock. Another tab waits its turn, or takes over: the leader is
 * told, stops its work and lets go; one that does not answer (frozen in the background) has the lock taken away.
 */

export type LeaderState =
  /** Queued: leads as soon as the other tab is closed. */
  | 'waiting'
  | 'leading'
  /** Another tab has taken over; this one leads again when that is closed, or takes over in its turn. */
  | 'aside'

export type Leader = {
  state(): LeaderState
  takeOver(): void
  /** Lets go and leaves the queue. */
  stop(): void
}

export type LeaderParts = {
  /** The same in every tab of the person, another for another person. */
  name: string
  locks: LockManager
  channel: Pick<BroadcastChannel, 'postMessage' | 'addEventListener' | 'close'>
  timers: Timers
  /** Ends the work of a leader; awaited before another tab may lead. */
  stopWork: () => Promise<void>
  onState: (state: LeaderState) => void
}

/** What a leader gets to finish what it is writing. */
const patienceMs = 5 * secondMs

const takeOverMessage = 'take-over'

export function createLeader({ name, locks, channel, timers, stopWork, onState }: LeaderParts): Leader {
  let state: LeaderState = 'waiting'
  let queued: AbortController | null = null
  let letGo: (() => void) | null = null
  let cancelSteal: () => void = () => {}
  let isStopped = false

  function become(next: LeaderState): void {
    if (state === next) return
    state = next
    onState(next)
  }
  async function hold(): Promise<void> {
    queued = null
    cancelSteal()
    if (isStopped) return
    const released = new Promise<void>((resolve) => {
      letGo = resolve
    })
    become('leading')
    await released
  }
  async function request(options: LockOptions): Promise<void> {
    try {
      await locks.request(name, { mode: 'exclusive', ...options }, hold)
    } catch (error) {
      if (!(error instanceof DOMException) || error.name !== 'AbortError') throw error
      // Left the queue, or the lock was stolen: the work must end at once in the second case.
      if (state === 'leading') await stepAside()
    }
  }
  function queue(): void {
    if (queued || isStopped || state === 'leading') return
    queued = new AbortController()
    void request({ signal: queued.signal })
  }
  function leaveQueue(): void {
    queued?.abort()
    queued = null
  }
  async function stepAside(): Promise<void> {
    const wasLeading = state === 'leading'
    become('aside')
    cancelSteal()
    leaveQueue()
    try {
      if (wasLeading) await stopWork()
    } finally {
      letGo?.()
      letGo = null
      // Behind the one that takes over: this one goes on when that is closed.
      queue()
    }
  }
  function steal(): void {
    if (state !== 'waiting') return
    leaveQueue()
    void request({ steal: true })
  }

  channel.addEventListener('message', (event) => {
    if (event instanceof MessageEvent && event.data === takeOverMessage) void stepAside()
  })
  queue()

  return {
    state: () => state,
    takeOver() {
      if (state === 'leading') return
      cancelSteal()
      channel.postMessage(takeOverMessage)
      queue()
      become('waiting')
      cancelSteal = timers.after(patienceMs, steal)
    },
    stop() {
      isStopped = true
      cancelSteal()
      leaveQueue()
      letGo?.()
      letGo = null
      channel.close()
    },
  }
}
