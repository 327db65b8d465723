import { z } from 'zod'
import { DeviceId, PersonId } from '../shared/domain/id.ts'
import type { Clock, Damage, Random } from './app/ports.ts'
import type { Tablets } from './app/tablet.ts'
import { createAesGcm } from './store/aes-gcm.ts'
import { passPhraseIterations } from './store/keyring.ts'
import { openTablet, type Tablet as StoredTablet } from './store/open-tablet.ts'
import type { DatabaseNotice } from './store/tablet-database.ts'
import { wipeTablet } from './store/wipe.ts'

const ownerName = 'e-cabinet-owner'
const Owner = z.strictObject({ person: PersonId, device: DeviceId })

/** Sealed stores in this browser profile; which of them is opened at start is two opaque ids in local storage. */
export function createTablets(parts: {
  clock: Clock
  random: Random
  settings: Storage
  onDamage(damage: Damage): void
  onNotice(notice: DatabaseNotice): void
}): Tablets {
  const { clock, random, settings, onDamage, onNotice } = parts
  const opened = new Map<object, StoredTablet>()
  return {
    owner: async () => {
      const text = settings.getItem(ownerName)
      if (text === null) return null
      const owner = Owner.safeParse(JSON.parse(text))
      return owner.success ? owner.data : null
    },
    open: (owner) => {
      const tablet = openTablet({
        owner,
        clock,
        random,
        cipher: createAesGcm(random),
        iterations: passPhraseIterations,
        onDamage,
        onNotice,
      })
      opened.set(tablet, tablet)
      return tablet
    },
    remember: async (owner) => {
      settings.setItem(ownerName, JSON.stringify(owner))
    },
    destroy: async (tablet, handOver) => {
      const stored = opened.get(tablet)
      if (!stored) throw new TypeError('a tablet that was not opened here')
      const { database, keyring, outbox } = stored
      const serviceWorker = navigator.serviceWorker
      await wipeTablet(
        { database, keyring, outbox, caches: globalThis.caches, serviceWorker, settings: [settings] },
        handOver,
      )
    },
  }
}
