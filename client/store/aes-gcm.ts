import { type Bytes, concat } from '../../shared/lib/bytes.ts'
import type { Random } from '../app/ports.ts'

/**
 * AES-256-GCM as everything at rest is sealed: 0x01, a random IV, the ciphertext with its tag. An IV is 96 bits and no
 * other length: with another one GCM hashes it, and two of them can meet (NIST SP 800-38D, 5.2.1.1 and 8.2).
 */

const version = 0x01
const ivLength = 12
const tagLength = 16

/** Seals and opens; `open` gives null for what was not sealed with this key and this associated data. */
export type Cipher = {
  seal(key: CryptoKey, plain: Bytes, aad: Bytes): Promise<Bytes>
  open(key: CryptoKey, sealed: Bytes, aad: Bytes): Promise<Bytes | null>
}

const parameters = (iv: Bytes, aad: Bytes) => {
  if (iv.length !== ivLength) throw new TypeError('an IV has 96 bits')
  return { name: 'AES-GCM', iv, additionalData: aad, tagLength: tagLength * 8 }
}

/** @returns ciphertext and tag. @throws TypeError on an IV that is not 96 bits. */
export async function encryptAesGcm(
  key: CryptoKey,
  plain: Bytes,
  { iv, aad }: { iv: Bytes; aad: Bytes },
): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.encrypt(parameters(iv, aad), key, plain))
}

/** @returns null where the tag does not hold. @throws TypeError on an IV that is not 96 bits. */
export async function decryptAesGcm(
  key: CryptoKey,
  ciphertext: Bytes,
  { iv, aad }: { iv: Bytes; aad: Bytes },
): Promise<Bytes | null> {
  const how = parameters(iv, aad)
  try {
    return new Uint8Array(await crypto.subtle.decrypt(how, key, ciphertext))
  } catch (error) {
    if (error instanceof DOMException && error.name === 'OperationError') return null
    throw error
  }
}

export const createAesGcm = (random: Random): Cipher => ({
  async seal(key, plain, aad) {
    const iv = random(ivLength)
    return concat(Uint8Array.of(version), iv, await encryptAesGcm(key, plain, { iv, aad }))
  },
  async open(key, sealed, aad) {
    if (sealed[0] !== version || sealed.length < 1 + ivLength + tagLength) return null
    const iv = sealed.slice(1, 1 + ivLength)
    return await decryptAesGcm(key, sealed.slice(1 + ivLength), { iv, aad })
  },
})
