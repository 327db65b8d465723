import { stands } from './answer-heads.ts'
import type { Standpoint } from './event.ts'
import type { SessionEvent } from './session-event.ts'
import { type Cast, noCast, type PaperVote, type Vote, type VoteTally } from './vote.ts'

/** The rows of a vote after one event. */

const misfit = (event: SessionEvent, of: string) => new Error(`event ${event.kind} does not apply to ${of}`)

export function applyToVote(before: Vote | undefined, event: SessionEvent, mark: Standpoint): Vote {
  const { at, act } = mark
  if (event.kind === 'vote-opened') {
    const { meeting, item, vote: id, by, contentHash, closesAt, present, members, needed } = event
    return {
      ...{ kind: 'vote', meeting, item, id, contentHash, closesAt },
      opened: { by, at, present, members, needed },
      ...{ extensions: [], castBy: [], papers: [], held: [], phase: { state: 'open' } },
    }
  }
  if (!before) throw misfit(event, 'no vote')
  switch (event.kind) {
    case 'vote-extended': {
      const { by, closesAt } = event
      const extensions = [...before.extensions, { by, at, closesAt }]
      return { ...before, closesAt, extensions, phase: { state: 'open' } }
    }
    case 'vote-waits': {
      const { downFrom, downTo } = event
      return { ...before, phase: { state: 'waits', at, downFrom, downTo } }
    }
    case 'vote-closed':
      return { ...before, phase: { state: 'closed', at, by: event.by } }
    case 'vote-cancelled':
      return { ...before, phase: { state: 'cancelled', by: event.by, at, reason: event.reason } }
    case 'vote-cast': {
      const { person, held: reason } = event
      if (reason !== null && !stands(reason)) {
        return { ...before, held: [...before.held, { act, at, person, reason }] }
      }
      return before.castBy.includes(person) ? before : { ...before, castBy: [...before.castBy, person] }
    }
    case 'paper-vote-confirmed':
      return { ...before, papers: [...before.papers, event.person] }
    default:
      throw misfit(event, 'a vote')
  }
}

export function applyToCast(before: Cast | undefined, event: SessionEvent, mark: Standpoint): Cast {
  if (event.kind !== 'vote-cast') throw misfit(event, 'a cast')
  const { person, device, castAt, prev, contentHash: versionHash, answer, heads, held } = event
  const row = before ?? noCast(event, person)
  const revision = { ...mark, castAt, device, prev, versionHash, answers: [answer], held }
  return { ...row, revisions: [...row.revisions, revision], heads }
}

export function applyToPaperVote(
  before: PaperVote | undefined,
  event: SessionEvent,
  { act, at }: Standpoint,
): PaperVote {
  if (event.kind === 'paper-vote-entered') {
    const { meeting, item, vote, person, by, device, answer, paper, reason } = event
    const files = [paper, ...(before?.files ?? []).filter((file) => file !== paper)]
    const entered = { act, by, at, device, answer, files, reason, confirmed: null }
    return { kind: 'paper-vote', meeting, item, vote, person, ...entered }
  }
  if (!before) throw misfit(event, 'no vote on paper')
  switch (event.kind) {
    case 'paper-vote-confirmed':
      return { ...before, confirmed: { by: event.by, at } }
    case 'paper-vote-refused':
      return { ...before, refused: { by: event.by, at, reason: event.reason } }
    default:
      throw misfit(event, 'a vote on paper')
  }
}

export function applyToVoteTally(
  before: VoteTally | undefined,
  event: SessionEvent,
  { n, at }: Standpoint,
): VoteTally {
  if (event.kind !== 'vote-tallied') throw misfit(event, 'a tally of a vote')
  const { kind: _, meeting, item, vote, ...round } = event
  return { kind: 'vote-tally', meeting, item, vote, rounds: [...(before?.rounds ?? []), { n, at, ...round }] }
}
