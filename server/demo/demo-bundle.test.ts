import { beforeAll, describe, expect, it } from 'vitest'
import { type Bundle, bundleText, parseBundle } from '../../shared/bundle/bundle.ts'
import { verifyBundle } from '../../shared/bundle/verify-bundle.ts'
import { subjectOn } from '../../shared/domain/access.ts'
import { BallotId } from '../../shared/domain/id.ts'
import { fromUtf8, utf8 } from '../../shared/lib/bytes.ts'
import { ok } from '../../shared/lib/result.ts'
import { instant } from '../../shared/lib/time.ts'
import { createBundles } from '../app/bundle.ts'
import { createMemoryDatabase } from '../app/testing/memory-database.ts'
import { testCrypto } from '../app/testing/test-office.ts'
import { verifyEd25519, verifyP256 } from '../store/verify-signature.ts'
import { loadDemo } from './load-demo.ts'

const now = instant(Date.parse('2026-11-20T08:20Z'))
const database = createMemoryDatabase().connect()
const { read } = database.ledger
let dice = 0

beforeAll(async () => {
  await loadDemo({
    database,
    crypto: testCrypto,
    seal: async (plain) => plain,
    hasher: { hash: async (password) => `plain:${password}` },
    makeDocument: async ({ pages, seed }) => utf8(`${seed} ${pages}`),
    checkFile: async (bytes) => ok({ pages: Number(fromUtf8(bytes).split(' ')[1]) }),
    clock: { now: () => now },
    random: (length) => {
      dice += 1
      return Uint8Array.from({ length }, (_, i) => (dice * 37 + (dice >> 8) * 11 + i * 5) % 256)
    },
    log: () => undefined,
    onProgress: () => undefined,
    stopping: new AbortController().signal,
  })
})

async function bundleFor(person: string, ballot: string): Promise<Bundle> {
  const [row] = await read.rows([`person/${person}`])
  if (row?.entity.kind !== 'person') throw new Error(`nobody called ${person}`)
  const subject = subjectOn(row.entity, null, now)
  const made = await createBundles({ ledger: read, crypto: testCrypto }).make(BallotId.parse(ballot), subject)
  const bundle = made && parseBundle(bundleText(made))
  if (!bundle) throw new Error('no bundle')
  return bundle
}

const report = async (bundle: Bundle) =>
  await verifyBundle(bundle, { key: testCrypto.ledgerKey.publicKey, verifyEd25519, verifyP256 })

describe('the archive bundle of a closed ballot of the demonstration', () => {
  it.each([
    ['demo-1', 'vanphong1', true],
    ['demo-1', 'kiemtra', false],
    ['demo-2', 'vanphong1', true],
    ['demo-2', 'kiemtra', false],
  ])('[O4] %s for %s verifies', async (ballot, person, withOpenings) => {
    const bundle = await bundleFor(person, ballot)
    const { faults, ...facts } = await report(bundle)
    expect(faults).toEqual([])
    expect(facts).toMatchObject({ ballot, withOpenings })
    expect(facts.decision?.members.length).toBe(27)
  })
})
