import type { Clock, Damage, Random } from '../app/ports.ts'
import type { Owner, Tablet, Tablets } from '../app/tablet.ts'
import { createAesGcm } from './aes-gcm.ts'
import { passPhraseIterations } from './keyring.ts'
import { openTablet, type Tablet as StoredTablet } from './open-tablet.ts'
import { type DatabaseNotice, databaseName, knownOwners } from './tablet-database.ts'
import { discardTablet, wipeTablet } from './wipe.ts'

type TabletsParts = {
  clock: Clock
  random: Random
  /** What a wipe clears beside the database; undefined where the browser has none. */
  caches: CacheStorage | undefined
  serviceWorker: ServiceWorkerContainer | undefined
  settings: Storage[]
  onDamage(damage: Damage): void
  onNotice(notice: DatabaseNotice): void
}

const markName = 'remembered'

/**
 * Sealed stores in this browser profile. Whose is opened at start is asked of the databases themselves: a pointer in
 * localStorage is written late, and a tablet killed just after enrolling would no longer find its unsent acts (O2).
 */
export function createTablets(parts: TabletsParts): Tablets {
  const { clock, random, caches, serviceWorker, settings, onDamage, onNotice } = parts
  // One connection a database: a second one of our own would have to be told of every deletion.
  const openByName = new Map<string, StoredTablet>()

  function open(owner: Owner): StoredTablet {
    const known = openByName.get(databaseName(owner))
    if (known) return known
    const cipher = createAesGcm(random)
    const iterations = passPhraseIterations
    const tablet = openTablet({ owner, clock, random, cipher, iterations, onDamage, onNotice })
    openByName.set(databaseName(owner), tablet)
    return tablet
  }
  /** When it was last made the store to open; 0 where a kill came between enrolling and that; null where it never enrolled. */
  async function enrolledAt({ device, database }: StoredTablet): Promise<number | null> {
    if ((await device.read()) === null) return null
    const mark = await database.read((tables) => tables.open.get(markName))
    return typeof mark?.value === 'number' ? mark.value : 0
  }
  function storedOf(tablet: Tablet): [string, StoredTablet] {
    const found = [...openByName].find(([, stored]) => stored === tablet)
    if (!found) throw new TypeError('a tablet that was not opened here')
    return found
  }

  return {
    async owner() {
      let newest: { owner: Owner; at: number } | null = null
      for (const owner of await knownOwners()) {
        const at = await enrolledAt(open(owner))
        if (at !== null && (newest === null || at > newest.at)) newest = { owner, at }
      }
      return newest?.owner ?? null
    },
    async leftBehind(current) {
      const others: Owner[] = []
      for (const owner of await knownOwners()) {
        if (owner.device !== current.device && (await enrolledAt(open(owner))) !== null) others.push(owner)
      }
      return others
    },
    open,
    async remember(owner) {
      await open(owner).database.write(['open'], async (tables) => {
        await tables.open.put({ name: markName, value: clock.now() })
      })
    },
    async destroy(tablet, handOver) {
      const [name, { database, keyring, outbox }] = storedOf(tablet)
      await wipeTablet({ database, keyring, outbox, caches, serviceWorker, settings }, handOver)
      openByName.delete(name)
    },
    async discard(tablet) {
      const [name, stored] = storedOf(tablet)
      await discardTablet(stored)
      openByName.delete(name)
    },
  }
}
