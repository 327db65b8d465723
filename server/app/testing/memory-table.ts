/** Rows in memory with one transaction at a time beside what is committed: readers never see what may yet be undone. */

export type TableView<K, V> = {
  get(key: K): V | undefined
  entries(): Iterable<[K, V]>
}

export type MemoryTable<K, V> = {
  committed: TableView<K, V> & { put(key: K, value: V): void; remove(key: K): void }
  /** What the transaction under way sees and writes. */
  draft: TableView<K, V> & { put(key: K, value: V): void }
  commit(): void
  rollback(): void
  /** @returns a function that brings this very state back. */
  snapshot(): () => void
}

export function createMemoryTable<K, V>(): MemoryTable<K, V> {
  let rows = new Map<K, V>()
  let written = new Map<K, V>()

  return {
    committed: {
      get: (key) => rows.get(key),
      entries: () => rows,
      put: (key, value) => {
        rows.set(key, value)
      },
      remove: (key) => {
        rows.delete(key)
      },
    },
    draft: {
      get: (key) => written.get(key) ?? rows.get(key),
      entries: () => (written.size === 0 ? rows : new Map([...rows, ...written])),
      put: (key, value) => {
        written.set(key, value)
      },
    },
    commit: () => {
      for (const [key, value] of written) rows.set(key, value)
      written = new Map()
    },
    rollback: () => {
      written = new Map()
    },
    snapshot: () => {
      const kept = new Map(rows)
      return () => {
        rows = new Map(kept)
        written = new Map()
      }
    },
  }
}
