import type { Bytes } from '../../../shared/lib/bytes.ts'
import { instant } from '../../../shared/lib/time.ts'
import type { SignP256 } from '../../../shared/protocol/crypto-ports.ts'
import type { Damage } from '../ports.ts'
import { createMemoryDisk, type MemoryDisk } from './memory-disk.ts'
import { createMemoryKeyring } from './memory-keyring.ts'
import { createMemoryStores } from './memory-stores.ts'
import type { TabletSubject } from './tablet-subject.ts'

export type KeyPair = { publicKey: Bytes; sign: SignP256 }

/** The memory doubles as the contract sees them. */
export function createMemorySubject(keyPair: KeyPair, disk: MemoryDisk = createMemoryDisk(), startMs = 0) {
  const told: Damage['table'][] = []
  let nowMs = startMs
  const { life, ...stores } = createMemoryStores(disk, { onDamage: ({ table }) => told.push(table) })
  const keyring = createMemoryKeyring({ disk, life, keyPair, clock: { now: () => instant(nowMs) } })
  const subject: TabletSubject = {
    ...stores,
    keyring,
    passTime: (ms) => {
      nowMs += ms
    },
    told: () => told,
    restart: async () => {
      life.kill()
      return createMemorySubject(keyPair, disk, nowMs)
    },
    async damage(table) {
      const [first] = disk[table].keys()
      disk.damaged.add(`${table}/${first}`)
    },
    async damageChunk(index) {
      const [hash] = disk.files.keys()
      disk.damaged.add(`files/${hash}/${index}`)
    },
  }
  return subject
}
