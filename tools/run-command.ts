import { spawn } from 'node:child_process'
import { delimiter, resolve } from 'node:path'

export type CommandResult = { readonly code: number; readonly output: string; readonly tookMs: number }

type CommandOptions = {
  readonly cwd?: string
  readonly env?: Readonly<Record<string, string>>
  /** True shows the output as it comes as well as returning it. */
  readonly live?: boolean
}

/**
 * Runs a program with the packages' own binaries first in PATH, so that `node` is the pinned one.
 * Never rejects: a program that cannot be started gives code 127.
 */
export function runCommand(
  command: string,
  args: readonly string[],
  { cwd = '.', env = {}, live = false }: CommandOptions = {},
): Promise<CommandResult> {
  const startedAt = performance.now()
  const bin = resolve('node_modules/.bin')
  return new Promise((done) => {
    const child = spawn(command, args, {
      cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
      env: { ...process.env, ...env, PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}` },
    })
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
