import { z } from 'zod'
import { Admission, AgendaItem } from './agenda-item.ts'
import { InvitationReply } from './attendance.ts'
import { CopyNumber } from './handed-paper.ts'
import { AgendaItemId, Hash, InstantField, MeetingId, PaperId, PersonId } from './id.ts'
import { MeetingType } from './meeting.ts'
import { LogicalDocument } from './note-layer.ts'
import { Stance } from './position.ts'

/** What acts about meetings made true; see event.ts. */

const ofMeeting = { meeting: MeetingId, by: PersonId }
const ofItem = { meeting: MeetingId, item: AgendaItemId, by: PersonId }
const ofMember = { meeting: MeetingId, item: AgendaItemId, person: PersonId }

const ofPaper = { ...ofItem, paper: PaperId, person: PersonId, copy: CopyNumber }

const schedule = { contentHash: Hash, startsAt: InstantField, endsAt: InstantField, chair: PersonId }
const { rank, leadAgency, plannedMinutes, readers, files } = AgendaItem.shape
const matter = { contentHash: Hash, rank, leadAgency, plannedMinutes, readers, files }

export const meetingEvents = [
  z.strictObject({
    kind: z.literal('meeting-drafted'),
    ...ofMeeting,
    ...schedule,
    type: MeetingType,
    handlers: z.array(PersonId),
  }),
  z.strictObject({ kind: z.literal('agenda-item-drafted'), ...ofItem, ...matter }),
  z.strictObject({ kind: z.literal('meeting-submitted'), ...ofMeeting }),
  z.strictObject({ kind: z.literal('meeting-returned'), ...ofMeeting, reason: z.string() }),
  z.strictObject({ kind: z.literal('meeting-approved'), ...ofMeeting }),
  z.strictObject({ kind: z.literal('meeting-invited'), ...ofMeeting }),
  z.strictObject({ kind: z.literal('meeting-cancelled'), ...ofMeeting, reason: z.string() }),
  z.strictObject({ kind: z.literal('meeting-changed'), ...ofMeeting, ...schedule, reason: z.string() }),
  z.strictObject({ kind: z.literal('agenda-item-sent'), ...ofItem, ...matter, reason: z.string() }),
  z.strictObject({ kind: z.literal('agenda-item-withdrawn'), ...ofItem, reason: z.string() }),
  z.strictObject({
    kind: z.literal('admitted-to-item'),
    ...ofItem,
    admission: Admission.omit({ endedAt: true }),
  }),
  z.strictObject({
    kind: z.literal('dismissed-from-item'),
    ...ofItem,
    person: PersonId,
    /** Whether nothing of the meeting is left open to them. */
    isLast: z.boolean(),
  }),
  /** By the server, when the hour has come. */
  z.strictObject({ kind: z.literal('admission-ended'), ...ofMember, isLast: z.boolean() }),
  z.strictObject({ kind: z.literal('paper-handed-out'), ...ofPaper }),
  z.strictObject({ kind: z.literal('paper-returned'), ...ofPaper }),
  z.strictObject({
    kind: z.literal('invitation-replied'),
    meeting: MeetingId,
    person: PersonId,
    reply: InvitationReply,
  }),
  z.strictObject({
    kind: z.literal('absence-decided'),
    ...ofMeeting,
    person: PersonId,
    approved: z.boolean(),
    reason: z.string(),
  }),
  z.strictObject({
    kind: z.literal('position-taken'),
    ...ofMember,
    by: PersonId,
    contentHash: Hash,
    stance: Stance,
    noteCommit: Hash,
  }),
  z.strictObject({ kind: z.literal('item-delivered'), ...ofMember, contentHash: Hash }),
  z.strictObject({
    kind: z.literal('item-layer-shared'),
    ...ofMember,
    document: LogicalDocument,
    readers: z.array(PersonId),
    removed: z.array(PersonId),
  }),
  z.strictObject({ kind: z.literal('item-opened'), ...ofMember, files: z.array(Hash) }),
] as const

export type MeetingEvent = z.infer<(typeof meetingEvents)[number]>

const kinds: ReadonlySet<string> = new Set(meetingEvents.map(({ shape }) => shape.kind.value))

export const isMeetingEvent = <T extends { kind: string }>(event: T): event is Extract<T, MeetingEvent> =>
  kinds.has(event.kind)
