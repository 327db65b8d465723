import type { Hash } from '../../shared/domain/id.ts'
import { inOrderOfNeed, type NamedFile, needed } from './document-files.ts'
import { createRoomLeft, planRoom } from './document-room.ts'
import { type Dossiers, filesIn } from './dossiers.ts'
import type { FreedFiles } from './freed-files.ts'
import type { FileState, FileStore, StorageFacts } from './ports.ts'

/** What this device is to fetch now, and what has no room on it (D4). */
export type FetchPlan = {
  /** Files to have, most needed first, whatever the room. */
  wanted(): NamedFile[]
  /** Those that fit, after what makes way for them has been removed. */
  make(): Promise<NamedFile[]>
  /** The browser took no more: from now on there is room for what lay here, less the reserve. */
  refused(): Promise<void>
  /** Its owner may have made room. */
  tryAgain(): void
  /** Whether the last plan found no room for it. */
  lacks(hash: Hash): boolean
}

export function createFetchPlan(deps: {
  dossiers: Dossiers
  files: FileStore
  freed: FreedFiles
  storage: StorageFacts
  /** Drawn since this app was opened: nothing is taken out of anybody's hands. */
  isInUse(hash: Hash): boolean
  remove(hash: Hash): Promise<void>
  onChange(): void
}): FetchPlan {
  const { dossiers, files, freed, isInUse, onChange } = deps
  const room = createRoomLeft(deps.storage)
  let lacking = new Set<Hash>()

  const wanted = (): NamedFile[] => {
    const open = dossiers.open()
    const ofOpen = new Set(open.flatMap(filesIn).map(({ hash }) => hash))
    return inOrderOfNeed(open, dossiers.closedWanted()).filter(
      ({ hash }) => ofOpen.has(hash) || !freed.has(hash),
    )
  }

  /** What no dossier needs any more, then closed ones, the oldest first, then what only draws faster. */
  const freeable = (held: ReadonlyMap<Hash, FileState>): NamedFile[] => {
    const open = dossiers.open()
    const closed = dossiers.closed().toReversed().flatMap(filesIn)
    const kept = new Set(open.flatMap(filesIn).map(({ hash }) => hash))
    const ofClosed = new Set(closed.map(({ hash }) => hash))
    const unnamed = [...held.keys()].filter((hash) => !kept.has(hash) && !ofClosed.has(hash))
    const copies = open.flatMap(({ documents }) =>
      documents.flatMap(({ original, readingCopy }) =>
        readingCopy && held.get(original.hash)?.isComplete ? [readingCopy.hash] : [],
      ),
    )
    const order = [...unnamed, ...[...ofClosed].filter((hash) => !kept.has(hash)), ...copies]
    return [...new Set(order)].flatMap((hash) => {
      const have = held.get(hash)?.have ?? 0
      return have === 0 || isInUse(hash) ? [] : [{ hash, size: have }]
    })
  }

  const look = async () => {
    const held = new Map((await files.states()).map((state) => [state.hash, state]))
    return { held, heldBytes: [...held.values()].reduce((sum, { have }) => sum + have, 0) }
  }

  return {
    wanted,
    make: async () => {
      const { held, heldBytes } = await look()
      const necessary = new Set(needed(dossiers.open()).map(({ hash }) => hash))
      const judged = wanted().map(({ hash, size }) => {
        const state = held.get(hash)
        const have = state?.size === size ? state.have : 0
        return { hash, size, isNeeded: necessary.has(hash), have }
      })
      const plan = planRoom(judged, freeable(held), await room.left(heldBytes))
      if (plan.free.length > 0) await room.removing(heldBytes)
      for (const hash of plan.free) await deps.remove(hash)
      // What was begun and will not become whole gives the reserve back: an answer must be written even now (O2).
      const begun = room.wasRefused() ? plan.lacking.filter(({ hash }) => held.has(hash)) : []
      for (const { hash } of begun) await files.remove(hash)
      const now = plan.lacking.map(({ hash }) => hash)
      const isSame = now.length === lacking.size && now.every((hash) => lacking.has(hash))
      lacking = new Set(now)
      if (!isSame) onChange()
      return plan.fetch
    },
    refused: async () => room.refused((await look()).heldBytes),
    tryAgain: room.forgetRefusal,
    lacks: (hash) => lacking.has(hash),
  }
}
