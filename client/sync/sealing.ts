import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core'
import type { Bytes } from '../../shared/lib/bytes.ts'
import { padJson } from '../../shared/lib/pad-json.ts'
import type { SealEnvelope } from '../../shared/protocol/crypto-ports.ts'
import { joinSealed, sealingAad, sealingInfo } from '../../shared/protocol/sealing.ts'

/** Large enough that which choices an answer holds never changes the length. */
const paddingBlock = 2048

/**
 * @param sealingKey the server's P-256 point, 65 bytes, as pinned at enrolment
 * @returns seals the UTF-8 JSON of an envelope; each call gives other bytes of a length that tells little
 */
export function createSealEnvelope(sealingKey: Bytes): SealEnvelope {
  const suite = new CipherSuite({
    kem: new DhkemP256HkdfSha256(),
    kdf: new HkdfSha256(),
    aead: new Aes256Gcm(),
  })
  return async (plain, actId) => {
    const recipientPublicKey = await suite.kem.deserializePublicKey(sealingKey)
    const sender = await suite.createSenderContext({ recipientPublicKey, info: sealingInfo })
    const ciphertext = await sender.seal(padJson(plain, paddingBlock), sealingAad(actId))
    return joinSealed(new Uint8Array(sender.enc), new Uint8Array(ciphertext))
  }
}
