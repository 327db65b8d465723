import { permit, type Question, subjectOn } from '../../shared/domain/access.ts'
import type { PersonId } from '../../shared/domain/id.ts'
import { parseRoom, type Room } from '../../shared/protocol/room.ts'
import type { LedgerReads } from './ledger-port.ts'
import type { Clock, Session } from './ports.ts'
import type { RoomAccess, RoomGate, RoomRequest } from './room-port.ts'

/**
 * Whose room is this? Decided by its name alone, before anything of it is loaded. An outbox delivers acts that authenticate
 * themselves, so a locked tablet without a session may still write to its own: it learns nothing there but what it sent.
 */

const signedOut: RoomAccess = { allow: false, code: 4401 }
const notAllowed: RoomAccess = { allow: false, code: 4403 }

export function createRoomGate(deps: {
  ledger: Pick<LedgerReads, 'rows'>
  clock: Clock
  sessionOf(cookie: string | null): Promise<Session | null>
}): RoomGate {
  const personOf = async (id: PersonId) => {
    const [row] = await deps.ledger.rows([`person/${id}`])
    return row?.entity.kind === 'person' ? row.entity : null
  }

  const open = async (name: string, request: RoomRequest): Promise<RoomAccess> => {
    const room = parseRoom(name)
    if (!room) return notAllowed
    const session = await deps.sessionOf(request.cookie)
    if (room.kind !== 'notes') {
      const [row] = await deps.ledger.rows([`device/${room.device}`])
      const device = row?.entity.kind === 'device' ? row.entity : null
      if (!device || device.phase.state === 'pending') return session ? notAllowed : signedOut
      if (room.kind === 'acts' && !session) {
        return { allow: true, person: device.person, device: device.id, canWrite: true }
      }
      if (room.kind === 'news' && device.phase.state === 'revoked') return notAllowed
      if (session && session.person !== device.person) return notAllowed
    }
    if (!session) return signedOut
    if (room.kind === 'news' && session.device !== room.device) return notAllowed
    if (room.kind === 'notes' && session.device === null) return notAllowed
    const person = await personOf(session.person)
    if (!person) return notAllowed
    const subject = subjectOn(person, session.device, deps.clock.now())
    if (!permit(subject, questionOf(room, session)).allow) return notAllowed
    return {
      allow: true,
      person: session.person,
      device: session.device ?? '',
      canWrite: room.kind !== 'news',
    }
  }
  return { open }
}

function questionOf(room: Room, session: Session): Question {
  switch (room.kind) {
    case 'acts':
      return { action: 'open-outbox', owner: session.person }
    case 'notes':
      return { action: 'open-notes', owner: room.person }
    case 'news':
      return { action: 'open-news' }
  }
}
