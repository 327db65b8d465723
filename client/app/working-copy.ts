import type { Entity, EntityKey, EntityReader } from '../../shared/domain/entity.ts'
import { readerOver } from '../../shared/domain/entity.ts'
import type { Hash } from '../../shared/domain/id.ts'
import type {
  ConfirmedRow,
  FeedCursor,
  LocalStore,
  OutboxItem,
  OutboxStore,
  RowStore,
  SettledAct,
} from './ports.ts'
import { asStoreFault } from './store-fault.ts'

/**
 * What the unlocked device holds, opened once and kept in memory: some hundreds of rows. The stores stay the truth: every
 * change is durable there first, then read again here, then told to the screens.
 */
export type WorkingCopy = {
  reader: EntityReader
  /** The text behind a hash or commitment, from rows, acts under way and settled acts. */
  opened(commit: Hash): string | undefined
  outbox(): readonly OutboxItem[]
  settled(): readonly SettledAct[]
  cursor(): FeedCursor
  local(name: string): unknown
  setLocal(name: string, value: unknown): Promise<void>
  rowNumber(key: EntityKey): number | undefined
  /** Changes with every change: what screens compare. */
  version(): number
  subscribe(listener: () => void): () => void
  refresh(part: 'rows' | 'outbox' | 'all'): Promise<void>
  clear(): void
}

export const emptyCursor: FeedCursor = { epoch: 0, after: -1, tree: null, syncedAt: null }

/** Names of local facts that are read at once; others are read when asked for by `loadLocal`. */
const localNames = [
  'dealt',
  'drafts',
  'noticed',
  'asked',
  'places',
  'looks',
  'freed',
  'promise',
  'room-links',
] as const

export function createWorkingCopy(stores: {
  rows: RowStore
  outbox: OutboxStore
  local: LocalStore
}): WorkingCopy {
  let rows = new Map<EntityKey, ConfirmedRow>()
  let entities = new Map<EntityKey, Entity>()
  let items: OutboxItem[] = []
  let settled: SettledAct[] = []
  let texts = new Map<Hash, string>()
  let cursor: FeedCursor = emptyCursor
  const local = new Map<string, unknown>()
  let version = 0
  const listeners = new Set<() => void>()

  const tell = () => {
    version += 1
    for (const listener of [...listeners]) listener()
  }

  const indexTexts = () => {
    texts = new Map()
    for (const source of [...rows.values(), ...items, ...settled]) {
      for (const { commit, value } of source.openings) texts.set(commit, value)
    }
  }

  return {
    reader: {
      get: (kind, key) => readerOver(entities).get(kind, key),
      list: (kind, prefix) => readerOver(entities).list(kind, prefix),
    },
    opened: (commit) => texts.get(commit),
    outbox: () => items,
    settled: () => settled,
    cursor: () => cursor,
    local: (name) => local.get(name),
    setLocal: async (name, value) => {
      await stores.local.put(name, value)
      local.set(name, value)
      tell()
    },
    rowNumber: (key) => rows.get(key)?.n,
    version: () => version,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    refresh: async (part) => {
      const read = part === 'outbox' ? null : await readRows(stores.rows)
      if (part === 'all') {
        for (const name of localNames) local.set(name, await readLocal(name, stores.local))
      }
      const waiting = await stores.outbox.all()
      const arrived = await stores.outbox.settled()
      // All at once: a screen drawn in between would find rows without their words.
      if (read) {
        rows = read.cursor.epoch === cursor.epoch ? keepingEntities(rows, read.rows) : read.rows
        entities = new Map([...rows].map(([key, row]) => [key, row.entity]))
        cursor = read.cursor
      }
      items = waiting
      settled = arrived
      indexTexts()
      tell()
    },
    clear: () => {
      rows = new Map()
      entities = new Map()
      items = []
      settled = []
      texts = new Map()
      cursor = emptyCursor
      local.clear()
      tell()
    },
  }
}

/** A row that has not changed stays the one object that it was: what is made of thousands of them is made once. */
function keepingEntities(
  before: ReadonlyMap<EntityKey, ConfirmedRow>,
  read: ReadonlyMap<EntityKey, ConfirmedRow>,
): Map<EntityKey, ConfirmedRow> {
  return new Map(
    [...read].map(([key, row]) => {
      const was = before.get(key)
      return [key, was?.n === row.n ? { ...row, entity: was.entity } : row]
    }),
  )
}

async function readRows(
  store: RowStore,
): Promise<{ rows: Map<EntityKey, ConfirmedRow>; cursor: FeedCursor }> {
  const rows = new Map((await store.all()).map((row) => [row.key, row]))
  // What no longer opens comes again with the feed.
  await store.mend()
  return { rows, cursor: await store.cursor() }
}

/** A small fact that no longer opens is as good as none: it must not keep all the rest from being read. */
async function readLocal(name: string, store: LocalStore): Promise<unknown> {
  try {
    return await store.get(name)
  } catch (error) {
    if (asStoreFault(error)?.kind !== 'corrupt') throw error
    return undefined
  }
}
