import type { RoomDocument } from './room-document.ts'

export interface Contribution<Member> {
  member: Member
  update: Uint8Array
}

/**
 * An update passed the scan and yet Yjs tripped over the batch: whose was it? Tried one by one on documents of their own.
 * @param freshDocument the room as it is stored; called once more for every offender.
 * @returns at least one member: where each is harmless alone and they are not together, all of them.
 */
export function findOffenders<Member>(
  items: readonly Contribution<Member>[],
  freshDocument: () => RoomDocument,
): Set<Member> {
  const offenders = new Set<Member>()
  for (;;) {
    const trial = freshDocument()
    const culprit = items.find(({ member, update }) => {
      if (offenders.has(member) || update.length === 0) return false
      try {
        trial.apply([update])
        return false
      } catch {
        return true
      }
    })
    trial.destroy()
    if (!culprit) break
    offenders.add(culprit.member)
  }
  return offenders.size > 0 ? offenders : new Set(items.map((item) => item.member))
}
