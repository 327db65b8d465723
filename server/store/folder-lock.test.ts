import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { lockFolder } from './folder-lock.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lock-'))
})
afterEach(() => rm(folder, { recursive: true }))

it('one holder a folder; whoever comes after it has let go may have it', async () => {
  const lock = await lockFolder(folder)
  expect(lock).not.toBeNull()
  expect(await lockFolder(folder)).toBeNull()
  const other = await lockFolder(`${folder}x`)
  expect(other).not.toBeNull()
  await other?.release()
  await lock?.release()
  const again = await lockFolder(folder)
  expect(again).not.toBeNull()
  await again?.release()
})

it('of many that come at once, one holds it', async () => {
  const locks = await Promise.all(Array.from({ length: 8 }, () => lockFolder(folder)))
  const held = locks.filter((lock) => lock !== null)
  expect(held).toHaveLength(1)
  await held[0]?.release()
})
