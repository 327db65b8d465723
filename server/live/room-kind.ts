import { parseRoom } from '../../shared/protocol/room.ts'

/**
 * How a room behaves. `outbox`: its updates carry acts. `notes`: a document. `live`: presence only, nothing is stored.
 * `news`: the server talks, the client listens. The gate decides who may enter; this decides what they enter.
 */
export type RoomKind = 'outbox' | 'notes' | 'live' | 'news'

const later: readonly { pattern: RegExp; kind: RoomKind }[] = [
  // shared/{document}/{person}: a layer its author writes and others read
  { pattern: /^shared(\/[A-Za-z0-9_-]{1,64}){2}$/, kind: 'notes' },
  // live/{meeting}
  { pattern: /^live\/[A-Za-z0-9_-]{1,64}$/, kind: 'live' },
]

/** @returns null where the text names no room. */
export function roomKindOf(name: string): RoomKind | null {
  const room = parseRoom(name)
  if (room) return room.kind === 'acts' ? 'outbox' : room.kind
  return later.find(({ pattern }) => pattern.test(name))?.kind ?? null
}
