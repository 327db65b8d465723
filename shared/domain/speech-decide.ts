import { dayOf } from '../lib/time.ts'
import { isOpen } from './agenda-item.ts'
import type { DecideContext } from './decide-context.ts'
import { type ItemSession, itemSessionKey, noItemSession } from './item-session.ts'
import { meetingKey } from './meeting.ts'
import { memberAppointmentOn } from './people.ts'
import { quorumOf } from './quorum.ts'
import { isPaused, sessionKey } from './session.ts'
import { currentItem, standingItem } from './session-decide.ts'
import type { BlockAct, SpeechAct } from './session-question.ts'
import { accepted, refused, type Verdict } from './verdict.ts'

/** Who speaks when (M5), and what is adopted together because nobody objects (M4). */

export function decideSpeech(act: SpeechAct, context: DecideContext): Verdict {
  const { meeting, item } = act.body
  const found = inSession(act, context)
  if ('refusal' in found) return found.refusal
  const { queue } = found.row
  const by = act.person
  switch (act.kind) {
    case 'request-to-speak': {
      const { what } = act.body
      const isAsking = queue.some(
        (one) =>
          one.person === by && one.what === what && (one.state === 'waiting' || one.state === 'speaking'),
      )
      if (isAsking) return refused({ kind: 'already-done' })
      return accepted({ kind: 'speech-requested', meeting, item, person: by, what })
    }
    case 'withdraw-request': {
      const request = queue.find((one) => one.act === act.body.request && one.person === by)
      if (!request) return refused({ kind: 'not-found' })
      if (request.state !== 'waiting') return refused({ kind: 'already-done' })
      return accepted({ kind: 'speech-withdrawn', meeting, item, person: by, request: request.act })
    }
    case 'call-speaker': {
      const { request, person, minutes } = act.body
      if (currentItem(meeting, context)?.item !== item) return refused({ kind: 'item-not-current' })
      if (request === null && !maySpeak(act, context)) return refused({ kind: 'not-admissible' })
      if (request !== null) {
        const asked = queue.find((one) => one.act === request && one.person === person)
        if (!asked) return refused({ kind: 'not-found' })
        if (asked.state !== 'waiting') return refused({ kind: 'already-done' })
      }
      return accepted({ kind: 'speaker-called', meeting, item, by, request, person, minutes })
    }
    case 'finish-speaker':
      return queue.some(({ state }) => state === 'speaking')
        ? accepted({ kind: 'speaker-finished', meeting, item, by })
        : refused({ kind: 'already-done' })
  }
}

export function decideBlock(act: BlockAct, context: DecideContext): Verdict {
  const { meeting, item } = act.body
  const found = inSession(act, context)
  if ('refusal' in found) return found.refusal
  const { block } = found.row
  const by = act.person
  if (act.kind === 'propose-for-block') {
    if (block) return refused({ kind: block.pulled.length > 0 ? 'pulled-from-block' : 'already-done' })
    const objects = context.reader
      .list('position', `position/${meeting}/${item}/`)
      .some(({ taken }) => taken.at(-1)?.stance === 'objection')
    if (objects) return refused({ kind: 'objection-stands' })
    return accepted({ kind: 'block-proposed', meeting, item, by })
  }
  if (!block) return refused({ kind: 'not-found' })
  if (block.adopted) return refused({ kind: 'already-done' })
  if (act.kind === 'pull-from-block') {
    return accepted({ kind: 'block-pulled', meeting, item, person: by })
  }
  if (block.pulled.length > 0) return refused({ kind: 'pulled-from-block' })
  const quorum = quorumOf(meeting, context)
  if (quorum.present < quorum.needed) return refused({ kind: 'no-quorum', ...quorum })
  const { present, members } = quorum
  return accepted({ kind: 'block-adopted', meeting, item, by, present, members })
}

/** The item's row in a meeting that is held now; authority waits for the end of a pause, a member's word does not. */
function inSession(
  act: SpeechAct | BlockAct,
  context: DecideContext,
): { row: ItemSession } | { refusal: Verdict } {
  const { meeting: id, item } = act.body
  const { reader } = context
  const meeting = reader.get('meeting', meetingKey(id))
  if (!meeting || !standingItem(id, item, context)) return { refusal: refused({ kind: 'not-found' }) }
  const { state } = meeting.phase
  if (state !== 'in-session') return { refusal: refused({ kind: 'wrong-state', state }) }
  const session = reader.get('session', sessionKey(id))
  const isOwnWord =
    act.kind === 'request-to-speak' || act.kind === 'withdraw-request' || act.kind === 'pull-from-block'
  if (session && isPaused(session) && !isOwnWord) {
    return { refusal: refused({ kind: 'wrong-state', state: 'paused' }) }
  }
  return { row: reader.get('item-session', itemSessionKey(id, item)) ?? noItemSession(id, item) }
}

/** A member, or who is let in to the item: the floor is given to nobody who is not to be there. */
function maySpeak({ body }: Extract<SpeechAct, { kind: 'call-speaker' }>, context: DecideContext): boolean {
  const person = context.reader.get('person', `person/${body.person}`)
  const item = standingItem(body.meeting, body.item, context)
  if (!person || !item) return false
  return (
    memberAppointmentOn(person, dayOf(context.at)) !== undefined ||
    item.admissions.some((admission) => isOpen(admission) && admission.person === person.id)
  )
}
