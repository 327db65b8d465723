/**
 * Reads Snappy (https://github.com/google/snappy/blob/main/format_description.txt).
 * @returns what was read, to the first byte that makes no sense
 */
export function unsnap(packed: Uint8Array): Buffer {
  const { value: length, end: start } = varintAt(packed, 0)
  // Nothing packs better than 64 bytes into 3: a greater length is none.
  const out = Buffer.alloc(Math.min(length, packed.length * 22))
  let to = 0
  const byte = (at: number) => packed[at] ?? 0
  for (let at = start; at < packed.length && to < out.length; ) {
    const tag = byte(at++)
    if ((tag & 3) === 0) {
      const extra = Math.max(0, (tag >> 2) - 59)
      let count = tag >> 2
      if (extra > 0) {
        count = 0
        for (let i = 0; i < extra; i++) count += byte(at + i) * 256 ** i
      }
      at += extra
      out.set(packed.subarray(at, Math.min(at + count + 1, at + out.length - to)), to)
      at += count + 1
      to += count + 1
      continue
    }
    const { count, back, used } = copyAt(tag, byte, at)
    at += used
    if (back === 0 || back > to) break
    for (let i = 0; i < count && to < out.length; i++, to++) out[to] = out[to - back] ?? 0
  }
  return out.subarray(0, Math.min(to, out.length))
}

function copyAt(tag: number, byte: (at: number) => number, at: number) {
  if ((tag & 3) === 1) return { count: ((tag >> 2) & 7) + 4, back: (tag >> 5) * 256 + byte(at), used: 1 }
  const near = byte(at) + byte(at + 1) * 256
  if ((tag & 3) === 2) return { count: (tag >> 2) + 1, back: near, used: 2 }
  return { count: (tag >> 2) + 1, back: near + byte(at + 2) * 65536 + byte(at + 3) * 16777216, used: 4 }
}

/** A number in groups of seven bits, the lowest first, as Snappy and LevelDB write it. */
export function varintAt(bytes: Uint8Array, at: number): { value: number; end: number } {
  let value = 0
  for (let i = 0; i < 8; i++) {
    const byte = bytes[at + i] ?? 0
    value += (byte & 127) * 128 ** i
    if (byte < 128) return { value, end: at + i + 1 }
  }
  return { value, end: at + 8 }
}
