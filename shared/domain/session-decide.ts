import { dayOf, hourMs } from '../lib/time.ts'
import type { ActOf } from './act.ts'
import { type AgendaItem, agendaItemKey } from './agenda-item.ts'
import { conclusionsHash } from './conclusions-hash.ts'
import type { DecideContext } from './decide-context.ts'
import type { Event } from './event.ts'
import type { AgendaItemId, MeetingId } from './id.ts'
import { type ItemSession, isCurrent, itemSessionKey } from './item-session.ts'
import { type Meeting, type MeetingState, meetingKey } from './meeting.ts'
import { memberAppointmentOn } from './people.ts'
import { quorumOf } from './quorum.ts'
import { isPaused, type Session, sessionKey } from './session.ts'
import { isPresent, presenceKey } from './session-presence.ts'
import type { ConductAct } from './session-question.ts'
import { accepted, type Refusal, refused, type Verdict } from './verdict.ts'
import { isUnderWay } from './vote.ts'

/** How a meeting is conducted (M5, M8, M9, M11, G3). Two who act at once are ordered by the ledger: the second finds what is. */

/** Somebody may come this long before the hour that was set. */
const doorsOpenMs = 12 * hourMs

const statesByKind: Readonly<Record<ConductAct['kind'], readonly MeetingState[]>> = {
  'open-session': ['invited'],
  'pause-session': ['in-session'],
  'resume-session': ['in-session'],
  'end-session': ['in-session'],
  'hand-over-chair': ['in-session'],
  'conclude-meeting': ['ended'],
  'start-item': ['in-session'],
  'finish-item': ['in-session'],
  'conclude-item': ['in-session', 'ended'],
  'record-session': ['in-session', 'ended'],
  'mark-presence': ['invited', 'in-session'],
  'join-session': ['invited', 'in-session'],
  'leave-session': ['invited', 'in-session'],
}

export function decideSession(act: ConductAct, context: DecideContext): Verdict {
  const { reader, at } = context
  const { meeting: id } = act.body
  const meeting = reader.get('meeting', meetingKey(id))
  if (!meeting) return refused({ kind: 'not-found' })
  const { state } = meeting.phase
  if (!statesByKind[act.kind].includes(state)) return refused({ kind: 'wrong-state', state })
  const session = reader.get('session', sessionKey(id))
  const common = { meeting: id, by: act.person }
  switch (act.kind) {
    case 'open-session': {
      const quorum = quorumOf(id, context)
      if (quorum.present < quorum.needed) return refused({ kind: 'no-quorum', ...quorum })
      return accepted({ kind: 'session-opened', ...common, ...quorum })
    }
    case 'pause-session':
      if (session && isPaused(session)) return refused({ kind: 'already-done' })
      return accepted({ kind: 'session-paused', ...common, reason: act.body.reason })
    case 'resume-session':
      if (!session || !isPaused(session)) return refused({ kind: 'already-done' })
      return accepted({ kind: 'session-resumed', ...common })
    case 'end-session': {
      if (hasVoteUnderWay(id, context)) return refused({ kind: 'vote-under-way' })
      const current = currentItem(id, context)
      const finished: Event[] = current ? [{ kind: 'item-finished', ...common, item: current.item }] : []
      return accepted(...finished, { kind: 'session-ended', ...common })
    }
    case 'hand-over-chair': {
      const { person: to } = act.body
      if (to === meeting.chair) return refused({ kind: 'already-done' })
      const person = reader.get('person', `person/${to}`)
      if (!person || !memberAppointmentOn(person, dayOf(at))) return refused({ kind: 'chair-not-member' })
      const isThere = isPresent(reader.get('presence', presenceKey(id, to)))
      return isThere
        ? accepted({ kind: 'chair-handed-over', ...common, to })
        : refused({ kind: 'not-present' })
    }
    case 'conclude-meeting':
      return act.body.conclusions === conclusionsHash(reader, id)
        ? accepted({ kind: 'meeting-concluded', ...common })
        : refused({ kind: 'conclusions-changed' })
    case 'start-item':
    case 'finish-item':
      return decideItemTurn(act, session, context)
    case 'conclude-item': {
      const item = standingItem(id, act.body.item, context)
      if (!item) return refused({ kind: 'not-found' })
      const { contentHash, basedOn = null } = act.body
      // M11: of two who conclude at once the second is shown what the first has said, and nothing is written over unseen.
      const last = reader.get('item-session', itemSessionKey(id, item.id))?.conclusions.at(-1)
      if (basedOn !== (last?.contentHash ?? null)) return refused({ kind: 'conclusions-changed' })
      return context.conclusionContent(contentHash)
        ? accepted({ kind: 'item-concluded', ...common, item: item.id, contentHash })
        : refused({ kind: 'content-malformed' })
    }
    case 'record-session': {
      const { meeting: _, ...entry } = act.body
      const fault = faultOfRecord(act, context)
      return fault ? refused(fault) : accepted({ kind: 'session-recorded', ...common, ...entry })
    }
    case 'mark-presence':
    case 'join-session':
    case 'leave-session':
      return decidePresence(act, meeting, context)
  }
}

export const standingItem = (
  meeting: MeetingId,
  item: AgendaItemId,
  { reader }: Pick<DecideContext, 'reader'>,
): AgendaItem | undefined => {
  const row = reader.get('agenda-item', agendaItemKey(meeting, item))
  return row && row.versions.length > 0 && row.withdrawn === null ? row : undefined
}

export const currentItem = (
  meeting: MeetingId,
  { reader }: Pick<DecideContext, 'reader'>,
): ItemSession | undefined => reader.list('item-session', `item-session/${meeting}/`).find(isCurrent)

export const hasVoteUnderWay = (meeting: MeetingId, { reader }: Pick<DecideContext, 'reader'>): boolean =>
  reader.list('vote', `vote/${meeting}/`).some(isUnderWay)

/** M5: starting one ends the other, so that there is one current item at most; a vote is finished first. */
function decideItemTurn(
  act: ActOf<'start-item'> | ActOf<'finish-item'>,
  session: Session | undefined,
  context: DecideContext,
): Verdict {
  const { meeting, item } = act.body
  const by = act.person
  if (!standingItem(meeting, item, context)) return refused({ kind: 'not-found' })
  if (session && isPaused(session)) return refused({ kind: 'wrong-state', state: 'paused' })
  const current = currentItem(meeting, context)
  if (act.kind === 'finish-item') {
    if (current?.item !== item) return refused({ kind: 'item-not-current' })
    if (hasVoteUnderWay(meeting, context)) return refused({ kind: 'vote-under-way' })
    return accepted({ kind: 'item-finished', meeting, item, by })
  }
  if (current?.item === item) return refused({ kind: 'already-done' })
  if (hasVoteUnderWay(meeting, context)) return refused({ kind: 'vote-under-way' })
  const ended: Event[] = current ? [{ kind: 'item-finished', meeting, item: current.item, by }] : []
  return accepted(...ended, { kind: 'item-started', meeting, item, by })
}

function faultOfRecord(act: ActOf<'record-session'>, context: DecideContext): Refusal | null {
  const { meeting, item, person, what, from, to, noteCommit } = act.body
  if (!standingItem(meeting, item, context)) return { kind: 'not-found' }
  if (what === 'spoke' && !(person && context.reader.get('person', `person/${person}`))) {
    return { kind: 'not-found' }
  }
  if (to !== null && to < from) return { kind: 'ends-before-start' }
  return context.opened(noteCommit) === undefined ? { kind: 'opening-missing' } : null
}

/** Coming again changes nothing: what a tablet says late does not move an hour that an officer has noted. */
function decidePresence(
  act: ActOf<'mark-presence'> | ActOf<'join-session'> | ActOf<'leave-session'>,
  { id, startsAt, admitted }: Meeting,
  { reader, at }: DecideContext,
): Verdict {
  if (at < startsAt - doorsOpenMs) return refused({ kind: 'session-not-near' })
  const common = { kind: 'presence-noted', meeting: id, by: act.person } as const
  if (act.kind === 'join-session') {
    return accepted({ ...common, person: act.person, presence: act.body.how })
  }
  if (act.kind === 'leave-session') return accepted({ ...common, person: act.person, presence: 'left' })
  const { person, presence } = act.body
  const row = reader.get('person', `person/${person}`)
  const mayCome = row && (memberAppointmentOn(row, dayOf(at)) !== undefined || admitted.includes(person))
  return mayCome ? accepted({ ...common, person, presence }) : refused({ kind: 'not-admissible' })
}
