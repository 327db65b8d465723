import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { constants, setPriority } from 'node:os'
import { delimiter, resolve } from 'node:path'

export type CommandResult = { readonly code: number; readonly output: string; readonly tookMs: number }

type CommandOptions = {
  readonly cwd?: string
  readonly env?: Readonly<Record<string, string>>
  /** True shows the output as it comes as well as returning it. */
  readonly live?: boolean
  /** Only in time that nobody else wants. */
  readonly behind?: boolean
}

/**
 * Runs a program with the packages' own binaries first in PATH, so that `node` is the pinned one.
 * Never rejects: a program that cannot be started gives code 127.
 */
export function runCommand(
  command: string,
  args: readonly string[],
  { cwd = '.', env = {}, live = false, behind = false }: CommandOptions = {},
): Promise<CommandResult> {
  const startedAt = performance.now()
  const bin = resolve('node_modules/.bin')
  return new Promise((done) => {
    const child = spawn(command, args, {
      cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
      detached: behind,
      env: { ...process.env, ...env, PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}` },
    })
    if (behind && child.pid !== undefined) stepBack(child.pid)
    let output = ''
    const take = (chunk: Buffer): void => {
      output += chunk.toString()
      if (live) process.stdout.write(chunk)
    }
    child.stdout.on('data', take)
    child.stderr.on('data', take)
    const finish = (code: number): void => done({ code, output, tookMs: performance.now() - startedAt })
    child.on('error', (error) => {
      output += error.message
      finish(127)
    })
    child.on('close', (code) => finish(code ?? 1))
  })
}

/** Linux shares time among sessions before it looks at what is in them: there the new session itself must step back. */
function stepBack(pid: number): void {
  process.once('exit', () => {
    try {
      process.kill(-pid)
    } catch {
      // Ended already.
    }
  })
  try {
    setPriority(pid, constants.priority.PRIORITY_LOW)
    if (process.platform === 'linux') writeFileSync(`/proc/${pid}/autogroup`, '19')
  } catch {
    // Where that is not to be had, it takes its share.
  }
}
