import { describe, expect, it } from 'vitest'
import { Hash } from '../../shared/domain/id.ts'
import { signCheckpoint } from '../../shared/ledger/checkpoint.ts'
import { leafHash, rootOf } from '../../shared/ledger/merkle.ts'
import { hex, utf8 } from '../../shared/lib/bytes.ts'
import { fail, ok } from '../../shared/lib/result.ts'
import type { KnownTree } from '../../shared/protocol/feed.ts'
import { createPlainCrypto } from '../../shared/testing/plain-crypto.ts'
import { createAuditLedger } from './ledger-audit.ts'

const { server, verifyEd25519 } = createPlainCrypto('audit')
const leaves = Array.from({ length: 2500 }, (_, n) => `{"n":${n}}`)
const rootOfFirst = (count: number) => rootOf(leaves.slice(0, count).map((leaf) => leafHash(utf8(leaf))))
const known = (size: number): KnownTree => ({ epoch: 0, size, root: Hash.parse(hex(rootOfFirst(size))) })

/** A server that holds `held` and signs for `signed` of the honest leaves. */
async function audit(given: {
  held?: string[]
  signed?: number
  seen?: KnownTree | null
  note?: string | null
}) {
  const { held = leaves, signed = 2100, seen = null } = given
  const head = { epoch: 0, size: signed, root: rootOfFirst(signed) }
  const checkpoint =
    given.note === undefined ? await signCheckpoint(head, server.ledgerKey, server.sign) : given.note
  const auditLedger = createAuditLedger({
    api: {
      readLedger: async (from, limit) => ok({ from, leaves: held.slice(from, from + limit), checkpoint }),
    },
    ledgerKey: server.ledgerKey,
    verify: verifyEd25519,
    known: () => seen,
  })
  const progress: number[] = []
  const onProgress = (done: number) => {
    progress.push(done)
  }
  const result = await auditLedger({ onProgress, signal: new AbortController().signal })
  if (!result.ok) throw new Error(result.error.kind)
  return { ...result.value, progress }
}

describe('the whole ledger, fetched and hashed again', () => {
  it('[O4] fits the signed checkpoint, page by page, though the ledger grows meanwhile', async () => {
    expect(await audit({ seen: known(777) })).toMatchObject({
      outcome: 'good',
      size: 2100,
      root: hex(rootOfFirst(2100)),
      seenBefore: true,
      progress: [1000, 2000, 2100],
    })
  })

  it('[O4] one leaf edited gives another root', async () => {
    const held = leaves.with(1234, '{"n":"khác"}')
    expect(await audit({ held, seen: known(2000) })).toMatchObject({
      outcome: 'root-differs',
      seenBefore: false,
    })
  })

  it('[O4] a ledger rolled back below what this device had seen is told, though its own checkpoint fits', async () => {
    expect(await audit({ signed: 500, seen: known(777) })).toMatchObject({
      outcome: 'good',
      seenBefore: false,
    })
  })

  it('[O4] leaves withheld are told', async () => {
    expect(await audit({ held: leaves.slice(0, 1500) })).toMatchObject({
      outcome: 'leaves-missing',
      size: 1500,
    })
  })

  it.each([
    ['none', null],
    ['no note at all', 'xin chào\n'],
  ])('[O4] a checkpoint that nobody signed proves nothing: %s', async (_, note) => {
    expect(await audit({ note })).toMatchObject({ outcome: 'not-signed', seenBefore: null })
  })

  it('[O4] of another epoch nothing is compared', async () => {
    expect(await audit({ seen: { ...known(777), epoch: 3 } })).toMatchObject({ seenBefore: null })
  })

  it('[O6] stopped, or cut off, it says so and claims nothing', async () => {
    const parts = { ledgerKey: server.ledgerKey, verify: verifyEd25519, known: () => null }
    const readLedger = async () => fail({ kind: 'unreachable' as const })
    const auditLedger = createAuditLedger({ ...parts, api: { readLedger } })
    const onProgress = () => {}
    expect(await auditLedger({ onProgress, signal: AbortSignal.abort() })).toEqual(fail({ kind: 'stopped' }))
    const { signal } = new AbortController()
    expect(await auditLedger({ onProgress, signal })).toEqual(fail({ kind: 'unreachable' }))
  })
})
