import { readFileSync } from 'node:fs'
import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { actKinds, parseAct } from '../domain/act.ts'
import { entitySchemaByKind } from '../domain/entity.ts'
import { openCheckpoint } from '../ledger/checkpoint.ts'
import { leafHash, verifyInclusion } from '../ledger/merkle.ts'
import { Receipt, verifyReceipt } from '../ledger/receipt.ts'
import { openNote } from '../ledger/signed-note.ts'
import { fromBase64 } from '../lib/base64.ts'
import { type Bytes, fromHex, utf8 } from '../lib/bytes.ts'
import { verifyEd25519 } from '../testing/rfc8032-key.ts'
import { parseEnvelope } from './envelope.ts'
import { FeedPage } from './feed.ts'
import { parseEntry } from './leaf.ts'
import { isRowProven, provenKinds } from './row-proof.ts'
import { sealingAad, sealingInfo, splitSealed } from './sealing.ts'
import { oldestActs, protocolVersion } from './version.ts'

/**
 * What each version wrote, kept as written: a tablet may hand in an act a year later, and a ledger is read for ever. A file
 * is added with a new version and never made anew.
 */

const Samples = z.strictObject({
  note: z.string(),
  acts: z.array(z.string()),
  envelope: z.string(),
  signingKey: z.string(),
  sealed: z.string(),
  sealedFor: z.string(),
  sealingPrivateKey: z.string(),
  ledgerKey: z.strictObject({ name: z.string(), publicKey: z.string() }),
  receipt: Receipt,
  order: z.string(),
  feed: z.unknown(),
})

const samplesOf = (version: number) => {
  const file = new URL(`./testing/samples-v${version}.json`, import.meta.url)
  return Samples.parse(JSON.parse(readFileSync(file, 'utf8')))
}
const bytesOf = (text: string): Bytes => {
  const bytes = fromBase64(text)
  if (!bytes) throw new Error('not base64')
  return bytes
}

const versions = Array.from({ length: protocolVersion - oldestActs + 1 }, (_, i) => oldestActs + i)

describe.each(versions)('what version %i wrote', (version) => {
  const samples = samplesOf(version)
  const ledgerKey = { name: samples.ledgerKey.name, publicKey: fromHex(samples.ledgerKey.publicKey) }

  test('[O2] acts of every kind are still acts', () => {
    const kinds = samples.acts.map((text) => parseAct(JSON.parse(text))?.kind)
    expect(kinds.sort()).toEqual([...actKinds].sort())
  })

  test('[O2] an envelope is still opened, and its signature holds over its bytes', async () => {
    const opened = parseEnvelope(utf8(samples.envelope))
    if (!opened.ok) throw new Error(opened.error.kind)
    const { bytes, sig, act, openings } = opened.value
    const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }
    const key = await crypto.subtle.importKey('raw', bytesOf(samples.signingKey), algorithm, false, [
      'verify',
    ])
    expect(await crypto.subtle.verify(algorithm, key, sig, bytes)).toBe(true)
    expect([act.kind, openings.map(({ value }) => value)]).toEqual([
      'answer-ballot',
      ['disagree', 'Đề nghị giữ nguyên Điều 5'],
    ])
  })

  test('[O2] a sealed envelope is still unsealed, for its own act', async () => {
    const suite = new CipherSuite({
      kem: new DhkemP256HkdfSha256(),
      kdf: new HkdfSha256(),
      aead: new Aes256Gcm(),
    })
    const curve = { name: 'ECDH', namedCurve: 'P-256' }
    const pkcs8 = bytesOf(samples.sealingPrivateKey)
    const recipientKey = await crypto.subtle.importKey('pkcs8', pkcs8, curve, true, ['deriveBits'])
    const parts = splitSealed(bytesOf(samples.sealed))
    if (!parts) throw new Error('not sealed')
    const context = { recipientKey, enc: parts.encapsulatedKey, info: sealingInfo }
    const plain = await (await suite.createRecipientContext(context)).open(
      parts.ciphertext,
      sealingAad(samples.sealedFor),
    )
    expect(parseEnvelope(new Uint8Array(plain))).toEqual(parseEnvelope(utf8(samples.envelope)))
  })

  test('[O1] a receipt is still verified, and an order', async () => {
    const receipt = await verifyReceipt(samples.receipt, ledgerKey, verifyEd25519)
    expect(receipt.ok && parseEntry(receipt.value.leaf)?.n).toBe(receipt.ok && receipt.value.index)
    expect(await openNote(samples.order, ledgerKey, verifyEd25519)).toEqual({
      ok: true,
      value: 'e-cabinet/order/1\nwipe\nm2-2\n1772758800002\n',
    })
  })

  test('[O4] a page of the feed is still read: its leaves are in its tree, its rows are its leaves', async () => {
    const page = FeedPage.parse(samples.feed)
    const opened = await openCheckpoint(page.checkpoint ?? '', ledgerKey, verifyEd25519)
    if (!opened.ok) throw new Error(opened.error.kind)
    const { size, root } = opened.value
    for (const { n, leaf, path } of page.leaves) {
      expect(parseEntry(leaf)?.n).toBe(n)
      const proof = { leafHash: leafHash(utf8(leaf)), index: n, size, path: path.map(bytesOf), root }
      expect(verifyInclusion(proof)).toBe(true)
    }
    for (const { key, value, trail } of page.rows) {
      expect(entitySchemaByKind[value.kind].safeParse(value).success).toBe(true)
      if (!provenKinds.has(value.kind)) continue
      const leaves = page.leaves.filter(({ n }) => trail.includes(n)).map(({ leaf }) => leaf)
      expect([key, isRowProven(key, value, leaves)]).toEqual([key, true])
    }
  })
})
