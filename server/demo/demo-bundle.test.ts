import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
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
  await loadDemo('today', {
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
  const made = await createBundles({ ledger: read, crypto: testCrypto }).make(
    { ballot: BallotId.parse(ballot) },
    subject,
  )
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

describe('the verifier’s commands', () => {
  const folder = mkdtempSync(join(tmpdir(), 'bundle-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  const fileOf = (name: string, text: string) => {
    const path = join(folder, name)
    writeFileSync(path, text)
    return path
  }
  const run = (command: string, ...args: string[]) => {
    const tool = fileURLToPath(new URL(`../../tools/${command}.ts`, import.meta.url))
    const { status, stdout } = spawnSync(process.execPath, [tool, ...args], { encoding: 'utf8' })
    return { status, stdout }
  }
  const key = ['--key', testCrypto.keys.ledgerKey]

  it('[O4] end with 0, 1 or 2, and tell each check by its number', async () => {
    const whole = fileOf('whole.json', bundleText(await bundleFor('vanphong1', 'demo-1')))
    const good = run('verify', whole, ...key)
    expect(good.stdout.match(/^ +[0-9]+\. ĐẠT/gm)?.length).toBe(13)
    const edited = fileOf('edited.json', readFileSync(whole, 'utf8').replace('"n":0,', '"n":1,'))
    const bad = run('verify', edited, '--json')
    expect(JSON.parse(bad.stdout)).toMatchObject({ outcome: 'bad', ballot: 'demo-1' })
    const none = run('verify', fileOf('none.json', '{}'), ...key)
    expect([good.status, bad.status, none.status]).toEqual([0, 1, 2])
  }, 60_000)

  it('[O4] compare: the auditor’s and the Office’s are of one ledger, another ballot’s is not', async () => {
    const [office, auditor, other] = await Promise.all([
      bundleFor('vanphong1', 'demo-1'),
      bundleFor('kiemtra', 'demo-1'),
      bundleFor('vanphong1', 'demo-2'),
    ])
    const [a, b, c] = [office, auditor, other].map((bundle, i) => fileOf(`${i}.json`, bundleText(bundle)))
    const statuses = [
      run('verify-diff', a ?? '', b ?? '', ...key),
      run('verify-diff', a ?? '', c ?? '', ...key),
    ]
    expect(statuses.map(({ status }) => status)).toEqual([0, 1])
  }, 60_000)
})
