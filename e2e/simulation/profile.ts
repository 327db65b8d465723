import type {
  Clock,
  ConfirmedRow,
  FeedCursor,
  OutboxItem,
  SettledAct,
  StoreFault,
} from '../../client/app/ports.ts'
import type { Owner, Tablet, Tablets } from '../../client/app/tablet.ts'
import { createMemoryDisk, emptyCursor, type MemoryDisk } from '../../client/app/testing/memory-disk.ts'
import { createMemoryKeyring } from '../../client/app/testing/memory-keyring.ts'
import type { MemoryLife } from '../../client/app/testing/memory-life.ts'
import { createMemoryStores } from '../../client/app/testing/memory-stores.ts'
import type { ActId } from '../../shared/domain/id.ts'
import type { KnownTree } from '../../shared/protocol/feed.ts'
import type { PlainCrypto } from '../../shared/testing/plain-crypto.ts'

/** What a browser profile keeps for one person, and what was ever written to it. */
export type Profile = ReturnType<typeof createProfile>

/** A table whose every write is seen at the moment in which it is durable. */
class WatchedMap<K, V> extends Map<K, V> {
  onSet: ((value: V) => void) | null = null
  override set(key: K, value: V): this {
    super.set(key, value)
    this.onSet?.(value)
    return this
  }
}

export type DiskWatch = {
  saved(item: OutboxItem): void
  settled(act: SettledAct): void
  row(row: ConfirmedRow): void
  /** Everything of this disk is about to go. */
  wiped(left: readonly ActId[]): void
}

export function createProfile(parts: {
  label: string
  keyPair: ReturnType<PlainCrypto['deviceKey']>
  clock: Clock
}) {
  const disk: MemoryDisk = createMemoryDisk()
  let owner: Owner | null = null
  let wasWiped = false
  let watch: DiskWatch | null = null
  const trees: KnownTree[] = []
  let cursor = disk.cursor
  Object.defineProperty(disk, 'cursor', {
    get: () => cursor,
    set: (next: FeedCursor) => {
      cursor = next
      if (next.tree !== null) trees.push(next.tree)
    },
  })
  const watched = <K, V>(see: (value: V) => void) => {
    const map = new WatchedMap<K, V>()
    map.onSet = see
    return map
  }
  disk.outbox = watched((item) => watch?.saved(item))
  disk.settled = watched((act) => watch?.settled(act))
  disk.rows = watched((row) => watch?.row(row))

  function erase(): void {
    watch?.wiped([...disk.outbox.keys()])
    disk.passPhrase = null
    disk.identity = null
    for (const table of [disk.rows, disk.outbox, disk.settled, disk.files, disk.local, disk.notes])
      table.clear()
    disk.cursor = emptyCursor()
    owner = null
    wasWiped = true
  }

  /** Storage as one tab has it; several tabs lie over one disk. */
  function tabletsFor(turn: () => Promise<void>) {
    const lives = new Set<MemoryLife>()
    let isDead = false
    const handed = new WeakMap<Tablet, MemoryLife>()

    const tablets: Tablets = {
      owner: async () => {
        await turn()
        return owner
      },
      open: () => {
        const { life, ...stores } = createMemoryStores(disk, { turn, isFrozen: true })
        if (isDead) life.kill()
        lives.add(life)
        const keyring = createMemoryKeyring({ disk, life, clock: parts.clock, keyPair: parts.keyPair })
        const tablet = { ...stores, keyring }
        handed.set(tablet, life)
        return tablet
      },
      remember: async (next) => {
        await turn()
        if (!isDead) owner = next
      },
      leftBehind: async () => [],
      discard: async () => {},
      // As client/store/wipe.ts does it.
      destroy: async (tablet, handOver) => {
        await handOver(await tablet.outbox.sealed())
        tablet.keyring.lock()
        await turn()
        if (isDead) await new Promise<never>(() => {})
        erase()
      },
    }
    return {
      ...tablets,
      kill() {
        isDead = true
        for (const life of lives) life.kill()
      },
      failNextWrite(fault: StoreFault) {
        for (const life of [...lives].slice(-1)) life.failNextWrite(fault)
      },
    }
  }

  return {
    label: parts.label,
    keyPair: parts.keyPair,
    disk,
    owner: () => owner,
    /** A device that was enrolled before the schedule begins. */
    own(next: Owner) {
      owner = next
    },
    /** Every tree that it has verified, in order. */
    trees: (): readonly KnownTree[] => trees,
    wasWiped: () => wasWiped,
    watch(next: DiskWatch) {
      watch = next
    },
    tabletsFor,
  }
}
