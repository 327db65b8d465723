import { equalBytes } from '../../../shared/lib/bytes.ts'
import type { DeviceStore, LocalStore, OutboxStore, RowStore, SettledAct } from '../ports.ts'
import { storeFault } from '../store-fault.ts'
import type { MemoryDisk } from './memory-disk.ts'
import { createMemoryFiles } from './memory-files.ts'
import { createMemoryLife, type LifeOptions, type MemoryLife } from './memory-life.ts'
import { createMemoryNotes } from './memory-notes.ts'

/**
 * The tablet's storage in memory, for simulation and rules: the same promises as the sealed IndexedDB, shown by the same
 * contract suites. Values are copied on the way in and out. `life` holds the switches: kill, lock, failNextWrite.
 */
export function createMemoryStores(disk: MemoryDisk, options: LifeOptions = {}) {
  const life = createMemoryLife(options)
  return {
    life,
    rows: rowsOf(disk, life),
    outbox: outboxOf(disk, life),
    files: createMemoryFiles(disk, life),
    local: localOf(disk, life),
    notes: createMemoryNotes(disk, life),
    device: deviceOf(disk, life),
  }
}

/** The entries that still open; the others are told and left out. */
function intact<K extends string, V>(
  disk: MemoryDisk,
  life: MemoryLife,
  { table, entries }: { table: 'rows' | 'outbox' | 'settled'; entries: ReadonlyMap<K, V> },
): V[] {
  const found: V[] = []
  for (const [key, value] of entries) {
    if (disk.damaged.has(`${table}/${key}`)) life.report({ table, key })
    else found.push(value)
  }
  return found
}

function rowsOf(disk: MemoryDisk, life: MemoryLife): RowStore {
  return {
    all: () => life.show(() => intact(disk, life, { table: 'rows', entries: disk.rows })),
    cursor: () => life.read(() => disk.cursor),
    takePage(page) {
      const { rows, gone, settled, cursor } = structuredClone(page)
      return life.commit(() => {
        for (const key of gone) disk.rows.delete(key)
        for (const row of rows) {
          disk.rows.set(row.key, life.keep(row))
          disk.damaged.delete(`rows/${row.key}`)
        }
        for (const act of settled) settleOn(disk, life, act)
        disk.cursor = cursor
      })
    },
    mend: async () => {
      const lost = [...disk.rows.keys()].filter((key) => disk.damaged.has(`rows/${key}`))
      if (lost.length === 0) return false
      await life.commit(() => {
        for (const key of lost) {
          disk.rows.delete(key)
          disk.damaged.delete(`rows/${key}`)
        }
        disk.cursor = { ...disk.cursor, after: -1 }
      })
      return true
    },
    reset: (cursor) =>
      life.commit(() => {
        disk.rows.clear()
        disk.cursor = structuredClone(cursor)
      }),
  }
}

function settleOn(disk: MemoryDisk, life: MemoryLife, act: SettledAct): void {
  disk.outbox.delete(act.id)
  disk.settled.set(act.id, life.keep(act))
  disk.damaged.delete(`settled/${act.id}`)
}

function outboxOf(disk: MemoryDisk, life: MemoryLife): OutboxStore {
  return {
    add(given) {
      const item = structuredClone(given)
      return life.commit(() => {
        const known = disk.outbox.get(item.id)
        if (known && !equalBytes(known.sealed, item.sealed)) throw new TypeError('an act id is never reused')
        if (!known && !disk.settled.has(item.id)) disk.outbox.set(item.id, item)
      })
    },
    all: () => life.read(() => intact(disk, life, { table: 'outbox', entries: disk.outbox })),
    sealed: () =>
      life.read(() => [...disk.outbox.values()].map(({ id, sealed }) => ({ id, sealed })), 'nothing'),
    markRejected: (id, reason) =>
      life.commit(() => {
        const item = disk.outbox.get(id)
        if (item) disk.outbox.set(id, { ...item, rejected: reason })
      }, 'nothing'),
    settle(given) {
      const acts = structuredClone(given)
      return life.commit(() => {
        for (const act of acts) settleOn(disk, life, act)
      })
    },
    settled: () => life.show(() => intact(disk, life, { table: 'settled', entries: disk.settled })),
  }
}

function localOf(disk: MemoryDisk, life: MemoryLife): LocalStore {
  return {
    get: (name) =>
      life.read(() => {
        if (disk.damaged.has(`local/${name}`)) throw storeFault({ kind: 'corrupt', detail: 'local' })
        return disk.local.get(name)
      }),
    put(name, value) {
      const copy: unknown = JSON.parse(JSON.stringify(value))
      return life.commit(() => {
        disk.local.set(name, copy)
        disk.damaged.delete(`local/${name}`)
      })
    },
    remove: (name) =>
      life.commit(() => {
        disk.local.delete(name)
      }),
  }
}

function deviceOf(disk: MemoryDisk, life: MemoryLife): DeviceStore {
  return {
    read: () => life.read(() => disk.identity, 'nothing'),
    write(identity) {
      const copy = structuredClone(identity)
      return life.commit(() => {
        disk.identity = copy
      }, 'nothing')
    },
  }
}
