import 'fake-indexeddb/auto'
import { beforeEach, expect, test } from 'vitest'
import { DeviceId, PersonId } from '../../shared/domain/id.ts'
import { base64 } from '../../shared/lib/base64.ts'
import { instant } from '../../shared/lib/time.ts'
import type { DeviceIdentity } from '../app/ports.ts'
import type { Owner } from '../app/tablet.ts'
import { createTablets } from './tablets.ts'
import { databaseNames } from './testing/raw-database.ts'
import { random } from './webcrypto.ts'

let now = 0
const start = () =>
  createTablets({
    clock: { now: () => instant(now) },
    random,
    caches: undefined,
    serviceWorker: undefined,
    settings: [],
    onDamage: () => {},
    onNotice: () => {},
  })

const ownerOf = (device: string): Owner => ({
  person: PersonId.parse('person-1'),
  device: DeviceId.parse(device),
})
const identityOf = (owner: Owner): DeviceIdentity => ({
  ...owner,
  label: null,
  publicKey: base64(new Uint8Array(65)),
  keys: {
    ledgerId: 'demo',
    ledgerKey: base64(new Uint8Array(32)),
    sealingKey: base64(new Uint8Array(65)),
  },
  state: 'active',
})

beforeEach(async () => {
  now = 1000
  const tablets = start()
  for (let owner = await tablets.owner(); owner; owner = await tablets.owner()) {
    await tablets.destroy(tablets.open(owner), async () => {})
  }
})

test('[O2] the store to open at start is the one remembered last', async () => {
  const tablets = start()
  for (const owner of [ownerOf('b'), ownerOf('a')]) {
    await tablets.open(owner).device.write(identityOf(owner))
    await tablets.remember(owner)
    now += 1000
  }
  expect(await start().owner()).toEqual(ownerOf('a'))
})

test('[O2] a tablet killed between enrolling and remembering is found, one that never enrolled is not', async () => {
  const tablets = start()
  await tablets.open(ownerOf('half')).keyring.state()
  expect(await start().owner()).toBeNull()
  await tablets.open(ownerOf('done')).device.write(identityOf(ownerOf('done')))
  expect(await start().owner()).toEqual(ownerOf('done'))
})

test('[O5] one store is one connection, and after a wipe nobody is here', async () => {
  const tablets = start()
  const owner = ownerOf('gone')
  const tablet = tablets.open(owner)
  expect(tablets.open(owner)).toBe(tablet)
  await tablet.device.write(identityOf(owner))
  await tablets.destroy(tablet, async () => {})
  expect(await tablets.owner()).toBeNull()
  expect((await databaseNames()).filter((name) => name.endsWith('.gone'))).toEqual([])
})

test('[O2] a store of an earlier enrolment is known as left behind, and goes alone', async () => {
  const tablets = start()
  for (const owner of [ownerOf('old'), ownerOf('new')]) {
    await tablets.open(owner).device.write(identityOf(owner))
    await tablets.remember(owner)
    now += 1000
  }
  expect(await tablets.leftBehind(ownerOf('new'))).toEqual([ownerOf('old')])
  await tablets.discard(tablets.open(ownerOf('old')))
  expect(await tablets.leftBehind(ownerOf('new'))).toEqual([])
  expect(await start().owner()).toEqual(ownerOf('new'))
})
