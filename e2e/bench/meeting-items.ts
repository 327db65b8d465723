import { setTimeout as wait } from 'node:timers/promises'
import { isCurrent, itemSessionKey } from '../../shared/domain/item-session.ts'
import type { BenchMeeting } from './meeting-prepare.ts'
import { accepted, type MeetingTablet, type WholeTablet, whenSo } from './meeting-tablet.ts'
import type { Watchers } from './meeting-watchers.ts'
import type { Sides } from './process-tree.ts'

export type Changes = {
  /** From the chair's tap to the item on each tablet, its signature, ledger and checks included. */
  oursMs: number[]
  /** A bare broadcast of the same words to as many sockets: nobody signs, nothing is kept, all are told alike. */
  broadcastMs: number[]
  /** Processor time until then; null where the system does not tell. */
  before: Sides | null
  after: Sides | null
}

/** Not all changes on end: each in a quiet moment, as chairs tap. */
const restMs = 150

/** The chair goes through the agenda again and again; after each change the bare server tells its own. */
export async function changeItems(
  chair: WholeTablet,
  tablets: readonly MeetingTablet[],
  of: BenchMeeting & { changes: number; watchers: Watchers; sides(): Sides | null },
): Promise<Changes> {
  const { meeting, items, changes, watchers, sides } = of
  const oursMs: number[] = []
  const broadcastMs: number[] = []
  const before = sides()
  for (let i = 0; i < changes; i++) {
    const item = items[i % items.length]
    if (item === undefined) throw new Error('a meeting without items')
    const key = itemSessionKey(meeting, item)
    const arrivals = tablets.map((tablet) =>
      whenSo(tablet, 'the item', ({ copy }) => {
        const row = copy.reader.get('item-session', key)
        return row !== undefined && isCurrent(row)
      }),
    )
    const tappedAt = performance.now()
    await accepted('start-item', chair.app().conduct.startItem({ meeting, item }))
    for (const at of await Promise.all(arrivals)) oursMs.push(at - tappedAt)
    await wait(restMs)
    broadcastMs.push(...(await watchers.tell(item)))
    await wait(restMs)
  }
  return { oursMs, broadcastMs, before, after: sides() }
}
