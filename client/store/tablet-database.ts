import { Dexie, type EntityTable, type Table } from 'dexie'
import { type ActId, DeviceId, PersonId } from '../../shared/domain/id.ts'
import type { Bytes } from '../../shared/lib/bytes.ts'
import { asStoreFault, storeFault } from '../app/store-fault.ts'
import type { Owner } from '../app/tablet.ts'
import { faultOf } from './fault-of.ts'

/**
 * One database for one person on this device. In clear lie only opaque names, numbers, envelopes already sealed to the
 * server, and what must be read while locked (`open`); all else is sealed before it comes here.
 */

/** `k` an opaque name, `v` the ledger number where there is one, `s` sealed. */
export type SealedRecord = { k: string; v: number; s: Bytes }
/** `rejected` is a word of the protocol (Rejection), not text of anybody. */
export type OutboxRecord = { id: ActId; seq: number; envelope: Bytes; rejected: string | null; s: Bytes }
export type ChunkRecord = { k: string; i: number; s: Bytes }
/** An update of a room of notes; `i` its number in the room. */
export type NoteRecord = { k: string; i: number; s: Bytes }
/** Readable while locked: the device's identity, its wrapped keys, counted failures. */
export type OpenRecord = { name: string; value: unknown }

export type Tables = {
  rows: EntityTable<SealedRecord, 'k'>
  settled: EntityTable<SealedRecord, 'k'>
  outbox: EntityTable<OutboxRecord, 'id'>
  files: EntityTable<SealedRecord, 'k'>
  chunks: Table<ChunkRecord, [string, number]>
  notes: Table<NoteRecord, [string, number]>
  rooms: EntityTable<SealedRecord, 'k'>
  local: EntityTable<SealedRecord, 'k'>
  cursor: EntityTable<SealedRecord, 'k'>
  open: EntityTable<OpenRecord, 'name'>
}
export type TableName = keyof Tables

export type DatabaseNotice =
  /** Another tab with an older version of the program keeps the database from being upgraded. */
  | { kind: 'upgrade-blocked' }
  /** A newer version of the program, in another tab, needs the database: this page is to be loaded again. */
  | { kind: 'superseded' }
  /** The browser, or somebody in its settings, has deleted the database under this page. */
  | { kind: 'vanished' }

export type TabletDatabase = {
  /** Outside a transaction. */
  read<T>(work: (tables: Tables) => Promise<T>): Promise<T>
  /** All or nothing; resolves after the strict commit. `work` may await nothing but the tables, and may run twice. */
  write<T>(names: TableName[], work: (tables: Tables) => Promise<T>): Promise<T>
  close(): void
  delete(): Promise<void>
}

const schemaVersion = 2
const prefix = 'e-cabinet.'
/** Of opaque ids alone. */
export const databaseName = ({ person, device }: Owner): string => `${prefix}${person}.${device}`

/** Whoever has begun to enrol in this browser profile. */
export async function knownOwners(): Promise<Owner[]> {
  const names = await Dexie.getDatabaseNames()
  return names.flatMap((name) => {
    const [first, second, ...rest] = name.startsWith(prefix) ? name.slice(prefix.length).split('.') : []
    const person = PersonId.safeParse(first)
    const device = DeviceId.safeParse(second)
    if (!person.success || !device.success || rest.length > 0) return []
    return [{ person: person.data, device: device.data }]
  })
}

/** Dexie counts versions in tens: 10 is our 1. */
async function isNewer(name: string): Promise<boolean> {
  const known = (await indexedDB.databases?.()) ?? []
  return known.some((it) => it.name === name && Math.floor((it.version ?? 0) / 10) > schemaVersion)
}

async function isThere(name: string): Promise<boolean> {
  const known = await indexedDB.databases?.()
  return known === undefined || known.some((it) => it.name === name)
}

function schemaOf(name: string): Dexie {
  const dexie = new Dexie(name, { chromeTransactionDurability: 'strict', cache: 'disabled' })
  dexie.version(1).stores({
    rows: 'k',
    settled: 'k',
    outbox: 'id, seq',
    files: 'k',
    chunks: '[k+i]',
    local: 'k',
    cursor: 'k',
    open: 'name',
  })
  dexie.version(schemaVersion).stores({ notes: '[k+i]', rooms: 'k' })
  return dexie
}

const tablesOf = (dexie: Dexie): Tables => ({
  rows: dexie.table('rows'),
  settled: dexie.table('settled'),
  outbox: dexie.table('outbox'),
  files: dexie.table('files'),
  chunks: dexie.table('chunks'),
  notes: dexie.table('notes'),
  rooms: dexie.table('rooms'),
  local: dexie.table('local'),
  cursor: dexie.table('cursor'),
  open: dexie.table('open'),
})

export function createTabletDatabase(
  owner: Owner,
  onNotice: (notice: DatabaseNotice) => void,
): TabletDatabase {
  const dexie = schemaOf(databaseName(owner))
  const tables = tablesOf(dexie)
  // Opening again would make an empty database where another tab has just wiped this one.
  let isOver = false
  let wasOpen = false
  dexie.on('blocked', () => onNotice({ kind: 'upgrade-blocked' }))
  dexie.on('versionchange', ({ newVersion }) => {
    stop(newVersion === null ? 'vanished' : 'superseded')
  })
  // Closed from outside: by a system that saves memory, or because all of it is being deleted.
  dexie.on('close', () => {
    if (!isOver) void isThere(dexie.name).then((is) => !is && stop('vanished'))
  })

  function stop(kind: 'superseded' | 'vanished'): void {
    if (isOver) return
    isOver = true
    dexie.close()
    onNotice({ kind })
  }

  async function once<T>(work: () => PromiseLike<T>): Promise<T> {
    if (!isOver && !dexie.isOpen()) {
      // Dexie would open what a newer program has laid out, and lay it out its own way; and make anew what is gone.
      if (await isNewer(dexie.name)) stop('superseded')
      else if (wasOpen && !(await isThere(dexie.name))) stop('vanished')
      else await dexie.open()
      wasOpen = true
    }
    if (isOver) throw storeFault({ kind: 'storage-refused', detail: 'superseded' })
    return await work()
  }
  async function commit<T>(names: TableName[], work: (tables: Tables) => Promise<T>): Promise<T> {
    let native: IDBTransaction | undefined
    try {
      return await dexie.transaction('rw', names, (transaction) => {
        native = transaction.idbtrans
        return work(tables)
      })
    } catch (error) {
      // Requests cut off by a full disk say only that they were aborted; the transaction knows why.
      throw native?.error?.name === 'QuotaExceededError' ? storeFault({ kind: 'storage-full' }) : error
    }
  }
  async function run<T>(work: () => PromiseLike<T>): Promise<T> {
    try {
      return await once(work)
    } catch (first) {
      if (asStoreFault(first)) throw first
      if (!faultOf(first)?.isConnection) throw asFault(first)
      dexie.close()
      try {
        return await once(work)
      } catch (second) {
        throw asStoreFault(second) ? second : asFault(second)
      }
    }
  }
  return {
    read: (work) => run(() => work(tables)),
    write: (names, work) => run(() => commit(names, work)),
    close: () => dexie.close(),
    async delete() {
      isOver = true
      await dexie.delete()
    },
  }
}

function asFault(error: unknown): unknown {
  const found = faultOf(error)
  return found ? storeFault(found.fault) : error
}
