import { type Collection, Dexie, type Table } from 'dexie'
import { type Bytes, equalBytes } from '../../shared/lib/bytes.ts'
import type { NoteStore } from '../app/note-ports.ts'
import { storeFault } from '../app/store-fault.ts'
import { StoredRoom } from '../app/stored-record.ts'
import type { StoreParts } from './row-store.ts'
import type { NoteRecord, SealedRecord } from './tablet-database.ts'
import type { Place } from './vault.ts'

const notePlace = (k: string, i: number): Place => ({ table: 'notes', key: k, version: i, chunk: 0 })
const roomPlace = (k: string): Place => ({ table: 'rooms', key: k, version: 1, chunk: 0 })
const notesOf = (notes: Table<NoteRecord, [string, number]>, k: string): Collection<NoteRecord> =>
  notes.where('[k+i]').between([k, Dexie.minKey], [k, Dexie.maxKey])

/** `record` is null where nothing is added and the room is only said to be sent. */
type Waiting = {
  record: Promise<NoteRecord> | null
  isUnsent: boolean | null
  done(): void
  failed(error: unknown): void
}

/** What is known of a room since it was loaded; its name is sealed in advance, since a lock may come between. */
type Lane = {
  k: string
  names: { sent: SealedRecord; unsent: SealedRecord }
  isUnsent: boolean
  last: number
  waiting: Waiting[]
  writing: Promise<void> | null
}

export function createNoteStore({ database, vault, onDamage }: StoreParts): NoteStore {
  const lanes = new Map<string, Lane>()

  async function write(lane: Lane): Promise<void> {
    while (lane.waiting.length > 0) {
      const batch = lane.waiting.splice(0)
      const fail = (from: number, error: unknown) => {
        for (const { failed } of [...batch.splice(from), ...lane.waiting.splice(0)]) failed(error)
      }
      const sealed = await Promise.allSettled(batch.map(({ record }) => record))
      // What was given in before a lock is written, though what came after it is not.
      const cut = sealed.findIndex(({ status }) => status === 'rejected')
      const refused = sealed[cut]
      if (refused?.status === 'rejected') fail(cut, refused.reason)
      const records = sealed
        .slice(0, batch.length)
        .flatMap((each) => (each.status === 'fulfilled' && each.value ? [each.value] : []))
      const isUnsent = batch.findLast((each) => each.isUnsent !== null)?.isUnsent ?? lane.isUnsent
      try {
        if (records.length > 0 || isUnsent !== lane.isUnsent)
          await put(lane.names[isUnsent ? 'unsent' : 'sent'], records)
        lane.isUnsent = isUnsent
        for (const { done } of batch) done()
      } catch (error) {
        fail(0, error)
      }
    }
    lane.writing = null
  }

  const enqueue = (lane: Lane, record: Waiting['record'], isUnsent: Waiting['isUnsent']): Promise<void> =>
    new Promise((done, failed) => {
      // It may be refused before its turn comes; told then.
      record?.catch(() => {})
      lane.waiting.push({ record, isUnsent, done, failed })
      lane.writing ??= write(lane)
    })

  async function put(name: SealedRecord, records: NoteRecord[]): Promise<void> {
    await database.write(['notes', 'rooms'], async ({ notes, rooms }) => {
      const known = await notes.bulkGet(records.map(({ k, i }): [string, number] => [k, i]))
      // The same write twice after a lost connection is nothing; anything else is another tab's.
      const isForeign = known.some(
        (found, at) => found && !equalBytes(found.s, records[at]?.s ?? new Uint8Array()),
      )
      if (isForeign) throw storeFault({ kind: 'storage-refused', detail: 'another tab writes' })
      await notes.bulkPut(records)
      await rooms.put(name)
    })
  }

  async function openUpdate({ k, i, s }: NoteRecord): Promise<Bytes | null> {
    const plain = await vault.open(notePlace(k, i), s)
    if (!plain) onDamage({ table: 'notes', key: `${k}/${i}` })
    return plain
  }

  const named = async (k: string, room: string, unsent: boolean): Promise<SealedRecord> => ({
    ...{ k, v: 1 },
    s: await vault.sealJson(roomPlace(k), { room, unsent }),
  })

  async function load(room: string): Promise<{ updates: Bytes[]; upTo: number; isUnsent: boolean }> {
    const k = await vault.opaque('notes', room)
    const names = { sent: await named(k, room, false), unsent: await named(k, room, true) }
    // Who had it open before may still be writing: that is part of what lies here.
    while (lanes.get(room)?.writing) await lanes.get(room)?.writing
    const { records, known } = await database.read(async ({ notes, rooms }) => ({
      records: await notesOf(notes, k).toArray(),
      known: await rooms.get(k),
    }))
    const upTo = records.at(-1)?.i ?? 0
    const opened = await Promise.all(records.map(openUpdate))
    const isUnsent = (known && (await openRoom(known))?.unsent) ?? false
    lanes.set(room, { k, names, isUnsent, last: upTo, waiting: [], writing: null })
    return { updates: opened.filter((update) => update !== null), upTo, isUnsent }
  }

  async function openRoom({ k, s }: SealedRecord) {
    const opened = await vault.openJson(roomPlace(k), s)
    return (opened && StoredRoom.safeParse(opened.value).data) ?? null
  }

  return {
    async rooms() {
      const records = await database.read(({ rooms }) => rooms.toArray())
      const names: string[] = []
      for (const record of records) {
        const found = await openRoom(record)
        if (found) names.push(found.room)
        else onDamage({ table: 'notes', key: record.k })
      }
      return names.sort()
    },
    load,
    append(room, update, isOwn) {
      const lane = lanes.get(room)
      if (!lane) return Promise.reject(new TypeError('a room is loaded before it is written to'))
      const { k } = lane
      const i = ++lane.last
      const record = vault.seal(notePlace(k, i), update).then((s) => ({ k, i, s }))
      return enqueue(lane, record, isOwn || null)
    },
    markSent(room) {
      const lane = lanes.get(room)
      if (!lane) return Promise.reject(new TypeError('a room is loaded before it is written to'))
      return enqueue(lane, null, false)
    },
    async compact(room, snapshot, upTo) {
      const lane = lanes.get(room)
      if (!lane) throw new TypeError('a room is loaded before it is written to')
      const { k } = lane
      const i = ++lane.last
      const record = { k, i, s: await vault.seal(notePlace(k, i), snapshot) }
      await database.write(['notes'], async ({ notes }) => {
        await notes.where('[k+i]').between([k, Dexie.minKey], [k, upTo], true, true).delete()
        await notes.put(record)
      })
    },
    async remove(room) {
      const k = await vault.opaque('notes', room)
      lanes.delete(room)
      await database.write(['notes', 'rooms'], async ({ notes, rooms }) => {
        await notesOf(notes, k).delete()
        await rooms.delete(k)
      })
    },
  }
}
