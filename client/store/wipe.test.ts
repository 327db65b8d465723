import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { outboxItem } from '../app/testing/sample-record.ts'
import { passPhrase } from '../app/testing/tablet-subject.ts'
import { databaseName } from './tablet-database.ts'
import { newOwner, openForTest } from './testing/database-subject.ts'
import { databaseNames } from './testing/raw-database.ts'
import { wipeTablet } from './wipe.ts'

async function openWithAct() {
  const owner = newOwner()
  const tablet = openForTest(owner)
  await tablet.keyring.create(passPhrase)
  await tablet.outbox.add(outboxItem('a'))
  const parts = { ...tablet, caches: undefined, serviceWorker: undefined, settings: [] }
  return { owner, tablet, parts }
}

test('[O2] a wipe hands over what is unsent first; where that fails nothing is destroyed', async () => {
  const { owner, tablet, parts } = await openWithAct()
  const cut = wipeTablet(parts, async () => {
    throw new Error('cut')
  })
  await expect(cut).rejects.toThrow('cut')
  expect(await tablet.outbox.all()).toEqual([outboxItem('a')])
  expect(await databaseNames()).toContain(databaseName(owner))
})

test('[O5] a wipe leaves no database, and the program that goes on makes none again', async () => {
  const { owner, tablet, parts } = await openWithAct()
  const handed: unknown[] = []
  await wipeTablet(parts, async (unsent) => {
    handed.push(...unsent)
  })
  const { id, sealed } = outboxItem('a')
  expect(handed).toEqual([{ id, sealed }])
  await expect(tablet.outbox.sealed()).rejects.toMatchObject({ kind: 'storage-refused' })
  await expect(tablet.rows.all()).rejects.toMatchObject({ kind: 'storage-refused' })
  expect(await databaseNames()).not.toContain(databaseName(owner))
})
