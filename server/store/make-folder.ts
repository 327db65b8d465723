import { lstat, mkdir, stat, statfs } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { fail, ok, type Result } from '../../shared/lib/result.ts'

/** Why nothing can be kept in a folder. `impossible`: its system makes no folders there. */
export type FolderFault = {
  kind: 'folder-not-writable'
  folder: string
  why: 'not-a-folder' | 'no-permission' | 'read-only' | 'disk-full' | 'impossible'
  detail: string
}

/**
 * Makes a folder with those on the way to it, one after the other: Node's own way of doing so never ends where the system
 * says that the upper folder is not there although it is (`/proc`).
 * @returns the uppermost folder that was made; null where all were there.
 */
export async function makeFolder(path: string, mode = 0o777): Promise<Result<string | null, FolderFault>> {
  const missing: string[] = []
  for (let at = resolve(path); ; at = dirname(at)) {
    const found = await stat(at).catch(() => null)
    if (found?.isDirectory()) break
    // A link that leads nowhere is something, too.
    if (found ?? (await lstat(at).catch(() => null))) return fail(faultOf(at, { code: 'ENOTDIR' }))
    missing.unshift(at)
  }
  for (const folder of missing) {
    try {
      await mkdir(folder, { mode })
    } catch (error) {
      if (!hasCode(error) || error.code !== 'EEXIST') return fail(faultOf(folder, error))
    }
  }
  return ok(missing[0] ?? null)
}

/** @returns a fault where less than that is free, so that a first start does not break off in the middle. */
export async function faultOfSpace(folder: string, neededBytes: number): Promise<FolderFault | null> {
  const { bavail, bsize } = await statfs(folder)
  if (bavail * bsize >= neededBytes) return null
  const mebi = (bytes: number) => `${Math.floor(bytes / 2 ** 20)} MiB`
  const detail = `${mebi(bavail * bsize)} < ${mebi(neededBytes)}`
  return { kind: 'folder-not-writable', folder, why: 'disk-full', detail }
}

export function faultOf(folder: string, error: unknown): FolderFault {
  const code = hasCode(error) ? error.code : null
  const detail = code ?? String(error)
  return { kind: 'folder-not-writable', folder, why: whyByCode[detail] ?? 'impossible', detail }
}

const whyByCode: Readonly<Record<string, FolderFault['why']>> = {
  ENOTDIR: 'not-a-folder',
  EACCES: 'no-permission',
  EPERM: 'no-permission',
  EROFS: 'read-only',
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
}

const hasCode = (error: unknown): error is { code: string } =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
