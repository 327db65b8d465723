import { existsSync } from 'node:fs'
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { faultOf, faultOfSpace, makeFolder } from './make-folder.ts'

let root = ''
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'make-folder-'))
})
afterEach(() => rm(root, { recursive: true, force: true }))

describe('a folder to keep things in', () => {
  it('is made with those above it, and says which came first', async () => {
    const folder = join(root, 'a', 'b')
    expect(await makeFolder(folder)).toEqual({ ok: true, value: join(root, 'a') })
    expect(await makeFolder(folder)).toEqual({ ok: true, value: null })
  })

  it('[O6] is not made under a file or a link that leads nowhere', async () => {
    const file = join(root, 'file')
    await writeFile(file, '')
    await symlink(join(root, 'nowhere'), join(root, 'link'))
    const fault = { kind: 'folder-not-writable', why: 'not-a-folder' }
    expect(await makeFolder(join(file, 'data'))).toMatchObject({ error: { ...fault, folder: file } })
    expect(await makeFolder(join(root, 'link'))).toMatchObject({ error: fault })
  })

  it.runIf(existsSync('/proc/self'))('[O6] is refused at once where the system makes none', async () => {
    expect(await makeFolder('/proc/x/y')).toMatchObject({
      error: { folder: '/proc/x', why: 'impossible', detail: 'ENOENT' },
    })
  })

  it('[O6] has a word for a disk that is full, and for one that is read-only', async () => {
    expect(await faultOfSpace(root, 0)).toBeNull()
    expect(await faultOfSpace(root, Number.MAX_SAFE_INTEGER)).toMatchObject({ why: 'disk-full' })
    expect(faultOf(root, { code: 'ENOSPC' }).why).toBe('disk-full')
    expect(faultOf(root, { code: 'EROFS' }).why).toBe('read-only')
  })
})
