import { type Bytes, utf8 } from './bytes.ts'

const space = 0x20

/**
 * UTF-8 JSON filled up with spaces to a multiple of `block` bytes. Encryption hides the text and shows its length, and
 * "agree" is shorter than "disagree". JSON readers skip the spaces.
 */
export function padJson(json: string | Uint8Array, block: number): Bytes {
  const bytes = typeof json === 'string' ? utf8(json) : json
  const padded = new Uint8Array(Math.max(1, Math.ceil(bytes.length / block)) * block).fill(space)
  padded.set(bytes)
  return padded
}
