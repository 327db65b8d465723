import { parseRoom } from '../../shared/protocol/room.ts'

/**
 * How a room behaves. `outbox`: its updates carry acts. `notes`: a document. `live`: presence only, nothing is stored.
 * `news`: the server talks, the client listens. The gate decides who may enter; this decides what they enter.
 */
export type RoomKind = 'outbox' | 'notes' | 'live' | 'news'

/** @returns null where the text names no room. */
export function roomKindOf(name: string): RoomKind | null {
  const room = parseRoom(name)
  switch (room?.kind) {
    case 'acts':
      return 'outbox'
    case 'notes':
    case 'shared':
      return 'notes'
    case 'news':
      return 'news'
    case 'live':
      return 'live'
    case undefined:
      return null
  }
}
