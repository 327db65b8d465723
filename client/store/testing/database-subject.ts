import { DeviceId, PersonId } from '../../../shared/domain/id.ts'
import { instant } from '../../../shared/lib/time.ts'
import type { Damage } from '../../app/ports.ts'
import type { Owner } from '../../app/tablet.ts'
import type { TabletSubject } from '../../app/testing/tablet-subject.ts'
import { type Cipher, createAesGcm } from '../aes-gcm.ts'
import { openTablet } from '../open-tablet.ts'
import { databaseName } from '../tablet-database.ts'
import { random } from '../webcrypto.ts'
import { flipBit } from './raw-database.ts'

let serial = 0

/** A person and a device that no other test has. */
export const newOwner = (): Owner => ({
  person: PersonId.parse('person-1'),
  device: DeviceId.parse(`device-${serial++}`),
})

/** Few rounds: what is tested here is not how slow the derivation is. */
const iterations = 1000

type TestOptions = { cipher?: Cipher; now?: () => number; onDamage?: (damage: Damage) => void }

export function openForTest(
  owner: Owner,
  { cipher = createAesGcm(random), now = () => 0, onDamage = () => {} }: TestOptions = {},
) {
  return openTablet({
    owner,
    clock: { now: () => instant(now()) },
    random,
    cipher,
    iterations,
    onDamage,
    onNotice: () => {},
  })
}

/** The sealed database as the contract sees it. */
export function createDatabaseSubject(owner: Owner = newOwner(), startMs = 0): TabletSubject {
  const told: Damage['table'][] = []
  let nowMs = startMs
  const tablet = openForTest(owner, { now: () => nowMs, onDamage: ({ table }) => told.push(table) })
  const name = databaseName(owner)
  return {
    ...tablet,
    passTime: (ms) => {
      nowMs += ms
    },
    told: () => told,
    restart: async () => {
      tablet.database.close()
      return createDatabaseSubject(owner, nowMs)
    },
    damage: (table) => flipBit(name, table, () => true),
    damageChunk: (index) => flipBit(name, 'chunks', (key) => Array.isArray(key) && key[1] === index),
  }
}
