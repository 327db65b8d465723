import type { AgendaItem } from '../../shared/domain/agenda-item.ts'
import { type BallotEditing, textLimits } from './ballot-editing.ts'
import type { EditorDocument } from './editor-document.ts'
import type { SessionItem } from './item-session.ts'
import { line } from './typed-text.ts'

/** A draft conclusion sent round to all members for agreement or comments, as a ballot (M10). */

/** A ballot reaches every member: what only named readers may know does not go round (D2). */
export const mayGoRound = ({ item, conclusion }: Pick<SessionItem, 'item' | 'conclusion'>): boolean =>
  item.readers === null && item.withdrawn === null && conclusion !== null

type Circulated = {
  item: Pick<AgendaItem, 'meeting' | 'id' | 'leadAgency'>
  conclusion: string
  /** The notice as a draft about this item alone. */
  document: EditorDocument
  words: { title: string; reason: string; question: string }
}

/** @param blank what any new ballot begins from; its only issue asks whether one agrees */
export function circulationOf(blank: BallotEditing, given: Circulated): BallotEditing {
  const { item, conclusion, document, words } = given
  return {
    ...blank,
    title: line(words.title.slice(0, textLimits.title)),
    reason: words.reason,
    summary: conclusion.slice(0, textLimits.summary),
    leadAgency: item.leadAgency,
    issues: blank.issues.map((issue) => ({ ...issue, question: words.question })),
    documents: [document],
    source: { kind: 'item', meeting: item.meeting, item: item.id },
  }
}
