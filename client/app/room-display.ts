import type { Result } from '../../shared/lib/result.ts'
import { type Instant, instant, secondMs } from '../../shared/lib/time.ts'
import { heldMs, type RoomScreenReply } from '../../shared/protocol/room-screen.ts'
import type { NetworkFault, Timers } from './ports.ts'

/**
 * The display in the hall asks again and again what it is to show: the server answers with the next change, or after a while
 * that nothing has changed. No answer for longer than that: what stands there is no longer current, and says so. It comes back
 * by itself. Its hours are the server's; between answers they run by a count that nobody can set.
 */

export type RoomDisplayState =
  | { kind: 'connecting' }
  | { kind: 'shown'; view: RoomScreenReply['view'] }
  /** The link has been switched off, replaced by another, or has ended with its meeting. */
  | { kind: 'closed' }
  | { kind: 'too-many' }

export type RoomDisplay = {
  start(): void
  stop(): void
  state(): RoomDisplayState
  /** The server's hour, as far as it is known. */
  now(): Instant
  /** Since when nothing was heard, in the server's hours; null while all is well. */
  lostSince(): Instant | null
  subscribe(listener: () => void): () => void
}

/** Beyond the time that the server keeps a question. */
const patienceMs = heldMs + 2 * secondMs
const againMs = secondMs
/** However fast something in between answers. */
const nextMs = 150
/** A link that was switched off does not come back; a server restored from a backup may yet know it again. */
const closedAgainMs = 30 * secondMs

/** Asks what is to be shown; `seen` is the version that stands there already. */
export type LookAtRoom = (seen: string | null) => Promise<Result<RoomScreenReply, NetworkFault>>

export function createRoomDisplay(deps: {
  look: LookAtRoom
  /** Milliseconds that only ever grow: no wall clock. */
  count(): number
  timers: Timers
}): RoomDisplay {
  const { look, count, timers } = deps
  const listeners = new Set<() => void>()
  let state: RoomDisplayState = { kind: 'connecting' }
  let version: string | null = null
  let serverMinusCount = 0
  let heardAt = count()
  let isStopped = false
  let forget = () => {}

  const tell = () => {
    for (const listener of [...listeners]) listener()
  }
  const later = (ms: number) => {
    if (!isStopped) forget = timers.after(ms, () => void ask())
  }

  const ask = async (): Promise<void> => {
    const answer = await look(version)
    if (isStopped) return
    const waitMs = answer.ok ? take(answer.value) : bear(answer.error)
    tell()
    later(waitMs)
  }

  const take = ({ now, version: next, view }: RoomScreenReply): number => {
    heardAt = count()
    serverMinusCount = now - heardAt
    if (version !== next || state.kind !== 'shown') state = { kind: 'shown', view }
    version = next
    return nextMs
  }

  const bear = (fault: NetworkFault): number => {
    if (fault.kind !== 'refused') return againMs
    if (fault.status === 404) {
      version = null
      state = { kind: 'closed' }
      return closedAgainMs
    }
    // What is shown goes on standing there, and ages.
    if (fault.status === 429 && state.kind !== 'shown') state = { kind: 'too-many' }
    return fault.status === 429 ? 5 * secondMs : againMs
  }

  return {
    start: () => void ask(),
    stop: () => {
      isStopped = true
      forget()
    },
    state: () => state,
    now: () => instant(Math.round(count() + serverMinusCount)),
    lostSince: () =>
      count() - heardAt > patienceMs && state.kind === 'shown'
        ? instant(Math.round(heardAt + serverMinusCount))
        : null,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
