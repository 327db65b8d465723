import { spawn } from 'node:child_process'
import type { PostgresUser } from './postgres-user.ts'

/** Nothing of this process's surroundings but where programs lie: PG* variables of a developer must change nothing. */
export const programEnvironment = (): NodeJS.ProcessEnv => ({
  PATH: process.env['PATH'],
  SystemRoot: process.env['SystemRoot'],
  TEMP: process.env['TEMP'],
  LC_ALL: 'C',
  TZ: 'UTC',
})

export const asUser = (user: PostgresUser | null) => (user ? { uid: user.uid, gid: user.gid } : {})

/** Runs a program to its end. @returns the last lines it wrote where it failed, else null. */
export function runProgram(
  program: string,
  args: readonly string[],
  { cwd, user }: { cwd: string; user: PostgresUser | null },
): Promise<string | null> {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd,
      env: programEnvironment(),
      stdio: ['ignore', 'pipe', 'pipe'],
      // A group of its own: Ctrl-C in the terminal must not tear it apart.
      detached: process.platform !== 'win32',
      windowsHide: true,
      ...asUser(user),
    })
    let output = ''
    const keep = (part: Buffer) => {
      output = (output + part.toString('utf8')).slice(-2000)
    }
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    child.on('error', (error) => resolve(String(error)))
    child.on('close', (code) => resolve(code === 0 ? null : output.trim() || `exit ${code}`))
  })
}
