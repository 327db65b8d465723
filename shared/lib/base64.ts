import type { Bytes } from './bytes.ts'

/** Standard base64 with padding (RFC 4648 section 4), the only base64 on the wire. */

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const valueByCode = new Uint8Array(128).fill(255)
for (let i = 0; i < digits.length; i++) valueByCode[digits.charCodeAt(i)] = i

/** Two digits at a time: proofs are many and short. */
const pairs = Array.from({ length: 4096 }, (_, i) => digits.charAt(i >> 6) + digits.charAt(i & 63))
const pairOf = (bits: number) => pairs[bits] ?? ''

export function base64(bytes: Uint8Array): string {
  const whole = bytes.length - (bytes.length % 3)
  let text = ''
  for (let i = 0; i < whole; i += 3) {
    const group = ((bytes[i] ?? 0) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0)
    text += pairOf(group >> 12) + pairOf(group & 4095)
  }
  const [a, b] = bytes.subarray(whole)
  if (a === undefined) return text
  if (b === undefined) return `${text}${pairOf(a << 4)}==`
  return `${text}${pairOf((a << 4) | (b >> 4))}${digits.charAt((b & 15) << 2)}=`
}

/**
 * Strict: padded, no spaces, no stray bits in the last digit, so that each byte string has exactly one form.
 * @returns the bytes, or null where the text is not canonical base64.
 */
export function fromBase64(text: string): Bytes | null {
  if (text.length % 4 !== 0) return null
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0
  const out = new Uint8Array((text.length / 4) * 3 - padding)
  let at = 0
  for (let i = 0; i < text.length; i += 4) {
    const isLast = i + 4 === text.length
    const used = isLast ? 4 - padding : 4
    let group = 0
    for (let j = 0; j < 4; j++) {
      const code = text.charCodeAt(i + j)
      const value = j < used ? (code < 128 ? (valueByCode[code] ?? 255) : 255) : 0
      if (value === 255) return null
      group = (group << 6) | value
    }
    if (isLast && padding === 1 && (group & 0xff) !== 0) return null
    if (isLast && padding === 2 && (group & 0xffff) !== 0) return null
    for (let shift = 16; shift >= 0 && at < out.length; shift -= 8) out[at++] = (group >> shift) & 255
  }
  return out
}
