import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createSealEnvelope } from '../../client/sync/sealing.ts'
import { signCheckpoint } from '../../shared/ledger/checkpoint.ts'
import { emptyRoot } from '../../shared/ledger/merkle.ts'
import { fromBase64 } from '../../shared/lib/base64.ts'
import { fromUtf8, utf8 } from '../../shared/lib/bytes.ts'
import type { ServerCrypto } from '../app/ports.ts'
import { openServerKeys } from './server-keys.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keys-'))
})
afterEach(() => rm(folder, { recursive: true }))

const emptyLedger = { size: 0, note: null }

async function opened(at = folder, ledger: { size: number; note: string | null } = emptyLedger) {
  const result = await openServerKeys(at, ledger)
  if (!result.ok) throw new Error(result.error.kind)
  return result.value
}

const noteOf = ({ ledgerKey, sign }: ServerCrypto) =>
  signCheckpoint({ epoch: 0, size: 1, root: emptyRoot }, ledgerKey, sign)

it('[O4] keys are made once, and are the same at every later start', async () => {
  const first = await opened(join(folder, 'a', 'keys'))
  const again = await opened(join(folder, 'a', 'keys'), { size: 1, note: await noteOf(first) })
  expect(again.keys).toEqual(first.keys)
  expect((await stat(join(folder, 'a', 'keys', 'server-keys.json'))).mode & 0o777).toBe(0o600)
  expect(await readdir(join(folder, 'a', 'keys'))).toEqual(['server-keys.json'])
})

it('two servers that start at once have one pair of keys', async () => {
  const all = await Promise.all([opened(), opened(), opened()])
  expect(new Set(all.map(({ keys }) => JSON.stringify(keys))).size).toBe(1)
})

it('[O4] a ledger without its keys, or with others, is not continued', async () => {
  expect(await openServerKeys(folder, { size: 7, note: 'x' })).toEqual({
    ok: false,
    error: { kind: 'keys-missing', file: join(folder, 'server-keys.json'), leaves: 7 },
  })
  const other = await opened(join(folder, 'other'))
  await opened()
  expect(await openServerKeys(folder, { size: 1, note: await noteOf(other) })).toMatchObject({
    error: { kind: 'keys-foreign' },
  })
})

it.each([
  ['an empty file', () => ''],
  ['half a file', (text: string) => text.slice(0, text.length / 2)],
  ['a file without a key', () => '{"ledgerId":"a"}'],
  [
    'keys of the wrong kind',
    (text: string) => JSON.stringify({ ...JSON.parse(text), ledgerKey: JSON.parse(text).sealingKey }),
  ],
])('%s is told, and nothing is made in its place', async (_name, spoil) => {
  await opened()
  const file = join(folder, 'server-keys.json')
  const spoilt = spoil(await readFile(file, 'utf8'))
  await writeFile(file, spoilt)
  expect(await openServerKeys(folder, emptyLedger)).toMatchObject({ error: { kind: 'keys-unusable', file } })
  expect(await readFile(file, 'utf8')).toBe(spoilt)
})

it('[O6] what the client seals, the server opens, for that act id alone', async () => {
  const { keys, unseal } = await opened()
  const seal = createSealEnvelope(fromBase64(keys.sealingKey) ?? new Uint8Array())
  const sealed = await seal(utf8('{"a":"Không đồng ý"}'), 'act-1')
  expect(fromUtf8((await unseal(sealed, 'act-1')) ?? new Uint8Array()).trim()).toBe('{"a":"Không đồng ý"}')
  expect(await unseal(sealed, 'act-2')).toBeNull()
  const other = await opened(join(folder, 'other'))
  expect(await other.unseal(sealed, 'act-1')).toBeNull()
  for (const at of [0, 1, 40, 66, sealed.length - 1]) {
    const spoilt = sealed.slice()
    spoilt[at] = (spoilt[at] ?? 0) ^ 1
    expect(await unseal(spoilt, 'act-1')).toBeNull()
  }
  for (const length of [0, 1, 65, 66, 80]) expect(await unseal(sealed.slice(0, length), 'act-1')).toBeNull()
})
