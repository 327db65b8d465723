import { z } from 'zod'
import { SealedAnswer } from './ballot.ts'
import { ActId, AgendaItemId, Hash, InstantField, MeetingId, PersonId, textField, VoteId } from './id.ts'
import { RecordedKind, SpeechKind } from './item-session.ts'
import { PresenceState } from './session-presence.ts'

/** What is done while a meeting is held (M5-M8, M11). One act about one item: nobody learns of another by its leaf (D2). */

const reason = textField(1000)
const ofMeeting = { meeting: MeetingId }
const ofItem = { meeting: MeetingId, item: AgendaItemId }
const ofVote = { ...ofItem, vote: VoteId }
const seconds = z.int().min(15).max(3600)

export const sessionBodies = {
  'open-session': z.strictObject(ofMeeting),
  'pause-session': z.strictObject({ ...ofMeeting, reason }),
  'resume-session': z.strictObject(ofMeeting),
  'end-session': z.strictObject(ofMeeting),
  'hand-over-chair': z.strictObject({ ...ofMeeting, person: PersonId }),
  /** `conclusions`: the hash of all that is signed (conclusions-hash.ts). Only acts of before it was asked for are without. */
  'conclude-meeting': z.strictObject({ ...ofMeeting, conclusions: Hash.optional() }),

  'start-item': z.strictObject(ofItem),
  'finish-item': z.strictObject(ofItem),
  /** `request` null: called without having asked. */
  'call-speaker': z.strictObject({
    ...ofItem,
    request: ActId.nullable(),
    person: PersonId,
    minutes: z.int().min(1).max(240),
  }),
  'finish-speaker': z.strictObject(ofItem),
  'propose-for-block': z.strictObject(ofItem),
  'adopt-in-block': z.strictObject(ofItem),
  /** `contentHash` opens to the canonical JSON of a ConclusionContent. Again to revise it: `basedOn` is the one that its author knew. */
  'conclude-item': z.strictObject({ ...ofItem, contentHash: Hash, basedOn: Hash.nullable().optional() }),
  /** M8: the chair's local record, one entry each; `noteCommit` opens to words that may be empty. */
  'record-session': z.strictObject({
    ...ofItem,
    what: RecordedKind,
    person: PersonId.nullable(),
    from: InstantField,
    to: InstantField.nullable(),
    noteCommit: Hash,
  }),

  /** `contentHash` opens to the canonical JSON of a VoteContent. */
  'open-vote': z.strictObject({ ...ofVote, contentHash: Hash, seconds }),
  /** Open for so long from now on. */
  'extend-vote': z.strictObject({ ...ofVote, seconds }),
  'close-vote': z.strictObject(ofVote),
  'cancel-vote': z.strictObject({ ...ofVote, reason }),
  'cast-vote': z.strictObject({ ...ofVote, contentHash: Hash, answer: SealedAnswer }),

  /** M7: a member's word on paper; `paper` is the uploaded file. One officer enters it, another confirms. */
  'enter-paper-vote': z.strictObject({
    ...ofVote,
    person: PersonId,
    answer: SealedAnswer,
    paper: Hash,
    reason,
  }),
  'confirm-paper-vote': z.strictObject({ ...ofVote, person: PersonId, entry: ActId }),
  /** What was entered is not what the paper says, or no such paper is there: it is to be entered anew. */
  'refuse-paper-vote': z.strictObject({ ...ofVote, person: PersonId, entry: ActId, reason }),

  /** The link of the display in the hall; `tokenHash`: SHA-256 of its token. Again to make another in its place. */
  'open-room-screen': z.strictObject({ ...ofMeeting, tokenHash: Hash }),
  'close-room-screen': z.strictObject(ofMeeting),
  /** `contentHash` opens to the canonical JSON of a MinutesContent; `basedOn`: the last version that its author knew, null for the first. */
  'draft-minutes': z.strictObject({ ...ofMeeting, contentHash: Hash, basedOn: Hash.nullable() }),
  'sign-minutes': z.strictObject({ ...ofMeeting, contentHash: Hash }),

  'mark-presence': z.strictObject({ ...ofMeeting, person: PersonId, presence: PresenceState }),
  'join-session': z.strictObject({ ...ofMeeting, how: z.enum(['in-room', 'remote']) }),
  'leave-session': z.strictObject(ofMeeting),
  'request-to-speak': z.strictObject({ ...ofItem, what: SpeechKind }),
  'withdraw-request': z.strictObject({ ...ofItem, request: ActId }),
  'pull-from-block': z.strictObject(ofItem),
} as const

type SessionActKind = keyof typeof sessionBodies

/** O9: what members say may wait; the chair's own record is the one exception among acts of authority (M8). */
export const sessionDeliveries: Readonly<Record<SessionActKind, 'queue' | 'online-only'>> = {
  'open-session': 'online-only',
  'pause-session': 'online-only',
  'resume-session': 'online-only',
  'end-session': 'online-only',
  'hand-over-chair': 'online-only',
  'conclude-meeting': 'online-only',
  'draft-minutes': 'online-only',
  'sign-minutes': 'online-only',
  'start-item': 'online-only',
  'finish-item': 'online-only',
  'call-speaker': 'online-only',
  'finish-speaker': 'online-only',
  'propose-for-block': 'online-only',
  'adopt-in-block': 'online-only',
  'conclude-item': 'online-only',
  'record-session': 'queue',
  'open-vote': 'online-only',
  'extend-vote': 'online-only',
  'close-vote': 'online-only',
  'cancel-vote': 'online-only',
  'cast-vote': 'queue',
  'enter-paper-vote': 'online-only',
  'confirm-paper-vote': 'online-only',
  'refuse-paper-vote': 'online-only',
  'open-room-screen': 'online-only',
  'close-room-screen': 'online-only',
  'mark-presence': 'online-only',
  'join-session': 'queue',
  'leave-session': 'queue',
  'request-to-speak': 'queue',
  'withdraw-request': 'queue',
  'pull-from-block': 'queue',
}
