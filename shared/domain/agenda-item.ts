import { z } from 'zod'
import { utf8 } from '../lib/bytes.ts'
import { canonicalJson } from '../lib/canonical-json.ts'
import { sha256Hex } from '../lib/sha256.ts'
import type { Instant } from '../lib/time.ts'
import { BallotDocument } from './ballot.ts'
import { AgencyId, AgendaItemId, Hash, InstantField, MeetingId, PaperId, PersonId, textField } from './id.ts'
import { MatterSource } from './matter-source.ts'
import { type Meeting, scheduleOf } from './meeting.ts'

/** One matter of a meeting's agenda, with its dossier and its own readers (D2). */

/** D3: a state secret is a paper in somebody's hands and never a file. */
const SecretPaper = z.strictObject({
  id: PaperId,
  /** Number and notation as on the paper. */
  number: textField(100),
  level: z.enum(['mat', 'toi-mat', 'tuyet-mat']),
  /** Who hands it out and takes it back. */
  custodian: textField(200),
})

const hasUniqueIds = (list: readonly { id: string }[]) =>
  new Set(list.map(({ id }) => id)).size === list.length

export const AgendaItemContent = z.strictObject({
  title: textField(300),
  /** Post or name of who presents it. */
  presenter: textField(200),
  summary: textField(8000, 0),
  documents: z.array(BallotDocument).max(200).refine(hasUniqueIds, 'two documents with one id'),
  secrets: z.array(SecretPaper).max(50).refine(hasUniqueIds, 'two papers with one id'),
  /** What it continues. */
  source: MatterSource.optional(),
})
export type AgendaItemContent = z.infer<typeof AgendaItemContent>

/** Place in the agenda: items stand in the order of these texts, so that one can be moved without touching the others. */
export const Rank = z.string().regex(/^[0-9A-Za-z]{1,60}$/)

/**
 * Who is let in to one item for a time: a guest, or the substitute of a member (M3). The papers come at once, so that they are
 * there when needed (D4), and go with the hour `to`.
 */
export const Admission = z.strictObject({
  person: PersonId,
  as: z.enum(['guest', 'substitute']),
  /** Whose substitute. */
  member: PersonId.nullable(),
  from: InstantField,
  /** The last moment of reading. */
  to: InstantField,
  by: PersonId,
  /** When the server noted that it had ended. */
  endedAt: InstantField.nullable(),
})
export type Admission = z.infer<typeof Admission>

export const AgendaItem = z.strictObject({
  kind: z.literal('agenda-item'),
  meeting: MeetingId,
  id: AgendaItemId,
  rank: Rank,
  contentHash: Hash,
  leadAgency: AgencyId,
  plannedMinutes: z.int().min(1).max(600),
  /** Members who need to know; null for all of them. */
  readers: z.array(PersonId).max(60).nullable(),
  admissions: z.array(Admission).max(50),
  /** What members were sent, oldest first; empty before the invitation. */
  versions: z.array(
    z.strictObject({ hash: Hash, at: InstantField, by: PersonId, reason: textField(1000, 0) }),
  ),
  /** Taken off the agenda; with a reason where it had been sent. */
  withdrawn: z.strictObject({ at: InstantField, by: PersonId, reason: textField(1000, 0) }).nullable(),
  /** Of every version. */
  files: z.array(Hash),
})
export type AgendaItem = z.infer<typeof AgendaItem>

export const agendaItemKey = (meeting: MeetingId, item: AgendaItemId): string =>
  `agenda-item/${meeting}/${item}`

export const inAgendaOrder = <T extends Pick<AgendaItem, 'rank' | 'id'>>(items: readonly T[]): T[] =>
  [...items].sort((a, b) => (a.rank === b.rank ? (a.id < b.id ? -1 : 1) : a.rank < b.rank ? -1 : 1))

export const standingItems = (items: readonly AgendaItem[]): AgendaItem[] =>
  inAgendaOrder(items.filter(({ withdrawn }) => withdrawn === null))

export const isOpen = ({ endedAt }: Admission): boolean => endedAt === null

/** Items to which a person is let in at present. */
export const itemsOpenTo = (person: PersonId, items: readonly AgendaItem[]): AgendaItem[] =>
  items.filter(({ admissions }) => admissions.some((one) => isOpen(one) && one.person === person))

/** An admission whose hour has passed, and of which the rows do not say so yet. */
export const isEnding = (admission: Admission, at: Instant): boolean => isOpen(admission) && admission.to < at

/** What is submitted and approved: when and under whom, and all items that stand with their order, papers and readers. */
export function agendaHash(meeting: Meeting, items: readonly AgendaItem[]): Hash {
  const agenda = standingItems(items).map(
    ({ id, rank, contentHash, leadAgency, plannedMinutes, readers }) => ({
      id,
      rank,
      contentHash,
      leadAgency,
      plannedMinutes,
      readers,
    }),
  )
  const named = { type: meeting.type, ...scheduleOf(meeting), agenda }
  return Hash.parse(sha256Hex(utf8(canonicalJson(named))))
}
