import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** What PostgreSQL writes into `postmaster.pid` of its data folder, and whether that server is still there. */
export type Postmaster = { pid: number; socketFolder: string; port: number }

export async function readPostmaster(data: string): Promise<Postmaster | null> {
  const text = await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => '')
  const lines = text.split('\n')
  const pid = Number(lines[0])
  if (!Number.isInteger(pid) || pid <= 1) return null
  return { pid, port: Number(lines[3] ?? 0), socketFolder: lines[4] ?? '' }
}

/** A process number is soon given to another: only one that runs on this very folder counts. */
export const isPostmasterOf = (pid: number, data: string): boolean => {
  const command = commandOf(pid)
  return command?.includes(data) === true && command.includes('postgres')
}

export const isProcessAlive = (pid: number): boolean => isProcessNumberTaken(pid) && !isZombie(pid)

/** Alive, or dead and not yet reaped. */
export function isProcessNumberTaken(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** Dead, and only waiting to be reaped by a parent that may never come (a container without init). */
function isZombie(pid: number): boolean {
  try {
    return / Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\)/, ''))
  } catch {
    return false
  }
}

function commandOf(pid: number): string | null {
  if (!isProcessAlive(pid)) return null
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
    if (process.platform === 'win32') return null
    return execFileSync('ps', ['-ww', '-p', String(pid), '-o', 'command='], { encoding: 'utf8' })
  } catch {
    return null
  }
}
