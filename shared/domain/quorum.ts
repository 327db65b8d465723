import { dayOf, type Instant } from '../lib/time.ts'
import type { EntityReader } from './entity.ts'
import type { MeetingId } from './id.ts'
import { membersOn } from './people.ts'
import { isPresent, presenceKey } from './session-presence.ts'
import type { Settings } from './settings.ts'

export type Quorum = { present: number; members: number; needed: number }

/**
 * G3: two thirds of all members in post. A substitute and a guest are there for the display alone.
 * @param reader holds everybody's presence at the meeting
 */
export function quorumOf(
  meeting: MeetingId,
  { reader, at, settings }: { reader: EntityReader; at: Instant; settings: Settings },
): Quorum {
  const members = membersOn(reader.list('person'), dayOf(at))
  const present = members.filter(({ id }) => isPresent(reader.get('presence', presenceKey(meeting, id))))
  const { parts, of } = settings.quorum
  return {
    present: present.length,
    members: members.length,
    needed: Math.ceil((members.length * parts) / of),
  }
}
