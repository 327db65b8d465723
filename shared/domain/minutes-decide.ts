import type { DecideContext } from './decide-context.ts'
import type { Standpoint } from './event.ts'
import { meetingKey } from './meeting.ts'
import { type Minutes, minutesKey } from './minutes.ts'
import type { SessionEvent } from './session-event.ts'
import type { MinutesAct } from './session-question.ts'
import { accepted, refused, type Verdict } from './verdict.ts'

/**
 * Minutes are written while the meeting is held and after it, each version over the one that its author had before them, and signed once
 * the conclusions stand. Two who write at once: the ledger orders them, and the second is told before anything is lost.
 */
export function decideMinutes(act: MinutesAct, context: DecideContext): Verdict {
  const { reader } = context
  const { meeting: id, contentHash } = act.body
  const meeting = reader.get('meeting', meetingKey(id))
  if (!meeting) return refused({ kind: 'not-found' })
  const { state } = meeting.phase
  const minutes = reader.get('minutes', minutesKey(id))
  const last = minutes?.versions.at(-1)?.hash ?? null
  if (minutes?.signed) return refused({ kind: 'wrong-state', state: 'signed' })
  const common = { meeting: id, by: act.person, contentHash }
  if (act.kind === 'sign-minutes') {
    if (state !== 'concluded') return refused({ kind: 'wrong-state', state })
    if (last === null) return refused({ kind: 'not-found' })
    return last === contentHash
      ? accepted({ kind: 'minutes-signed', ...common })
      : refused({ kind: 'stale-content' })
  }
  if (state !== 'in-session' && state !== 'ended' && state !== 'concluded') {
    return refused({ kind: 'wrong-state', state })
  }
  if (act.body.basedOn !== last) return refused({ kind: 'stale-content' })
  if (last === contentHash) return refused({ kind: 'already-done' })
  return context.minutesContent(contentHash)
    ? accepted({ kind: 'minutes-drafted', ...common })
    : refused({ kind: 'content-malformed' })
}

export function applyToMinutes(
  before: Minutes | undefined,
  event: SessionEvent,
  { at }: Standpoint,
): Minutes {
  if (event.kind === 'minutes-drafted') {
    const { meeting, by, contentHash: hash } = event
    return {
      kind: 'minutes',
      meeting,
      versions: [...(before?.versions ?? []), { hash, by, at }],
      signed: null,
    }
  }
  if (event.kind === 'minutes-signed' && before) return { ...before, signed: { by: event.by, at } }
  throw new Error(`event ${event.kind} does not apply to minutes`)
}
