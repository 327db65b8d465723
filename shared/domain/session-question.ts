import type { Question } from './access.ts'
import type { Act } from './act.ts'
import { agendaItemKey } from './agenda-item.ts'
import { readsOfConclusions } from './conclusions-hash.ts'
import type { EntityKey, EntityReader } from './entity.ts'
import { meetingKey } from './meeting.ts'
import { factsOfItem, factsOfMeeting } from './meeting-access.ts'
import { minutesKey } from './minutes.ts'
import { roomScreenKey } from './room-screen.ts'
import { chairAt, sessionKey } from './session.ts'
import { sessionBodies } from './session-act.ts'
import { castKey, paperVoteKey, voteKey, voteTallyKey } from './vote.ts'

/** What an act in session asks of `permit`, and which rows deciding it reads; see decide.ts. */

export type SessionAct = Extract<Act, { kind: keyof typeof sessionBodies }>
export type VoteAct = Extract<
  SessionAct,
  { kind: 'open-vote' | 'extend-vote' | 'close-vote' | 'cancel-vote' | 'cast-vote' }
>
export type PaperAct = Extract<
  SessionAct,
  { kind: 'enter-paper-vote' | 'confirm-paper-vote' | 'refuse-paper-vote' }
>
export type SpeechAct = Extract<
  SessionAct,
  { kind: 'call-speaker' | 'finish-speaker' | 'request-to-speak' | 'withdraw-request' }
>
export type BlockAct = Extract<
  SessionAct,
  { kind: 'propose-for-block' | 'adopt-in-block' | 'pull-from-block' }
>
export type ScreenAct = Extract<SessionAct, { kind: 'open-room-screen' | 'close-room-screen' }>
export type MinutesAct = Extract<SessionAct, { kind: 'draft-minutes' | 'sign-minutes' }>
export type ConductAct = Exclude<
  SessionAct,
  VoteAct | PaperAct | SpeechAct | BlockAct | ScreenAct | MinutesAct
>

export const isSessionAct = (act: Act): act is SessionAct => Object.hasOwn(sessionBodies, act.kind)

export const isVoteAct = (act: SessionAct): act is VoteAct =>
  act.kind === 'open-vote' ||
  act.kind === 'extend-vote' ||
  act.kind === 'close-vote' ||
  act.kind === 'cancel-vote' ||
  act.kind === 'cast-vote'

export const isScreenAct = (act: SessionAct): act is ScreenAct =>
  act.kind === 'open-room-screen' || act.kind === 'close-room-screen'

export const isPaperAct = (act: SessionAct): act is PaperAct =>
  act.kind === 'enter-paper-vote' || act.kind === 'confirm-paper-vote' || act.kind === 'refuse-paper-vote'

export const isSpeechAct = (act: SessionAct): act is SpeechAct =>
  act.kind === 'call-speaker' ||
  act.kind === 'finish-speaker' ||
  act.kind === 'request-to-speak' ||
  act.kind === 'withdraw-request'

export const isMinutesAct = (act: SessionAct): act is MinutesAct =>
  act.kind === 'draft-minutes' || act.kind === 'sign-minutes'

export const isBlockAct = (act: SessionAct): act is BlockAct =>
  act.kind === 'propose-for-block' || act.kind === 'adopt-in-block' || act.kind === 'pull-from-block'

export function questionOfSessionAct(act: SessionAct, reader: EntityReader): Question | null {
  const { person } = act
  const row = reader.get('meeting', meetingKey(act.body.meeting))
  if (!row) return null
  const meeting = factsOfMeeting(row)
  switch (act.kind) {
    case 'join-session':
    case 'leave-session':
      return { action: act.kind, person, meeting }
    case 'request-to-speak':
    case 'withdraw-request':
    case 'pull-from-block':
    case 'cast-vote': {
      const item = reader.get('agenda-item', agendaItemKey(act.body.meeting, act.body.item))
      return item ? { action: act.kind, person, meeting, item: factsOfItem(item) } : null
    }
    case 'record-session': {
      const session = reader.get('session', sessionKey(row.id)) ?? { handovers: [] }
      return { action: act.kind, meeting, chairThen: chairAt(session, row.chair, act.body.from) }
    }
    default:
      return { action: act.kind, meeting }
  }
}

export function readsOfSessionAct(act: SessionAct): EntityKey[] {
  const { meeting } = act.body
  if (isScreenAct(act)) return [meetingKey(meeting), sessionKey(meeting), roomScreenKey(meeting)]
  if (isMinutesAct(act)) return [meetingKey(meeting), minutesKey(meeting)]
  const both = [meetingKey(meeting), sessionKey(meeting), `presence/${meeting}/`]
  if (act.kind === 'conclude-meeting') return [...both, ...readsOfConclusions(meeting)]
  if (!('item' in act.body)) {
    return act.kind === 'end-session' ? [...both, `item-session/${meeting}/`, `vote/${meeting}/`] : both
  }
  const { item } = act.body
  // Which item is the current one is asked of all of them.
  const rows = [...both, agendaItemKey(meeting, item), `item-session/${meeting}/`]
  if (isPaperAct(act)) {
    const name = { meeting, item, vote: act.body.vote }
    const { person } = act.body
    return [
      meetingKey(meeting),
      voteKey(name),
      voteTallyKey(name),
      castKey(name, person),
      paperVoteKey(name, person),
    ]
  }
  if (isVoteAct(act)) {
    const name = { meeting, item, vote: act.body.vote }
    return [...rows, `vote/${meeting}/`, voteKey(name), voteTallyKey(name), castKey(name, act.person)]
  }
  if (act.kind === 'start-item' || act.kind === 'finish-item') return [...rows, `vote/${meeting}/`]
  return act.kind === 'propose-for-block' ? [...rows, `position/${meeting}/${item}/`] : rows
}
