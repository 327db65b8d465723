import type { Instant } from '../lib/time.ts'
import type { Standpoint } from './event.ts'
import { type ItemSession, noItemSession, type SpeakingRequest } from './item-session.ts'
import type { SessionEvent } from './session-event.ts'

/** One item in session after one event. */
export function applyToItemSession(
  before: ItemSession | undefined,
  event: SessionEvent,
  { n, at, act }: Standpoint,
): ItemSession {
  const misfit = () => new Error(`event ${event.kind} does not apply to an item in session`)
  if (!('item' in event)) throw misfit()
  const row = before ?? noItemSession(event.meeting, event.item)
  switch (event.kind) {
    case 'item-started':
      return { ...row, spans: [...row.spans, { from: at, to: null, by: event.by }] }
    case 'item-finished': {
      const spans = row.spans.map((span) => (span.to === null ? { ...span, to: at } : span))
      return { ...row, spans, queue: row.queue.map((one) => finished(one, at)) }
    }
    case 'speech-requested': {
      const { person, what } = event
      const asked = { act, n, at, person, what, state: 'waiting' as const }
      return { ...row, queue: [...row.queue, { ...asked, minutes: null, calledAt: null, finishedAt: null }] }
    }
    case 'speech-withdrawn':
      return {
        ...row,
        queue: row.queue.map((one) => (one.act === event.request ? { ...one, state: 'withdrawn' } : one)),
      }
    case 'speaker-called': {
      const { request, person, minutes } = event
      const queue = row.queue.map((one) => finished(one, at))
      const called = { state: 'speaking', minutes, calledAt: at } as const
      if (request !== null) {
        return { ...row, queue: queue.map((one) => (one.act === request ? { ...one, ...called } : one)) }
      }
      const unasked = { act, n, at, person, what: 'speak' as const, ...called, finishedAt: null }
      return { ...row, queue: [...queue, unasked] }
    }
    case 'speaker-finished':
      return { ...row, queue: row.queue.map((one) => finished(one, at)) }
    case 'block-proposed':
      return { ...row, block: { proposedAt: at, by: event.by, pulled: [], adopted: null } }
    case 'block-pulled':
    case 'block-adopted': {
      const { block } = row
      if (!block) throw misfit()
      if (event.kind === 'block-pulled') {
        const isKnown = block.pulled.some(({ person }) => person === event.person)
        const pulled = isKnown ? block.pulled : [...block.pulled, { person: event.person, at }]
        return { ...row, block: { ...block, pulled } }
      }
      const { by, present, members } = event
      return { ...row, block: { ...block, adopted: { at, by, present, members } } }
    }
    case 'item-concluded': {
      const { by, contentHash } = event
      return { ...row, conclusions: [...row.conclusions, { contentHash, at, by }] }
    }
    case 'session-recorded': {
      const { by, what, person, from, to, noteCommit } = event
      return { ...row, records: [...row.records, { act, n, at, by, what, person, from, to, noteCommit }] }
    }
    case 'vote-opened':
      return { ...row, votes: [...row.votes, event.vote] }
    default:
      throw misfit()
  }
}

/** One speaks at a time: whoever is called next ends the one before. */
const finished = (one: SpeakingRequest, at: Instant): SpeakingRequest =>
  one.state === 'speaking' ? { ...one, state: 'done', finishedAt: at } : one
