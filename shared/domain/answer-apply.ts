import { unreachable } from '../lib/unreachable.ts'
import { type BallotAnswers, type BallotProgress, noAnswers, noProgress } from './answer.ts'
import type { Event, Standpoint } from './event.ts'
import type { ActId, Hash } from './id.ts'

/** A member's answers after one event (B6, B12). */
export function applyToAnswers(
  before: BallotAnswers | undefined,
  event: Event,
  standpoint: Standpoint,
): BallotAnswers {
  if (event.kind === 'late-admitted' && before) {
    const isAdmitted = (act: ActId) => event.acts.includes(act)
    const revisions = before.revisions.map((r) => (isAdmitted(r.act) ? { ...r, held: null } : r))
    return { ...before, revisions, heads: event.heads }
  }
  if (event.kind !== 'answered') throw new Error(`event ${event.kind} does not apply to answers`)
  const answers = before ?? noAnswers(event.ballot, event.person)
  const { castAt, device, prev, versionHash, held } = event
  const revision = { ...standpoint, castAt, device, prev, versionHash, answers: event.answers, held }
  return { ...answers, revisions: [...answers.revisions, revision], heads: event.heads }
}

/** What the Office may see of a member, after one event (B8, B11). */
export function applyToProgress(
  before: BallotProgress | undefined,
  event: Event,
  standpoint: Standpoint,
): BallotProgress {
  if (
    !('ballot' in event && 'person' in event) ||
    event.kind === 'layer-shared' ||
    event.kind === 'documents-opened'
  )
    throw new Error(`event ${event.kind} does not apply to progress`)
  const progress = before ?? noProgress(event.ballot, event.person)
  // The first mark for a version is the evidence: a second tablet's adds nothing.
  const marked = (marks: BallotProgress['opened'], versionHash: Hash) =>
    marks.some((mark) => mark.versionHash === versionHash)
      ? marks
      : [...marks, { ...standpoint, versionHash }]
  const { n } = standpoint
  switch (event.kind) {
    case 'delivered':
      return { ...progress, delivered: marked(progress.delivered, event.versionHash) }
    case 'opened':
      return { ...progress, opened: marked(progress.opened, event.versionHash) }
    case 'answered':
      return {
        ...progress,
        answered: [...progress.answered, { ...standpoint, versionHash: event.versionHash }],
        standing: event.standing,
      }
    case 'late-admitted':
      return { ...progress, standing: event.standing }
    case 'deemed-to-agree':
      return { ...progress, silence: { kind: 'deemed', n, delivered: event.delivered, opened: event.opened } }
    case 'not-reached':
      return { ...progress, silence: { kind: 'not-reached', n, why: event.why } }
    case 'ruled':
      return { ...progress, rulings: [...progress.rulings, { ...event.ruling, n }] }
    default:
      return unreachable(event)
  }
}
