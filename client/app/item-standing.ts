import type { DocumentId, Hash } from '../../shared/domain/id.ts'
import { isSentLate, type Meeting } from '../../shared/domain/meeting.ts'
import { type DocumentStanding, documentStandings, type ToRead, toRead } from './document-standing.ts'
import type { ItemView, MeetingDesk, MeetingView } from './meeting.ts'
import type { OpenedDocuments } from './opened-documents.ts'

export type ItemStanding = DocumentStanding & { isTooLate: boolean }

type Sources = { meetings: Pick<MeetingDesk, 'itemContentOf'>; openedDocuments: Pick<OpenedDocuments, 'has'> }

/** What a reader should know of an item's documents: what is unread, what came after the invitation or too late (M1). */
export function itemStandings(
  { item, dossier }: Pick<ItemView, 'item' | 'dossier'>,
  { startsAt, invitedAt }: Pick<Meeting, 'startsAt' | 'invitedAt'>,
  { meetings, openedDocuments }: Sources,
): Map<DocumentId, ItemStanding> {
  const [first] = item.versions
  // Of what came with the invitation in time nothing is said.
  const isLate = first && ((invitedAt !== null && first.at > invitedAt) || isSentLate(first.at, startsAt))
  const versions = item.versions.map(({ hash, at }, i) => ({ hash, at, no: i + (isLate ? 2 : 1) }))
  const standings = documentStandings(
    { versions },
    {
      contentOf: meetings.itemContentOf,
      isOpened: (hash: Hash) => openedDocuments.has(dossier, hash),
    },
  )
  return new Map(
    [...standings].map(([id, standing]) => {
      const isTooLate = standing.late !== null && isSentLate(standing.late.at, startsAt)
      return [id, { ...standing, isTooLate }]
    }),
  )
}

/** Of all items together. */
export function meetingToRead({ items, meeting }: MeetingView, sources: Sources): ToRead {
  const all = items
    .filter(({ isOver }) => !isOver)
    .map((view) => toRead(itemStandings(view, meeting, sources)))
  const sum = (of: (one: ToRead) => number) => all.reduce((total, one) => total + of(one), 0)
  return { unread: sum((one) => one.unread), changed: sum((one) => one.changed), of: sum((one) => one.of) }
}
