import { z } from 'zod'
import {
  ActId,
  AgencyId,
  AgendaItemId,
  DayField,
  Hash,
  InstantField,
  MeetingId,
  PersonId,
  textField,
  VoteId,
} from './id.ts'

/** What is done with one item while the meeting is held (M4, M5, M8, M9): for who reads the item (D2). */

export const SpeechKind = z.enum(['speak', 'order'])
export type SpeechKind = z.infer<typeof SpeechKind>

/** A request to speak, or being called without one. Its name is the act that made it. */
export const SpeakingRequest = z.strictObject({
  act: ActId,
  n: z.int().min(0),
  at: InstantField,
  person: PersonId,
  what: SpeechKind,
  state: z.enum(['waiting', 'speaking', 'done', 'withdrawn']),
  /** Granted by who called. */
  minutes: z.int().min(1).max(240).nullable(),
  calledAt: InstantField.nullable(),
  finishedAt: InstantField.nullable(),
})
export type SpeakingRequest = z.infer<typeof SpeakingRequest>

/** What the chair's tablet wrote down while the server was away. The hours are that tablet's word (O8). */
export const RecordedKind = z.enum(['item-started', 'item-finished', 'spoke', 'note'])
export type RecordedKind = z.infer<typeof RecordedKind>

const SessionRecord = z.strictObject({
  act: ActId,
  n: z.int().min(0),
  at: InstantField,
  by: PersonId,
  what: RecordedKind,
  person: PersonId.nullable(),
  from: InstantField,
  to: InstantField.nullable(),
  noteCommit: Hash,
})

export const ItemSession = z.strictObject({
  kind: z.literal('item-session'),
  meeting: MeetingId,
  item: AgendaItemId,
  /** When it was discussed; the item with an open span is the current one, and there is at most one in a meeting. */
  spans: z.array(z.strictObject({ from: InstantField, to: InstantField.nullable(), by: PersonId })),
  queue: z.array(SpeakingRequest),
  /** M4: proposed for adoption with others that nobody objects to. */
  block: z
    .strictObject({
      proposedAt: InstantField,
      by: PersonId,
      pulled: z.array(z.strictObject({ person: PersonId, at: InstantField })),
      adopted: z
        .strictObject({ at: InstantField, by: PersonId, present: z.int(), members: z.int() })
        .nullable(),
    })
    .nullable(),
  /** Each opens to a ConclusionContent; the last one holds. */
  conclusions: z.array(z.strictObject({ contentHash: Hash, at: InstantField, by: PersonId })),
  votes: z.array(VoteId),
  records: z.array(SessionRecord),
})
export type ItemSession = z.infer<typeof ItemSession>

export const itemSessionKey = (meeting: MeetingId, item: AgendaItemId): string =>
  `item-session/${meeting}/${item}`

export const noItemSession = (meeting: MeetingId, item: AgendaItemId): ItemSession => ({
  kind: 'item-session',
  meeting,
  item,
  spans: [],
  queue: [],
  block: null,
  conclusions: [],
  votes: [],
  records: [],
})

export const isCurrent = ({ spans }: Pick<ItemSession, 'spans'>): boolean =>
  spans.some(({ to }) => to === null)

/** What the chair concludes of an item: the words of the notice, and what is to be done by whom (M9). */
export const ConclusionContent = z.strictObject({
  text: textField(20_000),
  assignments: z
    .array(
      z.strictObject({
        agency: AgencyId,
        text: textField(2000),
        deadline: DayField.nullable(),
        product: textField(500, 0),
      }),
    )
    .max(50),
})
export type ConclusionContent = z.infer<typeof ConclusionContent>
