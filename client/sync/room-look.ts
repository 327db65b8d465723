import { secondMs } from '../../shared/lib/time.ts'
import { heldMs, type RoomScreenLink, RoomScreenReply } from '../../shared/protocol/room-screen.ts'
import type { LookAtRoom } from '../app/room-display.ts'
import { createExchange, type ExchangeParts, readJson } from './exchange.ts'

/** A line that says nothing for longer than the server keeps a question is dead. */
const timeoutMs = heldMs + 4 * secondMs

/** The question of the display in the hall, with the token of its link. */
export function createRoomLook(parts: ExchangeParts, { meeting, token }: RoomScreenLink): LookAtRoom {
  const exchange = createExchange(parts)
  return async (seen) =>
    readJson(
      RoomScreenReply,
      await exchange({
        method: 'GET',
        path: `/api/room-screens/${meeting}${seen === null ? '' : `?seen=${seen}`}`,
        headers: { authorization: `Bearer ${token}` },
        timeoutMs,
      }),
    )
}
