import { chmod, mkdir, mkdtemp, realpath, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { firstClosedFolder, unprivilegedUser } from './postgres-user.ts'

let folder: string
beforeEach(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'user-')))
  await chmod(folder, 0o755)
})
afterEach(() => rm(folder, { recursive: true }))

const stranger = { name: 'stranger', uid: 4_000_001, gid: 4_000_001 }

it('a way that is open to all has no closed folder', async () => {
  await mkdir(join(folder, 'a', 'b'), { recursive: true })
  expect(firstClosedFolder(join(folder, 'a', 'b'), stranger)).toBeNull()
})

it('the uppermost closed folder is named, the last one included', async () => {
  await mkdir(join(folder, 'a', 'b'), { recursive: true })
  await chmod(join(folder, 'a', 'b'), 0o700)
  expect(firstClosedFolder(join(folder, 'a', 'b'), stranger)).toBe(join(folder, 'a', 'b'))
  await chmod(join(folder, 'a'), 0o744)
  expect(firstClosedFolder(join(folder, 'a', 'b'), stranger)).toBe(join(folder, 'a'))
})

it('who owns a folder, or is of its group, passes by that right alone', async () => {
  const { uid, gid } = await stat(folder)
  await chmod(folder, 0o710)
  expect(firstClosedFolder(folder, { name: 'owner', uid, gid: stranger.gid })).toBeNull()
  expect(firstClosedFolder(folder, { name: 'group', uid: stranger.uid, gid })).toBeNull()
  await chmod(folder, 0o011)
  expect(firstClosedFolder(folder, { name: 'owner', uid, gid })).toBe(folder)
})

it('only root takes another user, and never root', () => {
  const user = unprivilegedUser(join(folder, 'absent'))
  if (process.getuid?.() === 0) expect(user?.uid).toBeGreaterThan(0)
  else expect(user).toBeNull()
})
