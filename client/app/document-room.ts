import type { Hash } from '../../shared/domain/id.ts'
import type { NamedFile } from './document-files.ts'
import type { StorageFacts } from './ports.ts'

/** How much of what is wanted this device has room for, and what makes way for it (D4). */

/** Never filled with documents: an answer, a note and the Office's rows must always find room. */
const reserveBytes = 64 * 1024 * 1024
/** Of a browser that allows little. */
const reserveShare = 0.1

export type RoomPlan = {
  /** In their order. */
  fetch: NamedFile[]
  /** No room for these. */
  lacking: NamedFile[]
  /** To be removed first. */
  free: Hash[]
}

type Wanted = NamedFile & {
  /** Others make way for it. */
  isNeeded: boolean
  /** Bytes of it that are here. */
  have: number
}

/**
 * @param wanted most needed first @param freeable what may make way, in the order in which it does
 * @param roomBytes null where the browser does not say
 */
export function planRoom(
  wanted: readonly Wanted[],
  freeable: readonly NamedFile[],
  roomBytes: number | null,
): RoomPlan {
  const plan: RoomPlan = { fetch: [], lacking: [], free: [] }
  const waiting = [...freeable]
  let room = roomBytes ?? Number.POSITIVE_INFINITY
  let inReach = waiting.reduce((sum, { size }) => sum + size, room)
  for (const { hash, size, isNeeded, have } of wanted) {
    const missing = size - have
    // Where even all of it would not do, nothing is removed in vain.
    while (isNeeded && missing > room && missing <= inReach) {
      const next = waiting.shift()
      if (!next) break
      plan.free.push(next.hash)
      room += next.size
    }
    if (missing > 0 && missing > room) plan.lacking.push({ hash, size })
    else {
      plan.fetch.push({ hash, size })
      room -= missing
      inReach -= missing
    }
  }
  const gone = new Set(plan.free)
  plan.fetch = plan.fetch.filter(({ hash }) => !gone.has(hash))
  return plan
}

/**
 * Bytes that may still be filled with documents. What was removed counts at once, should a browser clear up later. And what a
 * browser says of its quota is not what it grants: Chromium tells everybody the same and refuses earlier, so once it has
 * refused a write, what lay here then is the most there may be.
 */
export function createRoomLeft(storage: StorageFacts) {
  /** What lay here beside documents when something was last removed. */
  let beside: number | null = null
  let ceiling: number | null = null

  const look = async (held: number): Promise<{ used: number; quota: number | null }> => {
    const { usedBytes, quotaBytes } = await storage.estimate()
    const told = usedBytes ?? held
    return { used: beside === null ? told : Math.min(told, beside + held), quota: ceiling ?? quotaBytes }
  }
  return {
    /** @param held bytes of documents that are here */
    async left(held: number): Promise<number | null> {
      const { used, quota } = await look(held)
      return quota === null ? null : quota - used - Math.min(reserveBytes, quota * reserveShare)
    },
    /** Something is about to be removed. */
    async removing(held: number): Promise<void> {
      beside = Math.max(0, (await look(held)).used - held)
    },
    /** The browser took no more. */
    async refused(held: number): Promise<void> {
      beside = null
      ceiling = (await look(held)).used
    },
    wasRefused: () => ceiling !== null,
    /** Its owner may have made room elsewhere. */
    forgetRefusal: () => {
      ceiling = null
    },
  }
}
