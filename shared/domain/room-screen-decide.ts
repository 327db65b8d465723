import type { DecideContext } from './decide-context.ts'
import { meetingKey } from './meeting.ts'
import { hasRoomScreen, roomScreenKey } from './room-screen.ts'
import { sessionKey } from './session.ts'
import type { ScreenAct } from './session-question.ts'
import { accepted, refused, type Verdict } from './verdict.ts'

/** Whoever opens another link ends the one before; switching off works whatever the meeting has come to. */
export function decideRoomScreen(act: ScreenAct, { reader, at }: DecideContext): Verdict {
  const { meeting: id } = act.body
  const meeting = reader.get('meeting', meetingKey(id))
  if (!meeting) return refused({ kind: 'not-found' })
  const link = reader.get('room-screen', roomScreenKey(id))?.link ?? null
  const common = { meeting: id, by: act.person }
  if (act.kind === 'close-room-screen') {
    return link ? accepted({ kind: 'room-screen-closed', ...common }) : refused({ kind: 'already-done' })
  }
  const { tokenHash } = act.body
  if (!hasRoomScreen(meeting, reader.get('session', sessionKey(id)), at)) {
    return refused({ kind: 'wrong-state', state: meeting.phase.state })
  }
  if (link?.tokenHash === tokenHash) return refused({ kind: 'already-done' })
  return accepted({ kind: 'room-screen-opened', ...common, tokenHash })
}
