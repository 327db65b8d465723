import { z } from 'zod'
import { Rank } from './agenda-item.ts'
import { InvitationReply } from './attendance.ts'
import { CopyNumber } from './handed-paper.ts'
import {
  AgencyId,
  AgendaItemId,
  DocumentId,
  Hash,
  InstantField,
  MeetingId,
  PaperId,
  PersonId,
  textField,
} from './id.ts'
import { MeetingType } from './meeting.ts'
import { Stance } from './position.ts'

/** What is done to a meeting before it is held. */

const reason = textField(1000)
const ofMeeting = { meeting: MeetingId }
const ofItem = { meeting: MeetingId, item: AgendaItemId }

const schedule = {
  /** Opens to the canonical JSON of a MeetingContent. */
  contentHash: Hash,
  startsAt: InstantField,
  endsAt: InstantField,
  chair: PersonId,
}

const matter = {
  /** Opens to the canonical JSON of an AgendaItemContent. */
  contentHash: Hash,
  rank: Rank,
  leadAgency: AgencyId,
  plannedMinutes: z.int().min(1).max(600),
  readers: z.array(PersonId).min(1).max(60).nullable(),
}

export const meetingBodies = {
  'draft-meeting': z.strictObject({
    ...ofMeeting,
    ...schedule,
    type: MeetingType,
    handlers: z.array(PersonId).min(1).max(20),
  }),
  'draft-agenda-item': z.strictObject({ ...ofItem, ...matter }),
  'drop-agenda-item': z.strictObject(ofItem),
  'submit-meeting': z.strictObject({ ...ofMeeting, agendaHash: Hash }),
  'return-meeting': z.strictObject({ ...ofMeeting, reason }),
  'approve-meeting': z.strictObject({ ...ofMeeting, agendaHash: Hash }),
  'invite-to-meeting': z.strictObject(ofMeeting),
  'cancel-meeting': z.strictObject({ ...ofMeeting, reason }),
  /** After approval: each change is kept with its reason, and shown as one (M1). */
  'change-meeting': z.strictObject({ ...ofMeeting, ...schedule, reason }),
  'change-agenda-item': z.strictObject({ ...ofItem, ...matter, reason }),
  'withdraw-agenda-item': z.strictObject({ ...ofItem, reason }),
  /** A guest or a substitute, to one item for a time. */
  'admit-to-item': z.strictObject({
    ...ofItem,
    person: PersonId,
    member: PersonId.nullable(),
    from: InstantField,
    to: InstantField,
  }),
  'dismiss-from-item': z.strictObject({ ...ofItem, person: PersonId }),
  /** D3: one copy of a secret paper into somebody's hands, and back. */
  'hand-out-paper': z.strictObject({ ...ofItem, paper: PaperId, person: PersonId, copy: CopyNumber }),
  'return-paper': z.strictObject({ ...ofItem, paper: PaperId, person: PersonId, copy: CopyNumber }),
  'reply-to-invitation': z.strictObject({ ...ofMeeting, reply: InvitationReply }),
  'decide-absence': z.strictObject({
    ...ofMeeting,
    person: PersonId,
    approved: z.boolean(),
    reason: textField(1000, 0),
  }),
  /** `noteCommit` opens to the note, which may be empty. `member` is who it is said for: oneself, or whom one stands in for. */
  'take-position': z.strictObject({
    ...ofItem,
    member: PersonId,
    contentHash: Hash,
    stance: Stance,
    noteCommit: Hash,
  }),
  'mark-item-delivered': z.strictObject({ ...ofItem, contentHash: Hash }),
  /** As `share-layer`, on a document of the item. */
  'share-item-layer': z.strictObject({ ...ofItem, document: DocumentId, readers: z.array(PersonId).max(60) }),
  'mark-item-opened': z.strictObject({ ...ofItem, files: z.array(Hash).min(1).max(50) }),
} as const

type MeetingActKind = keyof typeof meetingBodies

export const meetingDeliveries: Readonly<Record<MeetingActKind, 'queue' | 'online-only'>> = {
  'draft-meeting': 'online-only',
  'draft-agenda-item': 'online-only',
  'drop-agenda-item': 'online-only',
  'submit-meeting': 'online-only',
  'return-meeting': 'online-only',
  'approve-meeting': 'online-only',
  'invite-to-meeting': 'online-only',
  'cancel-meeting': 'online-only',
  'change-meeting': 'online-only',
  'change-agenda-item': 'online-only',
  'withdraw-agenda-item': 'online-only',
  'admit-to-item': 'online-only',
  'dismiss-from-item': 'online-only',
  'hand-out-paper': 'online-only',
  'return-paper': 'online-only',
  'reply-to-invitation': 'queue',
  'decide-absence': 'online-only',
  'take-position': 'queue',
  'mark-item-delivered': 'queue',
  'mark-item-opened': 'queue',
  'share-item-layer': 'queue',
}
