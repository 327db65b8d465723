import type { Bytes } from '../../shared/lib/bytes.ts'
import type { SignP256 } from '../../shared/protocol/crypto-ports.ts'

/**
 * The device's P-256 key. A "non-extractable" key kept by the browser lies in clear in its files, so ours is kept only
 * sealed, as PKCS#8, and is non-extractable while it lives in memory.
 */

const algorithm = { name: 'ECDSA', namedCurve: 'P-256' }

/** @returns `pkcs8` for the caller to seal and overwrite; `publicKey` is the uncompressed point, 65 bytes. */
export async function makeSigningKey(): Promise<{ pkcs8: Bytes; publicKey: Bytes }> {
  const pair = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
  const [pkcs8, publicKey] = await Promise.all([
    crypto.subtle.exportKey('pkcs8', pair.privateKey),
    crypto.subtle.exportKey('raw', pair.publicKey),
  ])
  return { pkcs8: new Uint8Array(pkcs8), publicKey: new Uint8Array(publicKey) }
}

/** @returns signs with raw r‖s, 64 bytes. */
export async function importSigningKey(pkcs8: Bytes): Promise<SignP256> {
  const key = await crypto.subtle.importKey('pkcs8', pkcs8, algorithm, false, ['sign'])
  return async (data) =>
    new Uint8Array(await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, key, data))
}
