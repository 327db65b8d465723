import 'fake-indexeddb/auto'
import { Dexie } from 'dexie'
import { afterEach, expect, test, vi } from 'vitest'
import { agencyRow, cursorAt, outboxItem } from '../app/testing/sample-record.ts'
import { passPhrase } from '../app/testing/tablet-subject.ts'
import { createTabletDatabase, type DatabaseNotice, databaseName } from './tablet-database.ts'
import { newOwner, openForTest } from './testing/database-subject.ts'

/** The browser's own interface breaks, as it does on tablets; our code is real. Set before anything is opened. */
let broken: { error: DOMException; times: number } | null = null
const realTransaction = IDBDatabase.prototype.transaction
IDBDatabase.prototype.transaction = function (this: IDBDatabase, ...args) {
  if (broken && broken.times-- > 0) throw broken.error
  return realTransaction.apply(this, args)
}
afterEach(() => {
  broken = null
  vi.restoreAllMocks()
})

async function openUnlocked() {
  const tablet = openForTest(newOwner())
  await tablet.keyring.create(passPhrase)
  return tablet
}

test('[O2] a connection that the system closed is opened again, and the work done once', async () => {
  const { outbox } = await openUnlocked()
  broken = { error: new DOMException('', 'InvalidStateError'), times: 1 }
  await outbox.add(outboxItem('a'))
  broken = {
    error: new DOMException('Connection to Indexed Database server lost.', 'UnknownError'),
    times: 1,
  }
  await outbox.add(outboxItem('b'))
  expect(await outbox.all()).toEqual([outboxItem('a'), outboxItem('b')])
})

test('[O1] a connection that does not come back is a fault, and nothing is said to be saved', async () => {
  const { outbox } = await openUnlocked()
  broken = { error: new DOMException('', 'UnknownError'), times: Number.POSITIVE_INFINITY }
  await expect(outbox.add(outboxItem('a'))).rejects.toMatchObject({ kind: 'storage-refused' })
  broken = null
  expect(await outbox.all()).toEqual([])
})

test('[O1] a full disk is told as such, and a page is taken whole or not at all', async () => {
  const { rows, outbox } = await openUnlocked()
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('', 'QuotaExceededError')
  })
  const page = { rows: [agencyRow('a', 1)], gone: [], settled: [], cursor: cursorAt(1) }
  await expect(rows.takePage(page)).rejects.toMatchObject({ kind: 'storage-full' })
  vi.restoreAllMocks()
  expect(await rows.all()).toEqual([])
  expect((await rows.cursor()).after).toBe(-1)
  await outbox.add(outboxItem('a'))
  expect(await outbox.all()).toEqual([outboxItem('a')])
})

test('[O1] a disk that is full only at the commit is told the same way', async () => {
  const { outbox } = await openUnlocked()
  const real = IDBObjectStore.prototype.add
  vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(function (this: IDBObjectStore, ...args) {
    const request = real.apply(this, args)
    Object.defineProperty(this.transaction, 'error', { value: new DOMException('', 'QuotaExceededError') })
    this.transaction.abort()
    return request
  })
  await expect(outbox.add(outboxItem('a'))).rejects.toMatchObject({ kind: 'storage-full' })
  vi.restoreAllMocks()
  expect(await outbox.all()).toEqual([])
})

test('[O7] an older program steps aside for a newer one, and says so', async () => {
  const owner = newOwner()
  const notices: DatabaseNotice[] = []
  const database = createTabletDatabase(owner, (notice) => notices.push(notice))
  await database.read(({ rows }) => rows.count())
  const newer = new Dexie(databaseName(owner))
  newer.version(3).stores({ rows: 'k', more: 'k' })
  await newer.open()
  await expect(database.read(({ rows }) => rows.count())).rejects.toMatchObject({ kind: 'storage-refused' })
  expect(notices).toEqual([{ kind: 'superseded' }])
  newer.close()
  const late = createTabletDatabase(owner, () => {})
  await expect(late.read(({ rows }) => rows.count())).rejects.toMatchObject({ kind: 'storage-refused' })
})

test('[O2] a database deleted under the page is told once, and no empty one is made in its place', async () => {
  const owner = newOwner()
  const notices: DatabaseNotice[] = []
  const database = createTabletDatabase(owner, (notice) => notices.push(notice))
  expect(await database.read(({ rows }) => rows.count())).toBe(0)
  await Dexie.delete(databaseName(owner))
  await expect(database.read(({ rows }) => rows.count())).rejects.toMatchObject({ kind: 'storage-refused' })
  expect(notices).toEqual([{ kind: 'vanished' }])
  expect(await Dexie.exists(databaseName(owner))).toBe(false)
})

test('[O7] what the first layout held is there in the next one, with room for notes', async () => {
  const owner = newOwner()
  const old = new Dexie(databaseName(owner))
  old.version(1).stores({
    rows: 'k',
    settled: 'k',
    outbox: 'id, seq',
    files: 'k',
    chunks: '[k+i]',
    local: 'k',
    cursor: 'k',
    open: 'name',
  })
  await old.open()
  await old.table('open').add({ name: 'remembered', value: 7 })
  old.close()
  const database = createTabletDatabase(owner, () => {})
  expect(await database.read(({ open }) => open.toArray())).toEqual([{ name: 'remembered', value: 7 }])
  expect(await database.read(({ notes }) => notes.count())).toBe(0)
  database.close()
})
