import { conclusionsHash } from '../../shared/domain/conclusions-hash.ts'
import type { Hash, PersonId } from '../../shared/domain/id.ts'
import type { ConclusionContent } from '../../shared/domain/item-session.ts'
import type { VoteView } from './item-session.ts'
import type { SessionView } from './session.ts'
import type { WorkingCopy } from './working-copy.ts'

/** What a meeting comes to when it is concluded (M1, M9): item by item, with what is still missing. */

export type ConcludedItem = {
  no: number
  title: string
  /** Null where nothing was concluded; with the item adopted in the block that is no gap (M4). */
  conclusion: ConclusionContent | null
  isAdopted: boolean
  /** Whether it was called at all. */
  wasDiscussed: boolean
  /** Those that were counted. */
  votes: VoteView[]
}

export type ConcludingGap =
  | { kind: 'no-conclusion'; no: number }
  | { kind: 'not-discussed'; no: number }
  /** A vote on paper that no second officer has confirmed: it cannot be, any more, once the meeting is concluded (M7). */
  | { kind: 'paper-waits'; no: number; person: PersonId }

export type Concluding = {
  items: ConcludedItem[]
  gaps: ConcludingGap[]
  /** Members who came at any time, of all in post. */
  attended: { present: number; members: number }
  /** Of all this: what is signed. */
  hash: Hash
}

export function concludingOf(
  { meeting: { id: meeting }, items, people }: Pick<SessionView, 'meeting' | 'items' | 'people'>,
  { reader }: Pick<WorkingCopy, 'reader'>,
): Concluding {
  const concluded = items.map(({ no, content, conclusion, row, votes }) => ({
    ...{ no, conclusion, title: content.title },
    isAdopted: row.block?.adopted != null,
    wasDiscussed: row.spans.length > 0,
    votes: votes.filter(({ tally }) => tally !== null),
  }))
  const lacking = concluded.flatMap(({ no, conclusion, isAdopted, wasDiscussed }): ConcludingGap[] => {
    if (conclusion !== null || isAdopted) return []
    return [{ kind: wasDiscussed ? 'no-conclusion' : 'not-discussed', no }]
  })
  const papers = items.flatMap(({ no, item: { id } }) =>
    reader
      .list('paper-vote', `paper-vote/${meeting}/${id}/`)
      .filter(({ confirmed, refused }) => confirmed === null && refused === undefined)
      .map(({ person }): ConcludingGap => ({ kind: 'paper-waits', no, person })),
  )
  const members = people.filter(({ isMember }) => isMember)
  return {
    items: concluded,
    gaps: [...lacking, ...papers],
    attended: { present: members.filter(({ spans }) => spans.length > 0).length, members: members.length },
    hash: conclusionsHash(reader, meeting),
  }
}
