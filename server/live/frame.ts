/**
 * Messages of y-websocket 3.1 (y-protocols 1.0 sync and awareness), and three of our own that stock clients pass over:
 * 100 `stored`   varuint: how many update messages (sync step 2 or update) of this socket are on disk, from its start;
 * 101 `news`     varuint: there is news up to this ledger number;
 * 102 `alive`    nothing: the line is up (news sockets only; rooms say it with an empty presence message).
 */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { fail, ok, type Result } from '../../shared/lib/result.ts'
import { newsMessage, storedMessage } from '../../shared/protocol/room.ts'
import { isStateVector, scanUpdate } from './scan-update.ts'

export interface PresenceEntry {
  client: number
  clock: number
  /** JSON text of an object, or of null: gone. */
  state: string
}

export type Frame =
  | { kind: 'state'; vector: Uint8Array }
  | { kind: 'update'; update: Uint8Array; empty: boolean }
  | { kind: 'presence'; entries: PresenceEntry[] }
  | { kind: 'presence-query' }

function readPresence(bytes: Uint8Array): PresenceEntry[] {
  const reader = decoding.createDecoder(bytes)
  const entries: PresenceEntry[] = []
  for (let left = decoding.readVarUint(reader); left > 0; left--) {
    const client = decoding.readVarUint(reader)
    const clock = decoding.readVarUint(reader)
    entries.push({ client, clock, state: decoding.readVarString(reader) })
  }
  if (decoding.hasContent(reader)) throw new Error('surplus bytes')
  return entries
}

function readSync(reader: decoding.Decoder): Frame {
  const kind = decoding.readVarUint(reader)
  const bytes = decoding.readVarUint8Array(reader)
  if (kind === 0 && isStateVector(bytes)) return { kind: 'state', vector: bytes }
  const scan = kind === 1 || kind === 2 ? scanUpdate(bytes) : 'broken'
  if (scan === 'broken') throw new Error('not a sync message')
  return { kind: 'update', update: bytes, empty: scan === 'empty' }
}

function readFrame(reader: decoding.Decoder): Frame {
  switch (decoding.readVarUint(reader)) {
    case 0:
      return readSync(reader)
    case 1:
      return { kind: 'presence', entries: readPresence(decoding.readVarUint8Array(reader)) }
    case 3:
      return { kind: 'presence-query' }
    default:
      throw new Error('not a message a client sends')
  }
}

export function parseFrame(bytes: Uint8Array): Result<Frame, 'malformed'> {
  const reader = decoding.createDecoder(bytes)
  try {
    const frame = readFrame(reader)
    return decoding.hasContent(reader) ? fail('malformed') : ok(frame)
  } catch {
    return fail('malformed')
  }
}

const sync = (kind: 0 | 1 | 2, bytes: Uint8Array) =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 0)
    encoding.writeVarUint(encoder, kind)
    encoding.writeVarUint8Array(encoder, bytes)
  })

export const stateRequest = (vector: Uint8Array): Uint8Array => sync(0, vector)
export const stateAnswer = (update: Uint8Array): Uint8Array => sync(1, update)
export const updateFrame = (update: Uint8Array): Uint8Array => sync(2, update)

export const presenceFrame = (entries: readonly PresenceEntry[]): Uint8Array =>
  encoding.encode((encoder) => {
    const inner = encoding.encode((body) => {
      encoding.writeVarUint(body, entries.length)
      for (const entry of entries) {
        encoding.writeVarUint(body, entry.client)
        encoding.writeVarUint(body, entry.clock)
        encoding.writeVarString(body, entry.state)
      }
    })
    encoding.writeVarUint(encoder, 1)
    encoding.writeVarUint8Array(encoder, inner)
  })

const numbered = (kind: number, value: number) =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, kind)
    encoding.writeVarUint(encoder, value)
  })

export const storedFrame = (count: number): Uint8Array => numbered(storedMessage, count)
export const pokeFrame = (ledgerNumber: number): Uint8Array => numbered(newsMessage, ledgerNumber)
export const aliveFrame: Uint8Array = new Uint8Array([102])
/** Stock clients take it as a presence message about nobody and as a sign of life. */
export const aliveRoomFrame: Uint8Array = presenceFrame([])
