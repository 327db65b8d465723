import { permit, type Question, subjectOn } from '../../shared/domain/access.ts'
import { agendaItemKey } from '../../shared/domain/agenda-item.ts'
import type { PersonId } from '../../shared/domain/id.ts'
import { meetingKey } from '../../shared/domain/meeting.ts'
import { factsOfItem, factsOfMeeting } from '../../shared/domain/meeting-access.ts'
import { itemLayerKey, layerKey } from '../../shared/domain/note-layer.ts'
import { factsOf } from '../../shared/domain/scope.ts'
import { parseRoom, type Room } from '../../shared/protocol/room.ts'
import type { LedgerReads } from './ledger-port.ts'
import type { Clock, Session } from './ports.ts'
import type { RoomAccess, RoomGate, RoomRequest } from './room-port.ts'

/**
 * Whose room is this? Decided by its name, and by the rows that its name names, before anything of it is loaded. An outbox
 * delivers acts that authenticate themselves, so a locked tablet without a session may still write to its own: it learns
 * nothing there but what it sent.
 */

const signedOut: RoomAccess = { allow: false, code: 4401 }
const notAllowed: RoomAccess = { allow: false, code: 4403 }

type DeviceRoom = Extract<Room, { kind: 'acts' | 'news' }>
type LiveRoom = Extract<Room, { kind: 'live' }>
type NoteRoom = Exclude<Room, DeviceRoom | LiveRoom>

export function createRoomGate(deps: {
  ledger: Pick<LedgerReads, 'rows'>
  clock: Clock
  sessionOf(cookie: string | null): Promise<Session | null>
}): RoomGate {
  const { ledger } = deps

  /** @returns null where the session may be asked about. */
  const deviceAccess = async (room: DeviceRoom, session: Session | null): Promise<RoomAccess | null> => {
    const [row] = await ledger.rows([`device/${room.device}`])
    const device = row?.entity.kind === 'device' ? row.entity : null
    if (!device || device.phase.state === 'pending') return session ? notAllowed : signedOut
    if (room.kind === 'acts' && !session) {
      return { allow: true, person: device.person, device: device.id, canWrite: true, withoutSession: true }
    }
    if (room.kind === 'news' && device.phase.state === 'revoked') return notAllowed
    return session && session.person !== device.person ? notAllowed : null
  }

  const open = async (name: string, request: RoomRequest): Promise<RoomAccess> => {
    const room = parseRoom(name)
    if (!room) return notAllowed
    const session = await deps.sessionOf(request.cookie)
    if (isOfDevice(room)) {
      const access = await deviceAccess(room, session)
      if (access) return access
    }
    if (!session) return signedOut
    if (room.kind === 'news' && session.device !== room.device) return notAllowed
    if (!isOfDevice(room) && session.device === null) return notAllowed
    const [row] = await ledger.rows([`person/${session.person}`])
    if (row?.entity.kind !== 'person') return notAllowed
    const subject = subjectOn(row.entity, session.device, deps.clock.now())
    const question = await questionOf(room, session, ledger)
    if (question === null || !permit(subject, question).allow) return notAllowed
    return {
      allow: true,
      person: session.person,
      device: session.device ?? '',
      canWrite: room.kind !== 'news' && !isOfReader(question),
    }
  }
  return { open }
}

/** What a colleague shares is read and never written to. */
const isOfReader = ({ action }: Question): boolean => action === 'read-layer' || action === 'read-item-layer'

const isOfDevice = (room: Room): room is DeviceRoom => room.kind === 'acts' || room.kind === 'news'

async function questionOf(
  room: Room,
  session: Session,
  ledger: Pick<LedgerReads, 'rows'>,
): Promise<Question | null> {
  if (isOfDevice(room)) return ofDevice(room, session)
  return room.kind === 'live' ? await ofItem(room, ledger) : await ofNotes(room, session.person, ledger)
}

const ofDevice = (room: DeviceRoom, session: Session): Question =>
  room.kind === 'acts' ? { action: 'open-outbox', owner: session.person } : { action: 'open-news' }

/** Who reads the item, while the meeting is held: only admissions and the chair change then, and news asks anew (news.ts). */
async function ofItem(room: LiveRoom, ledger: Pick<LedgerReads, 'rows'>): Promise<Question | null> {
  const of = await rowsOfItem(room, ledger)
  return of?.state === 'in-session' ? { action: 'read-agenda-item', ...of.facts } : null
}

async function rowsOfItem(
  { meeting: id, item }: Pick<LiveRoom, 'meeting' | 'item'>,
  ledger: Pick<LedgerReads, 'rows'>,
) {
  const rows = await ledger.rows([meetingKey(id), agendaItemKey(id, item)])
  const [meeting] = rows.flatMap(({ entity }) => (entity.kind === 'meeting' ? [entity] : []))
  const [row] = rows.flatMap(({ entity }) => (entity.kind === 'agenda-item' ? [entity] : []))
  if (!meeting || !row) return null
  return { state: meeting.phase.state, facts: { meeting: factsOfMeeting(meeting), item: factsOfItem(row) } }
}

/** @returns null where nothing has been shared: nobody but its author learns whether there is such a layer. */
async function ofNotes(
  room: NoteRoom,
  asker: PersonId,
  ledger: Pick<LedgerReads, 'rows'>,
): Promise<Question | null> {
  if (room.kind === 'notes' || room.person === asker) return { action: 'open-notes', owner: room.person }
  const keys = [layerKey(room.document, room.person), itemLayerKey(room.document, room.person)]
  const [row] = await ledger.rows(keys)
  if (row?.entity.kind === 'item-layer') {
    const { meeting, item, person, readers } = row.entity
    const of = await rowsOfItem({ meeting, item }, ledger)
    return of && { action: 'read-item-layer', person, readers, ...of.facts }
  }
  if (row?.entity.kind !== 'layer') return null
  const { person, readers, ballot: id } = row.entity
  const [of] = await ledger.rows([`ballot/${id}`])
  if (of?.entity.kind !== 'ballot') return null
  return { action: 'read-layer', person, readers, ballot: factsOf(of.entity) }
}
