import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core'
import type { UnsealEnvelope } from '../../shared/protocol/crypto-ports.ts'
import { sealingAad, sealingInfo, splitSealed } from '../../shared/protocol/sealing.ts'

type Key = Awaited<ReturnType<typeof crypto.subtle.importKey>>

/** The server's half of HPKE; the client's is client/sync/sealing.ts. */
export function createUnsealEnvelope(recipientKey: { privateKey: Key; publicKey: Key }): UnsealEnvelope {
  const suite = new CipherSuite({
    kem: new DhkemP256HkdfSha256(),
    kdf: new HkdfSha256(),
    aead: new Aes256Gcm(),
  })
  return async (sealed, actId) => {
    const parts = splitSealed(sealed)
    if (!parts) return null
    try {
      const recipient = await suite.createRecipientContext({
        recipientKey,
        enc: parts.encapsulatedKey.buffer,
        info: sealingInfo,
      })
      return new Uint8Array(await recipient.open(parts.ciphertext, sealingAad(actId)))
    } catch {
      // A point off the curve, another key, another act id, a flipped bit: all one to the caller.
      return null
    }
  }
}
