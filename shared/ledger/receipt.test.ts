import { describe, expect, test } from 'vitest'
import { utf8 } from '../lib/bytes.ts'
import { canonicalJson } from '../lib/canonical-json.ts'
import { firstKey, secondKey, verifyEd25519 } from '../testing/rfc8032-key.ts'
import { ledgerName, signCheckpoint } from './checkpoint.ts'
import { leafHash, rootOf } from './merkle.ts'
import { inclusionPath } from './merkle-path.ts'
import { Receipt, verifyReceipt } from './receipt.ts'
import { formatTlogProof } from './tlog-proof.ts'
import { readerOver } from './tree-node.ts'

const key = { name: ledgerName('vpcp'), publicKey: firstKey.publicKey }
const leaves = Array.from({ length: 11 }, (_, n) => canonicalJson({ n, verdict: 'accepted', ý: 'kiến' }))
const hashes = leaves.map((leaf) => leafHash(utf8(leaf)))
const root = rootOf(hashes)
const checkpoint = await signCheckpoint({ epoch: 1, size: leaves.length, root }, key, firstKey.sign)
const proofAt = (index: number) => ({
  index,
  path: inclusionPath(index, leaves.length, readerOver(hashes)),
  checkpoint,
  extra: null,
})
const receiptAt = (index: number) => ({ leaf: leaves[index] ?? '', proof: formatTlogProof(proofAt(index)) })
const verify = (receipt: Receipt) => verifyReceipt(receipt, key, verifyEd25519)

describe('a receipt', () => {
  test('[O1] of each leaf is verified, and names place, leaf and checkpoint', async () => {
    for (const [index, leaf] of leaves.entries()) {
      expect(await verify(receiptAt(index))).toEqual({
        ok: true,
        value: {
          index,
          leaf,
          checkpoint: { origin: 'e-cabinet/vpcp/1', epoch: 1, size: 11, root },
        },
      })
    }
  })

  test('[O1] for another leaf, verdict or place is refused', async () => {
    const notInTree = (index: number) => ({ ok: false, error: { kind: 'not-in-tree', index, size: 11 } })
    const { leaf, proof } = receiptAt(4)
    expect(await verify({ leaf: leaf.replace('accepted', 'refused'), proof })).toEqual(notInTree(4))
    expect(await verify({ leaf: `${leaf} `, proof })).toEqual(notInTree(4))
    expect(await verify({ leaf, proof: receiptAt(5).proof })).toEqual(notInTree(5))
    expect(await verify({ leaf, proof: proof.replace('index 4', 'index 5') })).toEqual(notInTree(5))
    expect(await verify({ leaf, proof: proof.replace('index 4', 'index 11') })).toEqual(notInTree(11))
  })

  test('[O1] with any character of its proof changed is refused', async () => {
    const { leaf, proof } = receiptAt(4)
    for (let i = 0; i < proof.length; i++) {
      const changed = proof.slice(0, i) + (proof[i] === 'A' ? 'B' : 'A') + proof.slice(i + 1)
      expect((await verify({ leaf, proof: changed })).ok, `character ${i}`).toBe(false)
    }
  })

  test('[O1] signed by another key is refused', async () => {
    const foreign = { ...key, publicKey: secondKey.publicKey }
    expect(await verifyReceipt(receiptAt(4), foreign, verifyEd25519)).toEqual({
      ok: false,
      error: { kind: 'unknown-note-key' },
    })
  })

  test('[O6] that is malformed, or carries what nobody signed, is refused', async () => {
    const { leaf, proof } = receiptAt(4)
    const withExtra = formatTlogProof({ ...proofAt(4), extra: Uint8Array.of(1) })
    expect(await verify({ leaf, proof: '' })).toEqual({ ok: false, error: { kind: 'malformed-proof' } })
    expect(await verify({ leaf, proof: withExtra })).toEqual({
      ok: false,
      error: { kind: 'malformed-proof' },
    })
    expect(await verify({ leaf: '"\ud800"', proof })).toEqual({
      ok: false,
      error: { kind: 'malformed-leaf' },
    })
    expect(await verify({ leaf, proof: proof.trimEnd() })).toEqual({
      ok: false,
      error: { kind: 'malformed-note' },
    })
  })

  test('[O6] has two texts and nothing else', () => {
    expect(Receipt.safeParse({ leaf: 'a', proof: 'b' }).success).toBe(true)
    expect(Receipt.safeParse({ leaf: 'a', proof: 'b', extra: 1 }).success).toBe(false)
    expect(Receipt.safeParse({ leaf: 'a' }).success).toBe(false)
  })
})
