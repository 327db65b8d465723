import type { Bytes } from './bytes.ts'

/** Standard base64 with padding (RFC 4648 section 4), the only base64 on the wire. */

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const valueByCode = new Uint8Array(128).fill(255)
for (let i = 0; i < digits.length; i++) valueByCode[digits.charCodeAt(i)] = i

export function base64(bytes: Uint8Array): string {
  const parts: string[] = []
  for (let i = 0; i < bytes.length; i += 3) {
    const a = bytes[i] ?? 0
    const b = bytes[i + 1] ?? 0
    const c = bytes[i + 2] ?? 0
    const left = bytes.length - i
    parts.push(
      digits.charAt(a >> 2),
      digits.charAt(((a & 3) << 4) | (b >> 4)),
      left > 1 ? digits.charAt(((b & 15) << 2) | (c >> 6)) : '=',
      left > 2 ? digits.charAt(c & 63) : '=',
    )
  }
  return parts.join('')
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
