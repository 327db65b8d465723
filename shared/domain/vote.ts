import { z } from 'zod'
import { HeldReason, Revision } from './answer.ts'
import { Issue, SealedAnswer } from './ballot.ts'
import {
  ActId,
  AgendaItemId,
  DeviceId,
  Hash,
  InstantField,
  MeetingId,
  PersonId,
  textField,
  VoteId,
} from './id.ts'
import { IssueTally } from './tally.ts'

/**
 * A vote in session (M6): opened and closed by the chair, for a known time. Who has voted is seen by who reads the item, what
 * they said by nobody until it is closed. The engine that counts is the ballots' (G2).
 */

export const VoteContent = z.strictObject({
  issue: Issue,
  /** What is adopted, in its words, where the question alone does not say it. */
  text: textField(8000, 0),
})
export type VoteContent = z.infer<typeof VoteContent>

const byAt = { by: PersonId, at: InstantField }

const VotePhase = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('open') }),
  /** Its time passed, but the server was away for a part of it: the chair closes or extends. Casts count meanwhile. */
  z.strictObject({
    state: z.literal('waits'),
    at: InstantField,
    downFrom: InstantField,
    downTo: InstantField,
  }),
  /** `by` null: by the server, when its time had passed. */
  z.strictObject({ state: z.literal('closed'), at: InstantField, by: PersonId.nullable() }),
  z.strictObject({ state: z.literal('cancelled'), ...byAt, reason: textField(1000) }),
])

const ofVote = { meeting: MeetingId, item: AgendaItemId }

export const Vote = z.strictObject({
  kind: z.literal('vote'),
  ...ofVote,
  id: VoteId,
  /** Opens to a VoteContent. */
  contentHash: Hash,
  opened: z.strictObject({ ...byAt, present: z.int(), members: z.int(), needed: z.int() }),
  closesAt: InstantField,
  extensions: z.array(z.strictObject({ ...byAt, closesAt: InstantField })),
  /** Who, never what. */
  castBy: z.array(PersonId),
  /** For whom a paper stands (M7). */
  papers: z.array(PersonId),
  /** What came and is not counted, told to all: nothing that a member says is dropped. */
  held: z.array(z.strictObject({ act: ActId, at: InstantField, person: PersonId, reason: HeldReason })),
  phase: VotePhase,
})
export type Vote = z.infer<typeof Vote>

export const voteKey = ({ meeting, item, vote }: VoteName): string => `vote/${meeting}/${item}/${vote}`

export type VoteName = { meeting: MeetingId; item: AgendaItemId; vote: VoteId }

export const isUnderWay = ({ phase }: Pick<Vote, 'phase'>): boolean =>
  phase.state === 'open' || phase.state === 'waits'

/** What one member said to it; no revision is ever lost, and two tablets that differ make a conflict (B12). */
export const Cast = z.strictObject({
  kind: z.literal('cast'),
  ...ofVote,
  vote: VoteId,
  person: PersonId,
  revisions: z.array(Revision),
  heads: z.array(ActId),
})
export type Cast = z.infer<typeof Cast>

export const castKey = (name: VoteName, person: PersonId): string =>
  `cast/${name.meeting}/${name.item}/${name.vote}/${person}`

export const noCast = ({ meeting, item, vote }: VoteName, person: PersonId): Cast => ({
  kind: 'cast',
  meeting,
  item,
  vote,
  person,
  revisions: [],
  heads: [],
})

/** A member's word on paper, entered by two officers (M7). */
export const PaperVote = z.strictObject({
  kind: z.literal('paper-vote'),
  ...ofVote,
  vote: VoteId,
  person: PersonId,
  /** The act that entered it. */
  act: ActId,
  ...byAt,
  device: DeviceId,
  answer: SealedAnswer,
  /** The paper itself; behind it those of entries that were refused or entered anew, which the ledger names for good (O4). */
  files: z.array(Hash).min(1),
  reason: textField(1000),
  confirmed: z.strictObject(byAt).nullable(),
  /** By the officer who compared it with the paper; it may be entered anew. */
  refused: z.strictObject({ ...byAt, reason: textField(1000) }).optional(),
})
export type PaperVote = z.infer<typeof PaperVote>

export const paperVoteKey = (name: VoteName, person: PersonId): string =>
  `paper-vote/${name.meeting}/${name.item}/${name.vote}/${person}`

/** The count after closing; a paper that is entered later makes another. Entries are all members in post at closing (G1). */
export const VoteTally = z.strictObject({
  kind: z.literal('vote-tally'),
  ...ofVote,
  vote: VoteId,
  rounds: z
    .array(
      z.strictObject({
        n: z.int(),
        at: InstantField,
        contentHash: Hash,
        members: z.int(),
        tally: IssueTally,
        /** Whose entry stands on paper. */
        papers: z.array(PersonId),
      }),
    )
    .min(1),
})
export type VoteTally = z.infer<typeof VoteTally>

export const voteTallyKey = ({ meeting, item, vote }: VoteName): string =>
  `vote-tally/${meeting}/${item}/${vote}`
