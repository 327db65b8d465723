import { setTimeout as wait } from 'node:timers/promises'
import type { BenchMeeting } from './meeting-prepare.ts'
import { accepted, type MeetingTablet, nowMs, type WholeTablet } from './meeting-tablet.ts'
import type { Watchers } from './meeting-watchers.ts'
import type { Sides } from './process-tree.ts'

export type Changes = {
  /** From the chair's tap to the item on each tablet that is watched, its signature, ledger and checks included. */
  watchedMs: number[]
  /** The same on every tablet in the room, watched ones too. */
  allMs: number[]
  /** A bare broadcast of the same words to as many sockets: nobody signs, nothing is kept, all are told alike. */
  broadcastMs: number[]
  /** Processor time until then; null where the system does not tell. */
  before: Sides | null
  after: Sides | null
}

/** Not all changes on end: each in a quiet moment, as chairs tap. */
const restMs = 150

/** The chair goes through the agenda again and again; after each change the bare server tells its own, where there is one. */
export async function changeItems(
  chair: WholeTablet,
  room: { watched: readonly MeetingTablet[]; others: readonly MeetingTablet[] },
  of: BenchMeeting & { changes: number; watchers: Watchers | null; sides(): Sides | null },
): Promise<Changes> {
  const { meeting, items, changes, watchers, sides } = of
  const [watchedMs, allMs, broadcastMs]: [number[], number[], number[]] = [[], [], []]
  const before = sides()
  for (let i = 0; i < changes; i++) {
    const item = items[i % items.length]
    if (item === undefined) throw new Error('a meeting without items')
    const arrivals = (tablets: readonly MeetingTablet[]) =>
      Promise.all(tablets.map((tablet) => tablet.until({ is: 'item', meeting, item })))
    const [onWatched, onOthers] = [arrivals(room.watched), arrivals(room.others)]
    // Tablets of other threads have to hear first what they are to look out for.
    await wait(restMs)
    const tappedAt = nowMs()
    await accepted('start-item', chair.app().conduct.startItem({ meeting, item }))
    const watched = (await onWatched).map((at) => at - tappedAt)
    watchedMs.push(...watched)
    allMs.push(...watched, ...(await onOthers).map((at) => at - tappedAt))
    await wait(restMs)
    if (watchers) broadcastMs.push(...(await watchers.tell(item)))
  }
  return { watchedMs, allMs, broadcastMs, before, after: sides() }
}
