import type { MeetingId, PersonId } from '../../shared/domain/id.ts'
import { type PresenceState, presenceKey } from '../../shared/domain/session-presence.ts'
import type { Instant } from '../../shared/lib/time.ts'
import type { WorkingCopy } from './working-copy.ts'

/** Whether one is at the meeting, as far as this tablet may say so (O1); `at` is null while it is only saved here. */
export type MyPresence = { state: PresenceState; at: Instant | null } | null

export function myPresence(
  { outbox, reader }: Pick<WorkingCopy, 'outbox' | 'reader'>,
  meeting: MeetingId,
  person: PersonId,
): MyPresence {
  const pending = outbox().findLast(
    ({ act }) =>
      (act.kind === 'join-session' || act.kind === 'leave-session') && act.body.meeting === meeting,
  )?.act
  if (pending?.kind === 'join-session') return { state: pending.body.how, at: null }
  if (pending) return { state: 'left', at: null }
  const last = reader.get('presence', presenceKey(meeting, person))?.spans.at(-1)
  if (!last) return null
  return last.to === null ? { state: last.how, at: last.from } : { state: 'left', at: last.to }
}
