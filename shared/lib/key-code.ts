import { fromBase64 } from './base64.ts'
import { sha256 } from './sha256.ts'

/** 32 signs that nobody mistakes for one another on paper or by telephone: no I, O, 0, 1. */
const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'
const length = 16
const group = 4

/**
 * What people compare to tell that two screens speak of the same public key: 80 bits of its SHA-256, in groups of four.
 * @param publicKey base64; one that is none gives the code of nothing
 */
export function keyCode(publicKey: string): string {
  const digest = sha256(fromBase64(publicKey) ?? new Uint8Array(0))
  const signs = [...digest.slice(0, length)].map((byte) => alphabet.charAt(byte % alphabet.length)).join('')
  return (signs.match(new RegExp(`.{${group}}`, 'g')) ?? []).join(' ')
}
