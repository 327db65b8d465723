import { z } from 'zod'
import { AgendaItemId, DeviceId, Hash, MeetingId, PersonId } from '../domain/id.ts'
import { LogicalDocument } from '../domain/note-layer.ts'

/** Rooms of the socket, by name; the name alone says whose the room is. */
export type Room =
  /** A device's outbox: Y.Map `acts`, act id to sealed envelope. A new random part at each start of the leading tab. */
  | { kind: 'acts'; device: DeviceId; random: string }
  /** Private annotations of one person on one document. */
  | { kind: 'notes'; person: PersonId; document: string }
  /** A layer of annotations on one document: its author writes, whom the author names may read. */
  | { kind: 'shared'; document: LogicalDocument; person: PersonId }
  /** Who follows whom through the papers of an item while it is discussed: presence alone, nothing is stored. */
  | { kind: 'live'; meeting: MeetingId; item: AgendaItemId }
  /** Server to client only: a frame says that the feed has something newer. */
  | { kind: 'news'; device: DeviceId }

const part = /^[A-Za-z0-9_-]{1,64}$/

export function parseRoom(name: string): Room | null {
  const [kind, first, second, ...rest] = name.split('/')
  if (rest.length > 0) return null
  if (kind === 'shared') {
    const document = LogicalDocument.safeParse(first).data
    const author = PersonId.safeParse(second).data
    return document !== undefined && author !== undefined ? { kind, document, person: author } : null
  }
  if (kind === 'live') {
    const meeting = MeetingId.safeParse(first).data
    const item = AgendaItemId.safeParse(second).data
    return meeting !== undefined && item !== undefined ? { kind, meeting, item } : null
  }
  const device = DeviceId.safeParse(first).data
  const person = PersonId.safeParse(first).data
  if (device === undefined || person === undefined) return null
  if (kind === 'news') return second === undefined ? { kind, device } : null
  if (second === undefined || !part.test(second)) return null
  if (kind === 'acts') return { kind, device, random: second }
  if (kind === 'notes') return { kind, person, document: second }
  return null
}

export const outboxRoom = (device: DeviceId, random: string): string => `acts/${device}/${random}`
export const newsRoom = (device: DeviceId): string => `news/${device}`
export const notesRoom = (person: PersonId, document: LogicalDocument): string =>
  `notes/${person}/${document}`
export const sharedRoom = (document: LogicalDocument, person: PersonId): string =>
  `shared/${document}/${person}`
export const liveRoom = (meeting: MeetingId, item: AgendaItemId): string => `live/${meeting}/${item}`

/** What somebody in a live room shows; `person` and `device` are written by the server. Others of their state are passed over. */
export const LiveState = z.object({
  person: PersonId,
  device: DeviceId,
  page: z.strictObject({ file: Hash, page: z.int().min(1).max(100_000) }),
})

/** Key of the Y.Map in an outbox room. */
export const outboxMapName = 'acts'
/** Key of the Y.Map in rooms of notes. */
export const notesMapName = 'notes'

/** Message types beside y-websocket's own 0 to 3. */
export const storedMessage = 100
export const newsMessage = 101
