/**
 * Reads a Yjs V1 update to its last byte without building anything, and refuses what Yjs would trip over later: counts that
 * make it allocate, references to the future, nesting that overflows the stack when the room is encoded again.
 * Format: yjs 13.6 `src/utils/encoding.js` and `src/structs/*`. Sub-documents are refused: no room has any.
 */
import * as decoding from 'lib0/decoding'

/** Deep enough for any note, shallow enough for any stack. */
const maxDepth = 32
const maxClient = 0xffffffff
const maxClock = 0x7fffffff
const maxName = 1024

class BrokenUpdate extends Error {}

function demand(condition: boolean): asserts condition {
  if (!condition) throw new BrokenUpdate()
}

type Reader = decoding.Decoder

const remaining = (reader: Reader) => reader.arr.length - reader.pos

/** A number of things of which each takes at least one byte. */
function readCount(reader: Reader): number {
  const count = decoding.readVarUint(reader)
  demand(count <= remaining(reader))
  return count
}

function readByte(reader: Reader): number {
  demand(remaining(reader) > 0)
  return decoding.readUint8(reader)
}

function readClient(reader: Reader): number {
  const client = decoding.readVarUint(reader)
  demand(client <= maxClient)
  return client
}

function readName(reader: Reader): void {
  const name = decoding.readVarString(reader)
  demand(name.length <= maxName && name !== '__proto__')
}

function demandShallow(value: unknown, depth: number): void {
  demand(depth <= maxDepth)
  if (typeof value !== 'object' || value === null) return
  demand(!Object.hasOwn(value, '__proto__'))
  for (const part of Object.values(value)) demandShallow(part, depth + 1)
}

const scanJson = (reader: Reader) => demandShallow(JSON.parse(decoding.readVarString(reader)), 0)

function scanAny(reader: Reader, depth: number): void {
  demand(depth <= maxDepth)
  const tag = readByte(reader)
  demand(tag >= 116 && tag <= 127)
  if (tag === 125) {
    demand(remaining(reader) > 0)
    decoding.readVarInt(reader)
  } else if (tag === 124) decoding.readFloat32(reader)
  else if (tag === 123 || tag === 122) decoding.readFloat64(reader)
  else if (tag === 119) decoding.readVarString(reader)
  else if (tag === 118) {
    for (let left = readCount(reader); left > 0; left--) {
      readName(reader)
      scanAny(reader, depth + 1)
    }
  } else if (tag === 117) {
    for (let left = readCount(reader); left > 0; left--) scanAny(reader, depth + 1)
  } else if (tag === 116) decoding.readVarUint8Array(reader)
}

/** @returns how many clock ticks the content takes. */
function scanContent(reader: Reader, kind: number): number {
  switch (kind) {
    case 1:
      return decoding.readVarUint(reader)
    case 2: {
      const count = readCount(reader)
      for (let left = count; left > 0; left--) {
        const text = decoding.readVarString(reader)
        if (text !== 'undefined') demandShallow(JSON.parse(text), 0)
      }
      return count
    }
    case 3:
      decoding.readVarUint8Array(reader)
      return 1
    case 4:
      return decoding.readVarString(reader).length
    case 5:
      scanJson(reader)
      return 1
    case 6:
      readName(reader)
      scanJson(reader)
      return 1
    case 7: {
      const type = decoding.readVarUint(reader)
      demand(type <= 6)
      if (type === 3 || type === 5) readName(reader)
      return 1
    }
    case 8: {
      const count = readCount(reader)
      for (let left = count; left > 0; left--) scanAny(reader, 0)
      return count
    }
    default:
      throw new BrokenUpdate()
  }
}

interface Position {
  client: number
  clock: number
}

/** What a struct builds on is of another client, or older than itself. */
function scanReference(reader: Reader, from: Position): void {
  const client = readClient(reader)
  const clock = decoding.readVarUint(reader)
  demand(clock <= maxClock && (client !== from.client || clock < from.clock))
}

function scanStruct(reader: Reader, at: Position): number {
  const info = readByte(reader)
  const kind = info & 0x1f
  if (kind === 0 || kind === 10) {
    demand(info === kind)
    return decoding.readVarUint(reader)
  }
  if (info & 0x80) scanReference(reader, at)
  if (info & 0x40) scanReference(reader, at)
  if ((info & 0xc0) === 0) {
    const named = decoding.readVarUint(reader)
    demand(named <= 1)
    if (named === 1) readName(reader)
    else scanReference(reader, at)
    if (info & 0x20) readName(reader)
  }
  return scanContent(reader, kind)
}

function scanStructs(reader: Reader): number {
  let total = 0
  const seen = new Set<number>()
  for (let clients = readCount(reader); clients > 0; clients--) {
    const structs = readCount(reader)
    const client = readClient(reader)
    // Yjs keeps only the last section of a client and forgets the others without a word.
    demand(structs > 0 && !seen.has(client))
    seen.add(client)
    let clock = decoding.readVarUint(reader)
    for (let left = structs; left > 0; left--) {
      demand(clock <= maxClock)
      const length = scanStruct(reader, { client, clock })
      demand(length > 0)
      clock += length
      demand(clock <= maxClock)
    }
    total += structs
  }
  return total
}

function scanDeletes(reader: Reader): number {
  let total = 0
  for (let clients = readCount(reader); clients > 0; clients--) {
    readClient(reader)
    const ranges = readCount(reader)
    for (let left = ranges; left > 0; left--) {
      const clock = decoding.readVarUint(reader)
      const length = decoding.readVarUint(reader)
      demand(length > 0 && clock + length <= maxClock)
    }
    total += ranges
  }
  return total
}

function readWhole<T>(bytes: Uint8Array, read: (reader: Reader) => T): T | null {
  const reader = decoding.createDecoder(bytes)
  try {
    const value = read(reader)
    return remaining(reader) === 0 ? value : null
  } catch {
    // lib0 and JSON.parse speak by throwing; whatever they throw, the bytes are not an update.
    return null
  }
}

export type UpdateScan = 'broken' | 'empty' | 'content'

/** Whether `update` is a whole, plausible V1 update, and whether it says anything. */
export function scanUpdate(update: Uint8Array): UpdateScan {
  const parts = readWhole(update, (reader) => scanStructs(reader) + scanDeletes(reader))
  if (parts === null) return 'broken'
  return parts === 0 ? 'empty' : 'content'
}

/** Whether `vector` is a whole V1 state vector. */
export function isStateVector(vector: Uint8Array): boolean {
  const count = readWhole(vector, (reader) => {
    const clients = readCount(reader)
    for (let left = clients; left > 0; left--) {
      readClient(reader)
      demand(decoding.readVarUint(reader) <= maxClock)
    }
    return clients
  })
  return count !== null
}
