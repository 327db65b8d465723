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

type Waiting = { record: Promise<NoteRecord>; done(): void; failed(error: unknown): void }

/** What is known of a room since it was loaded; its name is sealed in advance, since a lock may come between. */
type Lane = { k: string; name: SealedRecord; last: number; waiting: Waiting[]; isWriting: boolean }

export function createNoteStore({ database, vault, onDamage }: StoreParts): NoteStore {
  const lanes = new Map<string, Lane>()

  async function write(lane: Lane): Promise<void> {
    if (lane.isWriting) return
    lane.isWriting = true
    while (lane.waiting.length > 0) {
      const batch = lane.waiting.splice(0)
      try {
        await put(lane, await Promise.all(batch.map(({ record }) => record)))
        for (const { done } of batch) done()
      } catch (error) {
        for (const { failed } of batch) failed(error)
      }
    }
    lane.isWriting = false
  }

  async function put({ name }: Lane, records: NoteRecord[]): Promise<void> {
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

  async function load(room: string): Promise<{ updates: Bytes[]; upTo: number }> {
    const k = await vault.opaque('notes', room)
    const name = { k, v: 1, s: await vault.sealJson(roomPlace(k), { room }) }
    const records = await database.read(({ notes }) => notesOf(notes, k).toArray())
    const upTo = records.at(-1)?.i ?? 0
    lanes.set(room, { k, name, last: upTo, waiting: [], isWriting: false })
    const opened = await Promise.all(records.map(openUpdate))
    return { updates: opened.filter((update) => update !== null), upTo }
  }

  return {
    async rooms() {
      const records = await database.read(({ rooms }) => rooms.toArray())
      const names: string[] = []
      for (const { k, s } of records) {
        const opened = await vault.openJson(roomPlace(k), s)
        const parsed = opened && StoredRoom.safeParse(opened.value)
        if (parsed?.success) names.push(parsed.data.room)
        else onDamage({ table: 'notes', key: k })
      }
      return names.sort()
    },
    load,
    append(room, update) {
      const lane = lanes.get(room)
      if (!lane) return Promise.reject(new TypeError('a room is loaded before it is written to'))
      const { k } = lane
      const i = ++lane.last
      const record = vault.seal(notePlace(k, i), update).then((s) => ({ k, i, s }))
      return new Promise((done, failed) => {
        lane.waiting.push({ record, done, failed })
        void write(lane)
      })
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
