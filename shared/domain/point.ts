import { z } from 'zod'
import type { BallotAnswers } from './answer.ts'
import { ActId, BallotId, Hash, InstantField, IssueId, PersonId } from './id.ts'
import type { Tally } from './tally.ts'

/**
 * Points (B15): every other opinion of the last count, and every disagreement with words, waits for the lead agency's response.
 * They are read off the count and the answers. A point is named by the commitment to its words: whoever has the words finds
 * it, and its name says nothing of who spoke.
 */

export const PointOutcome = z.enum(['accepted', 'partly', 'not-accepted'])
export type PointOutcome = z.infer<typeof PointOutcome>

/** What was responded, amended ones kept, the last one counts: no name and no word of whoever raised the point. */
export const Response = z.strictObject({
  kind: z.literal('response'),
  ballot: BallotId,
  issue: IssueId,
  point: Hash,
  given: z
    .array(
      z.strictObject({
        act: ActId,
        n: z.int().min(0),
        at: InstantField,
        by: PersonId,
        outcome: PointOutcome,
        /** Opens to the reason; empty where the point is wholly accepted and nothing more is to be said. */
        noteCommit: Hash,
        /** Opens to the place in the new draft; empty where nothing was accepted. */
        placeCommit: Hash,
      }),
    )
    .min(1),
})
export type Response = z.infer<typeof Response>

export const responseKey = (ballot: BallotId, issue: IssueId, point: Hash): string =>
  `response/${ballot}/${issue}/${point}`

export const hashesOfResponse = ({ given }: Response): Hash[] =>
  given.flatMap(({ noteCommit, placeCommit }) => [noteCommit, placeCommit])

export const PointFacts = z.strictObject({
  ballot: BallotId,
  issue: IssueId,
  point: Hash,
  choice: z.enum(['other', 'disagree']),
  /** Said of a former version. */
  isFormer: z.boolean(),
  /** Null where the words are no longer kept. */
  text: z.string().nullable(),
})
export type PointFacts = z.infer<typeof PointFacts>

export type Point = PointFacts & { person: PersonId }

/**
 * The points of a ballot, issue by issue, as far as the answers are at hand.
 *
 * @param opened the words behind a commitment, where they are known
 */
export function pointsOf(
  tally: Tally | undefined,
  answers: readonly BallotAnswers[],
  opened: (commit: Hash) => string | undefined,
): Point[] {
  const round = tally?.rounds.at(-1)
  if (!tally || !round) return []
  return round.issues.flatMap(({ issue, entries }) =>
    entries.flatMap(({ person, act, entry }): Point[] => {
      if (entry.kind !== 'other' && entry.kind !== 'disagree') return []
      const revision = answers
        .find((one) => one.person === person)
        ?.revisions.find((candidate) => candidate.act === act)
      const point = revision?.answers.find((answer) => answer.issue === issue)?.textCommit
      if (point === undefined) return []
      const text = opened(point) ?? null
      // A bare no asks for no explanation.
      if (entry.kind === 'disagree' && (text === null || text.trim() === '')) return []
      return [
        { ballot: tally.ballot, issue, point, choice: entry.kind, isFormer: entry.former, text, person },
      ]
    }),
  )
}
