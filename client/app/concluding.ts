import type { PersonId } from '../../shared/domain/id.ts'
import type { ConclusionContent } from '../../shared/domain/item-session.ts'
import type { SessionItem } from './item-session.ts'
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
}

export type ConcludingGap =
  | { kind: 'no-conclusion'; no: number }
  | { kind: 'not-discussed'; no: number }
  /** A vote on paper that no second officer has confirmed: it cannot be, any more, once the meeting is concluded (M7). */
  | { kind: 'paper-waits'; no: number; person: PersonId }

export type Concluding = { items: ConcludedItem[]; gaps: ConcludingGap[] }

export function concludingOf(
  items: readonly SessionItem[],
  { reader }: Pick<WorkingCopy, 'reader'>,
): Concluding {
  const concluded = items.map(({ no, content, conclusion, row }) => ({
    ...{ no, conclusion, title: content.title },
    isAdopted: row.block?.adopted != null,
    wasDiscussed: row.spans.length > 0,
  }))
  const lacking = concluded.flatMap(({ no, conclusion, isAdopted, wasDiscussed }): ConcludingGap[] => {
    if (conclusion !== null || isAdopted) return []
    return [{ kind: wasDiscussed ? 'no-conclusion' : 'not-discussed', no }]
  })
  const papers = items.flatMap(({ no, item: { meeting, id } }) =>
    reader
      .list('paper-vote', `paper-vote/${meeting}/${id}/`)
      .filter(({ confirmed }) => confirmed === null)
      .map(({ person }): ConcludingGap => ({ kind: 'paper-waits', no, person })),
  )
  return { items: concluded, gaps: [...lacking, ...papers] }
}
