import { z } from 'zod'
import { Mark, SealedAnswer } from './ballot.ts'
import { ActId, BallotId, DeviceId, Hash, InstantField, PersonId } from './id.ts'

/**
 * Everything one member has said to one ballot. No revision is ever lost (B6); the heads are the revisions that no other
 * names: one head is the answer, two heads are a conflict (B12). Held revisions wait for two officers and are no heads.
 */

export const HeldReason = z.discriminatedUnion('kind', [
  /** After closing. `inTime`: signed after the deadline's anchor rule says it was cast before it (B9). */
  z.strictObject({ kind: z.literal('late'), claimedInTime: z.boolean() }),
  z.strictObject({ kind: z.literal('conflict'), with: z.array(ActId) }),
  z.strictObject({ kind: z.literal('former-version'), versionNo: z.int().min(1) }),
  z.strictObject({ kind: z.literal('recalled') }),
  z.strictObject({ kind: z.literal('device-revoked') }),
])
export type HeldReason = z.infer<typeof HeldReason>

export const Revision = z.strictObject({
  act: ActId,
  n: z.int().min(0),
  at: InstantField,
  castAt: InstantField,
  device: DeviceId,
  prev: z.array(ActId),
  versionHash: Hash,
  answers: z.array(SealedAnswer),
  held: HeldReason.nullable(),
})
export type Revision = z.infer<typeof Revision>

/** Two officers' ruling on a silent or late member (B8, B9). */
export const Ruling = z.strictObject({
  n: z.int().min(0),
  at: InstantField,
  by: z.tuple([PersonId, PersonId]),
  reason: z.string(),
  decision: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('count-late'), act: ActId }),
    z.strictObject({ kind: z.literal('count-silence') }),
    z.strictObject({ kind: z.literal('do-not-count') }),
  ]),
})
export type Ruling = z.infer<typeof Ruling>

export const BallotAnswers = z.strictObject({
  kind: z.literal('answers'),
  ballot: BallotId,
  person: PersonId,
  revisions: z.array(Revision),
  heads: z.array(ActId),
})
export type BallotAnswers = z.infer<typeof BallotAnswers>

/** What the Office sees before closing: who, not what (B11). */
export const BallotProgress = z.strictObject({
  kind: z.literal('progress'),
  ballot: BallotId,
  person: PersonId,
  /** One mark a version, the first device's. */
  delivered: z.array(Mark.extend({ versionHash: Hash })),
  opened: z.array(Mark.extend({ versionHash: Hash })),
  answered: z.array(Mark.extend({ versionHash: Hash })),
  standing: z.enum(['silent', 'answered', 'conflict', 'former', 'held']),
  /** Filled at closing for who was silent. */
  silence: z
    .discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('deemed'), n: z.int(), delivered: Mark, opened: Mark.nullable() }),
      z.strictObject({
        kind: z.literal('not-reached'),
        n: z.int(),
        why: z.enum(['not-delivered', 'successor']),
      }),
    ])
    .nullable(),
  rulings: z.array(Ruling),
})
export type BallotProgress = z.infer<typeof BallotProgress>

export const noAnswers = (ballot: BallotId, person: PersonId): BallotAnswers => ({
  kind: 'answers',
  ballot,
  person,
  revisions: [],
  heads: [],
})

export const noProgress = (ballot: BallotId, person: PersonId): BallotProgress => ({
  kind: 'progress',
  ballot,
  person,
  delivered: [],
  opened: [],
  answered: [],
  standing: 'silent',
  silence: null,
  rulings: [],
})

export const headRevisions = (answers: Pick<BallotAnswers, 'revisions' | 'heads'>): Revision[] =>
  answers.revisions.filter((revision) => answers.heads.includes(revision.act))

/** The state of a member's answer in one word, for the current version. */
export function standingOf(answers: BallotAnswers, versionHash: Hash): BallotProgress['standing'] {
  const heads = headRevisions(answers)
  const [only] = heads
  if (heads.length > 1) return 'conflict'
  if (only) return only.versionHash === versionHash ? 'answered' : 'former'
  return answers.revisions.length > 0 ? 'held' : 'silent'
}

/** `standing` for the version of now: it was written for the version of its hour, and an amendment leaves the row alone. */
export const standingFor = (
  { standing, answered }: BallotProgress,
  versionHash: Hash,
): BallotProgress['standing'] =>
  standing === 'answered' && !answered.some((mark) => mark.versionHash === versionHash) ? 'former' : standing
