import type { ConfirmedRow, Damage, FeedCursor, RowStore } from '../app/ports.ts'
import { storeFault } from '../app/store-fault.ts'
import { StoredCursor, StoredRow } from '../app/stored-record.ts'
import { sealSettled } from './settled-act.ts'
import type { SealedRecord, TabletDatabase } from './tablet-database.ts'
import type { Place, Vault } from './vault.ts'

export type StoreParts = { database: TabletDatabase; vault: Vault; onDamage: (damage: Damage) => void }

const rowPlace = (key: string, version: number): Place => ({ table: 'rows', key, version, chunk: 0 })
const cursorKey = 'feed'
const cursorPlace: Place = { table: 'cursor', key: cursorKey, version: 1, chunk: 0 }

const startCursor: FeedCursor = { epoch: 0, after: -1, tree: null, syncedAt: null }

/** Rows that the feed brought, sealed one by one, and how far it has come. */
export function createRowStore({ database, vault, onDamage }: StoreParts): RowStore {
  const damaged = new Set<string>()
  async function sealRow(row: ConfirmedRow): Promise<SealedRecord> {
    const k = await vault.opaque('rows', row.key)
    return { k, v: row.n, s: await vault.sealJson(rowPlace(k, row.n), row) }
  }
  async function openRow({ k, v, s }: SealedRecord): Promise<ConfirmedRow | null> {
    const opened = await vault.openJson(rowPlace(k, v), s)
    const parsed = opened && StoredRow.safeParse(opened.value)
    if (parsed?.success && parsed.data.n === v) return parsed.data
    damaged.add(k)
    onDamage({ table: 'rows', key: k })
    return null
  }
  async function sealCursor(cursor: FeedCursor): Promise<SealedRecord> {
    return { k: cursorKey, v: 1, s: await vault.sealJson(cursorPlace, cursor) }
  }

  /** Null where it does not open. */
  async function readCursor(): Promise<FeedCursor | null> {
    const record = await database.read(({ cursor }) => cursor.get(cursorKey))
    if (!record) return startCursor
    const opened = await vault.openJson(cursorPlace, record.s)
    const parsed = opened && StoredCursor.safeParse(opened.value)
    return parsed?.success ? parsed.data : null
  }

  return {
    async all() {
      const records = await database.read(({ rows }) => rows.toArray())
      const opened = await Promise.all(records.map(openRow))
      return opened.filter((row) => row !== null)
    },
    async cursor() {
      const cursor = await readCursor()
      if (!cursor) throw storeFault({ kind: 'corrupt', detail: 'cursor' })
      return cursor
    },
    async mend() {
      const known = await readCursor()
      if (damaged.size === 0 && known) return false
      const keys = [...damaged]
      const sealedCursor = await sealCursor({ ...(known ?? startCursor), after: -1 })
      await database.write(['rows', 'cursor'], async (tables) => {
        await tables.rows.bulkDelete(keys)
        await tables.cursor.put(sealedCursor)
      })
      for (const key of keys) damaged.delete(key)
      return true
    },
    async takePage({ rows, gone, settled, cursor }) {
      // A transaction ends at the first foreign await: everything is sealed before it begins.
      const sealedRows = await Promise.all(rows.map(sealRow))
      const goneKeys = await Promise.all(gone.map((key) => vault.opaque('rows', key)))
      const sealedActs = await Promise.all(settled.map((act) => sealSettled(vault, act)))
      const sealedCursor = await sealCursor(cursor)
      await database.write(['rows', 'settled', 'outbox', 'cursor'], async (tables) => {
        await tables.rows.bulkDelete(goneKeys)
        await tables.rows.bulkPut(sealedRows)
        await tables.settled.bulkPut(sealedActs)
        await tables.outbox.bulkDelete(settled.map(({ id }) => id))
        await tables.cursor.put(sealedCursor)
      })
    },
    async reset(cursor) {
      const sealedCursor = await sealCursor(cursor)
      await database.write(['rows', 'cursor'], async (tables) => {
        await tables.rows.clear()
        await tables.cursor.put(sealedCursor)
      })
    },
  }
}
