import { expect, it } from 'vitest'
import { createDrafts } from './drafts.ts'
import { createMemoryDisk } from './testing/memory-disk.ts'
import { createMemoryStores } from './testing/memory-stores.ts'
import { createWorkingCopy } from './working-copy.ts'

async function tablet(disk = createMemoryDisk()) {
  const stores = createMemoryStores(disk)
  const copy = createWorkingCopy(stores)
  await copy.refresh('all')
  return { drafts: createDrafts(copy), copy, stores, disk }
}

it('[O7] a draft is on the screen at once and on the tablet after a kill', async () => {
  const { drafts, disk, stores } = await tablet()
  const kept = drafts.keep('answer/a', { text: 'chưa ký' })
  expect(drafts.of('answer/a')).toEqual({ text: 'chưa ký' })
  expect(await kept).toBe(true)
  stores.life.kill()
  expect((await tablet(disk)).drafts.of('answer/a')).toEqual({ text: 'chưa ký' })
})

it('[O7] drafts kept in the same moment do not undo one another', async () => {
  const { drafts, disk } = await tablet()
  await Promise.all([drafts.keep('a', 1), drafts.keep('b', 2), drafts.keep('a', 3), drafts.keep('c', 4)])
  await drafts.keep('c', null)
  expect(drafts.names()).toEqual(['a', 'b'])
  const { drafts: again } = await tablet(disk)
  expect([again.of('a'), again.of('b'), again.of('c')]).toEqual([3, 2, undefined])
})

it('[O7] letters typed while one is being written are written together, the last one too', async () => {
  const { drafts, disk, stores } = await tablet()
  const typed = Array.from({ length: 50 }, (_, i) => drafts.keep('meeting/a', `Tờ trình ${i}`))
  expect(await Promise.all(typed)).toEqual(typed.map(() => true))
  stores.life.kill()
  expect((await tablet(disk)).drafts.of('meeting/a')).toBe('Tờ trình 49')
})

it('[O1] a draft that could not be written says so and stays on the screen', async () => {
  const { drafts, stores } = await tablet()
  stores.life.failNextWrite({ kind: 'storage-full' })
  expect(await drafts.keep('a', 1)).toBe(false)
  expect(drafts.of('a')).toBe(1)
  expect(await drafts.keep('b', 2)).toBe(true)
  expect([drafts.of('a'), drafts.of('b')]).toEqual([1, 2])
})

it('[O7] other screens are told which drafts there are, not of each letter', async () => {
  const { drafts, copy } = await tablet()
  let told = 0
  copy.subscribe(() => {
    told += 1
  })
  await drafts.keep('meeting/a', 'P')
  expect(told).toBe(1)
  for (const text of ['Ph', 'Phi', 'Phiê', 'Phiên']) await drafts.keep('meeting/a', text)
  expect([told, drafts.of('meeting/a')]).toEqual([1, 'Phiên'])
  await drafts.keep('answer/b', 'x')
  await drafts.keep('answer/b', null)
  expect([told, drafts.names()]).toEqual([3, ['meeting/a']])
})

it('[O7] a letter typed in the moment of the lock takes no other draft with it', async () => {
  const { drafts, copy, disk } = await tablet()
  await drafts.keep('meeting/a', 'Tờ trình')
  const typed = [drafts.keep('answer/b', 'Đồng'), drafts.keep('answer/b', 'Đồng ý'), drafts.keep('c', 1)]
  copy.clear()
  await Promise.all(typed)
  expect(copy.local('drafts')).toBeUndefined()
  expect((await tablet(disk)).drafts.of('meeting/a')).toBe('Tờ trình')
})
