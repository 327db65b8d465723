import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core'
import { expect, test } from 'vitest'
import { fromUtf8, utf8 } from '../../shared/lib/bytes.ts'
import { sealingAad, sealingInfo, splitSealed } from '../../shared/protocol/sealing.ts'
import { createSealEnvelope } from './sealing.ts'

const suite = new CipherSuite({
  kem: new DhkemP256HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes256Gcm(),
})

async function server() {
  const pair = await suite.kem.generateKeyPair()
  const publicKey = new Uint8Array(await suite.kem.serializePublicKey(pair.publicKey))
  const unseal = async (sealed: Uint8Array, actId: string) => {
    const parts = splitSealed(sealed)
    if (!parts) return null
    const recipient = await suite.createRecipientContext({
      recipientKey: pair.privateKey,
      enc: parts.encapsulatedKey,
      info: sealingInfo,
    })
    return await recipient.open(parts.ciphertext, sealingAad(actId)).then(
      (plain) => JSON.parse(fromUtf8(new Uint8Array(plain))),
      () => null,
    )
  }
  return { seal: createSealEnvelope(publicKey), unseal }
}

test('[O5] an envelope opens with the server key and for its own act id only', async () => {
  const { seal, unseal } = await server()
  const sealed = await seal(utf8('{"text":"không đồng ý"}'), 'act-one')
  expect(await unseal(sealed, 'act-one')).toEqual({ text: 'không đồng ý' })
  expect(await unseal(sealed, 'act-two')).toBeNull()
  expect(await (await server()).unseal(sealed, 'act-one')).toBeNull()
})

test('[O5] the length of an envelope does not tell the choice', async () => {
  const { seal } = await server()
  const lengths = await Promise.all(
    ['agree', 'disagree', 'other'].map(async (it) => (await seal(utf8(`{"choice":"${it}"}`), 'act')).length),
  )
  expect(new Set(lengths).size).toBe(1)
})

test('[O6] what is no sealed envelope of this version is not split', () => {
  expect(splitSealed(new Uint8Array(0))).toBeNull()
  expect(splitSealed(Uint8Array.of(1, 2, 3))).toBeNull()
  expect(splitSealed(new Uint8Array(100).fill(2))).toBeNull()
})
