import { type Bytes, concat, utf8 } from '../lib/bytes.ts'

/**
 * How an envelope is sealed to the server: HPKE base mode (RFC 9180), DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-256-GCM.
 * On the wire: 0x01, the encapsulated key (uncompressed point), the ciphertext with its tag.
 */

const sealedVersion = 0x01
const encapsulatedKeyLength = 65

export const sealingInfo: Bytes = utf8('e-cabinet/envelope/1')
/** Binds an envelope to its act id, under which it is stored and sent in clear. */
export const sealingAad = (actId: string): Bytes => utf8(actId)

export const joinSealed = (encapsulatedKey: Uint8Array, ciphertext: Uint8Array): Bytes =>
  concat(Uint8Array.of(sealedVersion), encapsulatedKey, ciphertext)

/** @returns null where the bytes are no sealed envelope of this version. */
export function splitSealed(sealed: Uint8Array): { encapsulatedKey: Bytes; ciphertext: Bytes } | null {
  const start = 1 + encapsulatedKeyLength
  if (sealed[0] !== sealedVersion || sealed.length <= start) return null
  return { encapsulatedKey: sealed.slice(1, start) as Bytes, ciphertext: sealed.slice(start) as Bytes }
}
