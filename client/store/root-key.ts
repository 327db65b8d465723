import { base64, fromBase64 } from '../../shared/lib/base64.ts'
import { type Bytes, utf8 } from '../../shared/lib/bytes.ts'
import type { Random } from '../app/ports.ts'
import type { RootWrap } from '../app/stored-record.ts'
import type { Owner } from '../app/tablet.ts'
import type { Cipher } from './aes-gcm.ts'
import type { DataKeys } from './vault.ts'

/**
 * One random root key. Each way to unlock wraps it once more; the keys that do the work are derived from it (HKDF, RFC
 * 5869), so changing the pass phrase, or adding a passkey, writes one small record and touches no data.
 */

const rootLength = 32
const saltLength = 32

const aadOf = ({ person, device }: Owner, use: string): Bytes =>
  utf8(JSON.stringify(['e-cabinet/keyring/1', person, device, use]))

/** PBKDF2 with HMAC-SHA-256 (RFC 8018). NFC, since keyboards differ in how they compose the same letters. */
async function keyFromPassPhrase(passPhrase: string, salt: Bytes, iterations: number): Promise<CryptoKey> {
  const secret = utf8(passPhrase.normalize('NFC'))
  const material = await crypto.subtle.importKey('raw', secret, 'PBKDF2', false, ['deriveKey'])
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations }
  return await crypto.subtle.deriveKey(how, material, { name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ])
}

export type Wrapping = { owner: Owner; cipher: Cipher; random: Random; iterations: number }

export async function wrapRoot(root: Bytes, passPhrase: string, wrapping: Wrapping): Promise<RootWrap> {
  const { owner, cipher, random, iterations } = wrapping
  const salt = random(saltLength)
  const key = await keyFromPassPhrase(passPhrase, salt, iterations)
  const wrapped = base64(await cipher.seal(key, root, aadOf(owner, 'root')))
  return { kind: 'pass-phrase', kdf: { name: 'PBKDF2-SHA-256', iterations, salt: base64(salt) }, wrapped }
}

/** @returns null where the pass phrase is another. */
export async function unwrapRoot(
  wrap: RootWrap,
  passPhrase: string,
  { owner, cipher }: Pick<Wrapping, 'owner' | 'cipher'>,
): Promise<Bytes | null> {
  const salt = fromBase64(wrap.kdf.salt)
  const wrapped = fromBase64(wrap.wrapped)
  if (!salt || !wrapped) return null
  const key = await keyFromPassPhrase(passPhrase, salt, wrap.kdf.iterations)
  return await cipher.open(key, wrapped, aadOf(owner, 'root'))
}

export const makeRoot = (random: Random): Bytes => random(rootLength)

/** Non-extractable keys under one root; `signing` wraps the device's signing key. */
export async function keysUnder(root: Bytes): Promise<DataKeys & { signing: CryptoKey }> {
  const material = await crypto.subtle.importKey('raw', root, 'HKDF', false, ['deriveKey'])
  const how = (use: string) => ({ name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(32), info: utf8(use) })
  const aes = { name: 'AES-GCM', length: 256 }
  const hmac = { name: 'HMAC', hash: 'SHA-256', length: 256 }
  const aesUses: KeyUsage[] = ['encrypt', 'decrypt']
  const [data, index, signing] = await Promise.all([
    crypto.subtle.deriveKey(how('e-cabinet/data/1'), material, aes, false, aesUses),
    crypto.subtle.deriveKey(how('e-cabinet/index/1'), material, hmac, false, ['sign']),
    crypto.subtle.deriveKey(how('e-cabinet/signing/1'), material, aes, false, aesUses),
  ])
  return { data, index, signing }
}

export const signingAad = (owner: Owner): Bytes => aadOf(owner, 'signing')
