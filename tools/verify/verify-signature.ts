import type { VerifyEd25519 } from '../../shared/ledger/signed-note.ts'
import type { VerifyP256 } from '../../shared/protocol/crypto-ports.ts'

/** Signatures for the verifier, which shares no code with the server beyond the rules themselves. */

export const verifyP256: VerifyP256 = async (publicKey, signature, data) => {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }
  try {
    const key = await crypto.subtle.importKey('raw', publicKey, algorithm, false, ['verify'])
    return await crypto.subtle.verify(algorithm, key, signature, data)
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
