import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core'
import type { Bytes } from '../../shared/lib/bytes.ts'
import { padJson } from '../../shared/lib/pad-json.ts'
import type { SealEnvelope, UnsealEnvelope } from '../../shared/protocol/crypto-ports.ts'
import { joinSealed, sealingAad, sealingInfo, splitSealed } from '../../shared/protocol/sealing.ts'

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

/** The tablet's half, for the software devices of the demonstration: they come in by the same door. */
export function createSealEnvelope(sealingKey: Bytes): SealEnvelope {
  const suite = new CipherSuite({
    kem: new DhkemP256HkdfSha256(),
    kdf: new HkdfSha256(),
    aead: new Aes256Gcm(),
  })
  return async (plain, actId) => {
    const recipientPublicKey = await suite.kem.deserializePublicKey(sealingKey)
    const sender = await suite.createSenderContext({ recipientPublicKey, info: sealingInfo })
    const ciphertext = await sender.seal(padJson(plain, 2048), sealingAad(actId))
    return joinSealed(new Uint8Array(sender.enc), new Uint8Array(ciphertext))
  }
}
