import type { EntityKey, EntityKind, EntityReader } from '../../shared/domain/entity.ts'
import type { Hash } from '../../shared/domain/id.ts'
import { createHeldRows, type HeldRows } from './held-rows.ts'
import type {
  ConfirmedRow,
  FeedCursor,
  LocalStore,
  OutboxItem,
  OutboxStore,
  RowStore,
  SettledAct,
} from './ports.ts'
import { asStoreFault, storeFault } from './store-fault.ts'

/**
 * What the unlocked device holds, opened once and kept in memory: some hundreds of rows. The stores stay the truth: every
 * change is durable there first, then taken in here, then told to the screens. Opening every row again for one that the feed
 * brought would cost a tablet more than all the rest of taking a page.
 */
export type WorkingCopy = {
  reader: EntityReader
  /** The text behind a hash or commitment, from rows, acts under way and settled acts. */
  opened(commit: Hash): string | undefined
  outbox(): readonly OutboxItem[]
  settled(): readonly SettledAct[]
  cursor(): FeedCursor
  local(name: string): unknown
  /** Screens are told, unless nothing that they show is another for it. */
  setLocal(name: string, value: unknown, isQuiet?: boolean): Promise<void>
  rowNumber(key: EntityKey): number | undefined
  /** Changes with every change: what screens compare. */
  version(): number
  /**
   * Changes with whatever rows of these kinds are made of; what came in of other kinds leaves it as it is. What is made of
   * hundreds of dossiers need not be made anew for everybody who joins a meeting.
   */
  changesOf(kinds: readonly EntityKind[]): number
  subscribe(listener: () => void): () => void
  refresh(part: 'rows' | 'outbox' | 'all'): Promise<void>
  /** Stores a page of the feed, whole or not at all. */
  takePage(page: StoredPage): Promise<void>
  clear(): void
}

export type StoredPage = Parameters<RowStore['takePage']>[0]

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
  'statistics',
] as const

export function createWorkingCopy(stores: {
  rows: RowStore
  outbox: OutboxStore
  local: LocalStore
}): WorkingCopy {
  const rows = createHeldRows()
  let items: OutboxItem[] = []
  let settled: SettledAct[] = []
  let texts = new Map<Hash, string>()
  let cursor: FeedCursor = emptyCursor
  const local = new Map<string, unknown>()
  let version = 0
  /** Of what is not a row: acts under way, words of one's own, notes of this device. */
  let otherChanges = 0
  const listeners = new Set<() => void>()

  /** Locked meanwhile: nothing comes back into memory. */
  let isCleared = false
  let line: Promise<unknown> = Promise.resolve()

  /** One after the other: what was read before a change is not shown after it. */
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    const turn = line.then(work)
    line = turn.catch(() => undefined)
    return turn
  }

  const tell = () => {
    version += 1
    for (const listener of [...listeners]) listener()
  }

  const indexTexts = () => {
    texts = new Map()
    for (const row of rows.all()) addTexts(row)
    for (const act of [...items, ...settled]) addTexts(act)
  }
  const addTexts = ({ openings }: Pick<ConfirmedRow, 'openings'>) => {
    for (const { commit, value } of openings) texts.set(commit, value)
  }

  /** What nobody holds any more is forgotten; most pages only add to what there is. */
  const indexTextsOf = (page: StoredPage, before: readonly ConfirmedRow[]) => {
    const coming = new Set(page.rows.flatMap(({ openings }) => openings.map(({ commit }) => commit)))
    if (before.some(({ openings }) => openings.some(({ commit }) => !coming.has(commit)))) indexTexts()
    else for (const one of [...page.rows, ...page.settled]) addTexts(one)
  }

  const refresh = async (part: 'rows' | 'outbox' | 'all') => {
    const read = part === 'outbox' ? null : await readRows(stores.rows)
    if (part === 'all') {
      for (const name of localNames) local.set(name, await readLocal(name, stores.local))
    }
    const waiting = await stores.outbox.all()
    const arrived = await stores.outbox.settled()
    if (isCleared) return
    // All at once: a screen drawn in between would find rows without their words.
    if (read) {
      rows.replace(read.cursor.epoch === cursor.epoch ? keepingEntities(rows, read.rows) : read.rows)
      cursor = read.cursor
    }
    items = waiting
    settled = arrived
    otherChanges += 1
    indexTexts()
    tell()
  }

  return {
    reader: rows.reader,
    opened: (commit) => texts.get(commit),
    outbox: () => items,
    settled: () => settled,
    cursor: () => cursor,
    local: (name) => local.get(name),
    setLocal: async (name, value, isQuiet = false) => {
      // What was made of nothing must not take the place of what is stored.
      if (isCleared) throw storeFault({ kind: 'locked' })
      await stores.local.put(name, value)
      if (isCleared) return
      local.set(name, value)
      otherChanges += 1
      if (!isQuiet) tell()
    },
    rowNumber: (key) => rows.get(key)?.n,
    version: () => version,
    changesOf: (kinds) => otherChanges + rows.changesOf(kinds),
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    refresh: (part) => inTurn(() => refresh(part)),
    takePage: (page) =>
      inTurn(async () => {
        await stores.rows.takePage(page)
        if (isCleared) return
        const before = rows.take(page)
        cursor = page.cursor
        if (page.settled.length > 0) otherChanges += 1
        const isSettled = new Set(page.settled.map(({ id }) => id))
        items = items.filter(({ id }) => !isSettled.has(id))
        settled = [...settled.filter(({ id }) => !isSettled.has(id)), ...page.settled]
        indexTextsOf(page, before)
        tell()
      }),
    clear: () => {
      isCleared = true
      rows.replace(new Map())
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
  before: Pick<HeldRows, 'get'>,
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
