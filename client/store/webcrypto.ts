import type { VerifyEd25519 } from '../../shared/ledger/signed-note.ts'
import { type Bytes, equalBytes } from '../../shared/lib/bytes.ts'
import type { VerifyP256 } from '../../shared/protocol/crypto-ports.ts'
import type { BrowserLack } from '../app/browser-needs.ts'
import type { Random } from '../app/ports.ts'

/** What the browser's own cryptography gives (W3C Web Cryptography, with Ed25519 of its secure curves). */

export const random: Random = (length) => crypto.getRandomValues(new Uint8Array(length))

/** Null where the browser has all that is needed. */
export async function lackOf(browser: typeof globalThis): Promise<BrowserLack | null> {
  if (!browser.isSecureContext || browser.crypto.subtle === undefined) return 'secure-address'
  if (browser.navigator.locks === undefined || browser.indexedDB === undefined) return 'storage'
  try {
    await browser.crypto.subtle.importKey('raw', new Uint8Array(32), 'Ed25519', false, ['verify'])
    return null
  } catch (error) {
    return isUnsupported(error) ? 'receipts' : null
  }
}

/**
 * Safari from 17, Chromium from 137, Firefox from 129.
 * @throws DOMException NotSupportedError on a browser without it: "cannot check" must never look like "forged".
 */
export const verifyEd25519: VerifyEd25519 = async (publicKey, signature, data) => {
  try {
    return await crypto.subtle.verify('Ed25519', await ledgerKey(publicKey), signature, data)
  } catch (error) {
    if (isUnsupported(error)) throw error
    return false
  }
}

let lastKey: { bytes: Uint8Array; key: CryptoKey } | null = null

/** It is the pinned one nearly always: taken in once, and not for each page. */
async function ledgerKey(bytes: Bytes): Promise<CryptoKey> {
  if (lastKey && equalBytes(lastKey.bytes, bytes)) return lastKey.key
  const key = await crypto.subtle.importKey('raw', bytes, 'Ed25519', false, ['verify'])
  lastKey = { bytes: bytes.slice(), key }
  return key
}

/** Only for keys of this device, which this browser has made. */
export const verifyP256: VerifyP256 = async (publicKey, signature, data) => {
  const key = await crypto.subtle.importKey('raw', publicKey, { name: 'ECDSA', namedCurve: 'P-256' }, false, [
    'verify',
  ])
  return await crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, key, signature, data)
}

const isUnsupported = (error: unknown): boolean =>
  error instanceof DOMException && error.name === 'NotSupportedError'
