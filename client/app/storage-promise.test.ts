import { expect, test } from 'vitest'
import { instant } from '../../shared/lib/time.ts'
import { createStoragePromise } from './storage-promise.ts'
import { createMemoryDisk } from './testing/memory-disk.ts'
import { createMemoryStores } from './testing/memory-stores.ts'
import { createWorkingCopy } from './working-copy.ts'

const disk = createMemoryDisk()

async function start(persists: boolean, isPersisted = false) {
  const copy = createWorkingCopy(createMemoryStores(disk))
  await copy.refresh('all')
  let asked = 0
  const promise = createStoragePromise({
    copy,
    clock: { now: () => instant(1000) },
    storage: {
      program: { isHere: () => true, subscribe: () => () => undefined },
      isPersisted: async () => isPersisted,
      persist: async () => {
        asked += 1
        return persists
      },
      estimate: async () => ({ usedBytes: null, quotaBytes: null }),
    },
  })
  return { promise, asked: () => asked }
}

test('[D4] the browser is asked once to keep what is stored, and its answer is remembered', async () => {
  const first = await start(false)
  expect(first.promise.answer()).toBeNull()
  await Promise.all([first.promise.askOnce(), first.promise.askOnce()])
  expect(first.asked()).toBe(1)
  expect(first.promise.answer()).toEqual({ at: 1000, isGiven: false })

  const later = await start(true)
  await later.promise.askOnce()
  expect([later.asked(), later.promise.answer()]).toEqual([0, { at: 1000, isGiven: false }])
  await later.promise.ask()
  expect([later.asked(), later.promise.answer()]).toEqual([1, { at: 1000, isGiven: true }])
})

test('[D4] where it keeps it already nobody is asked', async () => {
  const { promise, asked } = await start(false, true)
  await promise.ask()
  expect([asked(), promise.answer()?.isGiven]).toEqual([0, true])
})
