import { z } from 'zod'
import { Hash, InstantField } from '../domain/id.ts'
import { RoomView } from '../domain/room-view.ts'
import { utf8 } from '../lib/bytes.ts'
import { sha256Hex } from '../lib/sha256.ts'

/**
 * The display in the hall: `GET /api/room-screens/{meeting}?seen`, with `Authorization: Bearer {token}`. The token stands in the
 * fragment of the display's address, which no browser sends: so it is in no log, no referrer and no proxy.
 */

/** 256 random bits. */
const token = /^[0-9a-f]{64}$/

const bearer = /^Bearer ([0-9a-f]{64})$/

/** @returns the token of an Authorization header, or null. */
export const bearerToken = (header: string | undefined): string | null =>
  bearer.exec(header ?? '')?.[1] ?? null

export const tokenHashOf = (text: string): Hash => Hash.parse(sha256Hex(utf8(text)))

const version = z.string().regex(/^[0-9a-f]{16}$/)

export const RoomScreenQuery = z.strictObject({ seen: version.optional() })

export const RoomScreenReply = z.strictObject({
  /** The server's hour: what is shown runs by it. */
  now: InstantField,
  /** Names what is shown: the next question says it, and is answered when there is something else, or after `heldMs`. */
  version,
  view: RoomView,
})
export type RoomScreenReply = z.infer<typeof RoomScreenReply>

/** So long the server keeps a question that has nothing new, in ms. */
export const heldMs = 4000

export type RoomScreenLink = { meeting: string; token: string; language: string }

export const roomScreenPath = ({ meeting, token: secret, language }: RoomScreenLink): string =>
  `/room-screen.html#${meeting}/${secret}/${language}`

/** @param fragment of the address, with its `#` */
export function parseRoomScreenLink(fragment: string): RoomScreenLink | null {
  const [meeting = '', secret = '', language = '', ...rest] = fragment.slice(1).split('/')
  const isLink = /^[A-Za-z0-9_-]{1,64}$/.test(meeting) && token.test(secret) && rest.length === 0
  return isLink ? { meeting, token: secret, language } : null
}
