import { isCleanText } from '../lib/text.ts'
import { dayOf } from '../lib/time.ts'
import type { ActOf } from './act.ts'
import type { DecideContext } from './decide-context.ts'
import type { EntityKey } from './entity.ts'
import type { Event, Standpoint } from './event.ts'
import type { AgencyId, Hash } from './id.ts'
import { appointmentsOn } from './people.ts'
import { pointsOf, type Response, responseKey } from './point.ts'
import { faultOfNote } from './task-fault.ts'
import { accepted, type Refusal, refused, type Verdict } from './verdict.ts'

const longestPlace = 500

/**
 * The lead agency's word on a point (B15); the Office's where that agency has no desk. It may be amended, each one naming the
 * one before, until it is decided what becomes of the ballot; a point that still waits then is answered all the same.
 */
export function decideResponse(act: ActOf<'respond-to-point'>, context: DecideContext): Verdict {
  const { reader } = context
  const { ballot: id, issue, point, outcome, replaces, noteCommit, placeCommit } = act.body
  const ballot = reader.get('ballot', `ballot/${id}`)
  if (!ballot) return refused({ kind: 'not-found' })
  if (ballot.phase.state !== 'closed') return refused({ kind: 'wrong-state', state: ballot.phase.state })
  const answers = reader.list('answers', `answers/${id}/`)
  const points = pointsOf(reader.get('tally', `tally/${id}`), answers, context.opened)
  if (!points.some((one) => one.issue === issue && one.point === point)) return refused({ kind: 'not-found' })
  const isDesk = context.subject.agencies.includes(ballot.leadAgency)
  if (!isDesk && hasDesk(ballot.leadAgency, context)) return refused({ kind: 'agency-has-desk' })
  const last = reader.get('response', responseKey(id, issue, point))?.given.at(-1)
  if ((last?.act ?? null) !== replaces) return refused({ kind: 'stale-content' })
  if (last && ballot.outcome) return refused({ kind: 'already-done' })
  const fault =
    faultOfNote(noteCommit, outcome !== 'accepted', context) ??
    faultOfPlace(placeCommit, outcome !== 'not-accepted', context)
  if (fault) return refused(fault)
  const said = { by: act.person, outcome, noteCommit, placeCommit }
  return accepted({ kind: 'point-responded', ballot: id, issue, point, ...said })
}

export function readsOfResponse({ body: { ballot, issue, point } }: ActOf<'respond-to-point'>): EntityKey[] {
  return [`ballot/${ballot}`, `answers/${ballot}/`, `tally/${ballot}`, responseKey(ballot, issue, point)]
}

/** Whether somebody is there to speak for the agency. */
export const hasDesk = (agency: AgencyId, { reader, at }: Pick<DecideContext, 'reader' | 'at'>): boolean =>
  reader
    .list('person')
    .some((person) =>
      appointmentsOn(person, dayOf(at)).some((post) => post.role === 'clerk' && post.agency === agency),
    )

function faultOfPlace(commit: Hash, isRequired: boolean, { opened }: DecideContext): Refusal | null {
  const text = opened(commit)
  if (text === undefined) return { kind: 'opening-missing' }
  if (text.length > longestPlace || !isCleanText(text)) return { kind: 'content-malformed' }
  return isRequired && text.trim() === '' ? { kind: 'place-missing' } : null
}

export function applyToResponse(
  before: Response | undefined,
  event: Extract<Event, { kind: 'point-responded' }>,
  { act, n, at }: Standpoint,
): Response {
  const { ballot, issue, point, by, outcome, noteCommit, placeCommit } = event
  const given = [...(before?.given ?? []), { act, n, at, by, outcome, noteCommit, placeCommit }]
  return { kind: 'response', ballot, issue, point, given }
}
