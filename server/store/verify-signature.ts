import type { VerifyEd25519 } from '../../shared/ledger/signed-note.ts'
import type { VerifyP256 } from '../../shared/protocol/crypto-ports.ts'

/** Signatures by WebCrypto; a key that is none verifies nothing. */

const p256 = { name: 'ECDSA', namedCurve: 'P-256' }

export const verifyP256: VerifyP256 = async (publicKey, signature, data) => {
  try {
    const key = await crypto.subtle.importKey('raw', publicKey, p256, false, ['verify'])
    return await crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, key, signature, data)
  } catch {
    return false
  }
}

export const verifyEd25519: VerifyEd25519 = async (publicKey, signature, data) => {
  try {
    const key = await crypto.subtle.importKey('raw', publicKey, 'Ed25519', false, ['verify'])
    return await crypto.subtle.verify('Ed25519', key, signature, data)
  } catch {
    return false
  }
}
