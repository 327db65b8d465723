import type { Clock, Damage, Random } from '../app/ports.ts'
import type { Owner } from '../app/tablet.ts'
import type { Cipher } from './aes-gcm.ts'
import { createDeviceStore } from './device-store.ts'
import { createFileStore } from './file-store.ts'
import { createKeyring } from './keyring.ts'
import { createLocalStore } from './local-store.ts'
import { createNoteStore } from './note-store.ts'
import { createOutbox } from './outbox.ts'
import { createRowStore } from './row-store.ts'
import { createTabletDatabase, type DatabaseNotice } from './tablet-database.ts'
import { createVault } from './vault.ts'

export type TabletParts = {
  owner: Owner
  clock: Clock
  random: Random
  /** `createAesGcm(random)`. */
  cipher: Cipher
  /** `passPhraseIterations`; what is stored keeps the number it was made with. */
  iterations: number
  onDamage: (damage: Damage) => void
  onNotice: (notice: DatabaseNotice) => void
}

export type Tablet = ReturnType<typeof openTablet>

/** Everything one person keeps on this device. Nothing is opened before it is used; it starts locked. */
export function openTablet({ owner, clock, random, cipher, iterations, onDamage, onNotice }: TabletParts) {
  const database = createTabletDatabase(owner, onNotice)
  const vault = createVault(owner.person, cipher)
  const parts = { database, vault, onDamage }
  return {
    database,
    device: createDeviceStore(database),
    keyring: createKeyring({ database, vault, owner, cipher, random, clock, iterations }),
    rows: createRowStore(parts),
    outbox: createOutbox(parts),
    files: createFileStore(parts),
    local: createLocalStore(parts),
    notes: createNoteStore(parts),
  }
}
