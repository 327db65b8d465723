import { z } from 'zod'
import { HeldReason } from './answer.ts'
import { SealedAnswer } from './ballot.ts'
import { ActId, AgendaItemId, DeviceId, Hash, InstantField, MeetingId, PersonId, VoteId } from './id.ts'
import { RecordedKind, SpeechKind } from './item-session.ts'
import { PresenceState } from './session-presence.ts'
import { IssueTally } from './tally.ts'

/** What acts in session made true; see event.ts. */

const ofMeeting = { meeting: MeetingId }
const byOfMeeting = { ...ofMeeting, by: PersonId }
const ofItem = { meeting: MeetingId, item: AgendaItemId }
const byOfItem = { ...ofItem, by: PersonId }
const ofVote = { ...ofItem, vote: VoteId }
const quorum = { present: z.int(), members: z.int(), needed: z.int() }

export const sessionEvents = [
  z.strictObject({ kind: z.literal('session-opened'), ...byOfMeeting, ...quorum }),
  z.strictObject({ kind: z.literal('session-paused'), ...byOfMeeting, reason: z.string() }),
  z.strictObject({ kind: z.literal('session-resumed'), ...byOfMeeting }),
  z.strictObject({ kind: z.literal('session-ended'), ...byOfMeeting }),
  z.strictObject({ kind: z.literal('chair-handed-over'), ...byOfMeeting, to: PersonId }),
  z.strictObject({ kind: z.literal('meeting-concluded'), ...byOfMeeting }),
  z.strictObject({ kind: z.literal('room-screen-opened'), ...byOfMeeting, tokenHash: Hash }),
  z.strictObject({ kind: z.literal('room-screen-closed'), ...byOfMeeting }),
  z.strictObject({ kind: z.literal('minutes-drafted'), ...byOfMeeting, contentHash: Hash }),
  z.strictObject({ kind: z.literal('minutes-signed'), ...byOfMeeting, contentHash: Hash }),
  z.strictObject({
    kind: z.literal('presence-noted'),
    ...byOfMeeting,
    person: PersonId,
    presence: PresenceState,
  }),

  z.strictObject({ kind: z.literal('item-started'), ...byOfItem }),
  z.strictObject({ kind: z.literal('item-finished'), ...byOfItem }),
  z.strictObject({
    kind: z.literal('speech-requested'),
    ...ofItem,
    person: PersonId,
    what: SpeechKind,
  }),
  z.strictObject({ kind: z.literal('speech-withdrawn'), ...ofItem, person: PersonId, request: ActId }),
  /** `request` null: nobody had asked. */
  z.strictObject({
    kind: z.literal('speaker-called'),
    ...byOfItem,
    request: ActId.nullable(),
    person: PersonId,
    minutes: z.int(),
  }),
  z.strictObject({ kind: z.literal('speaker-finished'), ...byOfItem }),
  z.strictObject({ kind: z.literal('block-proposed'), ...byOfItem }),
  z.strictObject({ kind: z.literal('block-pulled'), ...ofItem, person: PersonId }),
  z.strictObject({
    kind: z.literal('block-adopted'),
    ...byOfItem,
    present: z.int(),
    members: z.int(),
  }),
  z.strictObject({ kind: z.literal('item-concluded'), ...byOfItem, contentHash: Hash }),
  z.strictObject({
    kind: z.literal('session-recorded'),
    ...byOfItem,
    what: RecordedKind,
    person: PersonId.nullable(),
    from: InstantField,
    to: InstantField.nullable(),
    noteCommit: Hash,
  }),

  z.strictObject({
    kind: z.literal('vote-opened'),
    ...ofVote,
    by: PersonId,
    contentHash: Hash,
    closesAt: InstantField,
    ...quorum,
  }),
  z.strictObject({ kind: z.literal('vote-extended'), ...ofVote, by: PersonId, closesAt: InstantField }),
  /** By the server: its time has passed, and it was away for a part of it. */
  z.strictObject({
    kind: z.literal('vote-waits'),
    ...ofVote,
    downFrom: InstantField,
    downTo: InstantField,
  }),
  z.strictObject({ kind: z.literal('vote-closed'), ...ofVote, by: PersonId.nullable() }),
  z.strictObject({ kind: z.literal('vote-cancelled'), ...ofVote, by: PersonId, reason: z.string() }),
  z.strictObject({
    kind: z.literal('vote-cast'),
    ...ofVote,
    person: PersonId,
    device: DeviceId,
    castAt: InstantField,
    prev: z.array(ActId),
    contentHash: Hash,
    answer: SealedAnswer,
    heads: z.array(ActId),
    held: HeldReason.nullable(),
  }),
  z.strictObject({
    kind: z.literal('paper-vote-entered'),
    ...ofVote,
    person: PersonId,
    by: PersonId,
    device: DeviceId,
    answer: SealedAnswer,
    paper: Hash,
    reason: z.string(),
  }),
  z.strictObject({
    kind: z.literal('paper-vote-confirmed'),
    ...ofVote,
    person: PersonId,
    by: PersonId,
  }),
  z.strictObject({
    kind: z.literal('paper-vote-refused'),
    ...ofVote,
    person: PersonId,
    by: PersonId,
    reason: z.string(),
  }),
  z.strictObject({
    kind: z.literal('vote-tallied'),
    ...ofVote,
    contentHash: Hash,
    members: z.int(),
    tally: IssueTally,
    papers: z.array(PersonId),
  }),
] as const

export type SessionEvent = z.infer<(typeof sessionEvents)[number]>

const kinds: ReadonlySet<string> = new Set(sessionEvents.map(({ shape }) => shape.kind.value))

export const isSessionEvent = <T extends { kind: string }>(event: T): event is Extract<T, SessionEvent> =>
  kinds.has(event.kind)
