import { type Bytes, concat, utf8 } from '../lib/bytes.ts'
import { sha256Hex } from '../lib/sha256.ts'

/**
 * Hides a value in the ledger until its opening is shown: SHA-256(0x02 ‖ salt ‖ UTF-8 of the value). The prefix keeps it
 * apart from tree hashes; the salt, one for each value, keeps "agree" from being guessed by trial.
 */

export const saltLength = 32
const commitmentPrefix = Uint8Array.of(2)

// A lone surrogate becomes U+FFFD in UTF-8: two texts would open one commitment.
const isCommittable = (salt: Bytes, value: string) => salt.length === saltLength && value.isWellFormed()

/**
 * @param salt 32 random bytes, never used again
 * @returns 64 hexadecimal digits
 * @throws TypeError on another length of salt, or a value with lone surrogates
 */
export function commitTo(salt: Bytes, value: string): string {
  if (!isCommittable(salt, value)) throw new TypeError('not a salt of 32 bytes and a well-formed text')
  return sha256Hex(concat(commitmentPrefix, salt, utf8(value)))
}

/** @param commitment lowercase hexadecimal; anything else is opened by nothing. */
export const opensTo = (commitment: string, salt: Bytes, value: string): boolean =>
  isCommittable(salt, value) && commitTo(salt, value) === commitment
