import type { Entity, EntityKey } from './entity.ts'
import type { Standpoint } from './event.ts'
import type { PersonId } from './id.ts'
import { itemSessionKey } from './item-session.ts'
import { applyToItemSession } from './item-session-apply.ts'
import { type Meeting, type MeetingPhase, meetingKey } from './meeting.ts'
import { minutesKey } from './minutes.ts'
import { applyToMinutes } from './minutes-decide.ts'
import { type RoomScreen, roomScreenKey } from './room-screen.ts'
import { type Session, sessionKey } from './session.ts'
import type { SessionEvent } from './session-event.ts'
import { type Presence, presenceKey } from './session-presence.ts'
import { castKey, paperVoteKey, voteKey, voteTallyKey } from './vote.ts'
import { applyToCast, applyToPaperVote, applyToVote, applyToVoteTally } from './vote-apply.ts'

/** The rows that an event in session changes. */
export function keysTouchedBySession(event: SessionEvent): EntityKey[] {
  const { meeting } = event
  switch (event.kind) {
    case 'session-opened':
    case 'session-ended':
    case 'chair-handed-over':
      return [sessionKey(meeting), meetingKey(meeting)]
    case 'session-paused':
    case 'session-resumed':
      return [sessionKey(meeting)]
    case 'meeting-concluded':
      return [meetingKey(meeting)]
    case 'room-screen-opened':
    case 'room-screen-closed':
      return [roomScreenKey(meeting)]
    case 'minutes-drafted':
    case 'minutes-signed':
      return [minutesKey(meeting)]
    case 'presence-noted':
      return [presenceKey(meeting, event.person)]
    case 'vote-opened':
      return [voteKey(event), itemSessionKey(meeting, event.item)]
    case 'vote-extended':
    case 'vote-waits':
    case 'vote-closed':
    case 'vote-cancelled':
      return [voteKey(event)]
    case 'vote-cast':
      return [castKey(event, event.person), voteKey(event)]
    case 'paper-vote-entered':
    case 'paper-vote-refused':
      return [paperVoteKey(event, event.person)]
    case 'paper-vote-confirmed':
      return [paperVoteKey(event, event.person), voteKey(event)]
    case 'vote-tallied':
      return [voteTallyKey(event)]
    default:
      return [itemSessionKey(meeting, event.item)]
  }
}

/** One row after one event; see apply.ts. @throws where the row that the event speaks of is missing */
export function applySessionEvent(
  entity: Entity | undefined,
  key: EntityKey,
  event: SessionEvent,
  standpoint: Standpoint,
): Entity {
  switch (key.split('/')[0]) {
    case 'session':
      return applyToSession(entity?.kind === 'session' ? entity : undefined, event, standpoint)
    case 'meeting':
      return applyToMeeting(entity?.kind === 'meeting' ? entity : undefined, event, standpoint)
    case 'presence':
      return applyToPresence(entity?.kind === 'presence' ? entity : undefined, event, standpoint)
    case 'minutes':
      return applyToMinutes(entity?.kind === 'minutes' ? entity : undefined, event, standpoint)
    case 'item-session':
      return applyToItemSession(entity?.kind === 'item-session' ? entity : undefined, event, standpoint)
    case 'vote':
      return applyToVote(entity?.kind === 'vote' ? entity : undefined, event, standpoint)
    case 'cast':
      return applyToCast(entity?.kind === 'cast' ? entity : undefined, event, standpoint)
    case 'paper-vote':
      return applyToPaperVote(entity?.kind === 'paper-vote' ? entity : undefined, event, standpoint)
    case 'room-screen':
      return applyToRoomScreen(event, standpoint)
    case 'vote-tally':
      return applyToVoteTally(entity?.kind === 'vote-tally' ? entity : undefined, event, standpoint)
    default:
      throw misfit(event, key)
  }
}

const misfit = (event: SessionEvent, of: string) => new Error(`event ${event.kind} does not apply to ${of}`)

function applyToSession(session: Session | undefined, event: SessionEvent, { at }: Standpoint): Session {
  if (event.kind === 'session-opened') {
    const { meeting, by, present, members, needed } = event
    const opened = { at, by, present, members, needed }
    return { kind: 'session', meeting, opened, pauses: [], handovers: [], ended: null }
  }
  if (!session) throw misfit(event, 'no session')
  const resumed = () => session.pauses.map((pause) => (pause.to === null ? { ...pause, to: at } : pause))
  switch (event.kind) {
    case 'session-paused': {
      const { by, reason } = event
      return { ...session, pauses: [...session.pauses, { from: at, to: null, by, reason }] }
    }
    case 'session-resumed':
      return { ...session, pauses: resumed() }
    case 'session-ended':
      return { ...session, pauses: resumed(), ended: { at, by: event.by } }
    case 'chair-handed-over': {
      const { by, to } = event
      return { ...session, handovers: [...session.handovers, { from: by, to, at }] }
    }
    default:
      throw misfit(event, 'a session')
  }
}

function applyToMeeting(meeting: Meeting | undefined, event: SessionEvent, { at }: Standpoint): Meeting {
  if (!meeting) throw misfit(event, 'no meeting')
  const inPhase = (
    state: Extract<MeetingPhase['state'], 'in-session' | 'ended' | 'concluded'>,
    by: PersonId,
  ) => ({
    ...meeting,
    phase: { state, by, at },
  })
  switch (event.kind) {
    case 'session-opened':
      return inPhase('in-session', event.by)
    case 'session-ended':
      return inPhase('ended', event.by)
    case 'meeting-concluded':
      return inPhase('concluded', event.by)
    case 'chair-handed-over':
      // Who chairs reads every item: the rights go with the row.
      return { ...meeting, chair: event.to }
    default:
      throw misfit(event, 'a meeting')
  }
}

function applyToRoomScreen(event: SessionEvent, { at }: Standpoint): RoomScreen {
  if (event.kind === 'room-screen-closed') return { kind: 'room-screen', meeting: event.meeting, link: null }
  if (event.kind !== 'room-screen-opened') throw misfit(event, 'a room screen')
  const { meeting, tokenHash, by } = event
  return { kind: 'room-screen', meeting, link: { tokenHash, at, by } }
}

function applyToPresence(before: Presence | undefined, event: SessionEvent, { at }: Standpoint): Presence {
  if (event.kind !== 'presence-noted') throw misfit(event, 'a presence')
  const { meeting, person, by, presence } = event
  const spans = before?.spans ?? []
  const last = spans.at(-1)
  const row = { kind: 'presence', meeting, person } as const
  // What is so already keeps its hour.
  const isSo = last?.to === null ? last.how === presence : presence === 'left'
  if (isSo) return { ...row, spans }
  const ended = spans.map((span) => (span.to === null ? { ...span, to: at } : span))
  if (presence === 'left') return { ...row, spans: ended }
  return { ...row, spans: [...ended, { how: presence, from: at, to: null, by }] }
}
