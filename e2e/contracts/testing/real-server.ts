import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

/** The product's own process, as `npm start` runs it, on a folder that the caller gives. */
export type RealServer = {
  port: number
  pid: number
  /** Waits until it has printed something that matches. @returns the first group. @throws where the process ends before. */
  said(pattern: RegExp): Promise<string>
  /** Log lines of level "error" so far. */
  errors(): string[]
  /** Null while it runs. */
  exitCode(): number | null
  /** Resident memory of the process, in bytes. */
  residentBytes(): Promise<number>
  /** @returns the exit code; null where a signal ended it. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null>
}

const main = fileURLToPath(new URL('../../../server/main.ts', import.meta.url))

export async function startRealServer(
  env: Readonly<Record<string, string>>,
  ...args: readonly string[]
): Promise<RealServer> {
  const child = spawn(process.execPath, [main, ...args], {
    env: { PATH: process.env['PATH'] ?? '', PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  // A test that fails half-way leaves nothing behind.
  process.once('exit', () => child.kill('SIGTERM'))
  let text = ''
  let hasEnded = false
  let waiting: (() => void)[] = []
  const wake = () => {
    const woken = waiting
    waiting = []
    for (const resume of woken) resume()
  }
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8')
    stream.on('data', (piece: string) => {
      text += piece
      wake()
    })
  }
  const ended = once(child, 'close').then(() => {
    hasEnded = true
    wake()
    return child.exitCode
  })
  const said = async (pattern: RegExp): Promise<string> => {
    for (;;) {
      const found = pattern.exec(text)
      if (found) return found[1] ?? ''
      if (hasEnded) throw new Error(`the server ended: ${text.slice(-2000)}`)
      await new Promise<void>((resume) => waiting.push(resume))
    }
  }
  return {
    port: Number(await said(/serving at https?:\/\/localhost:(\d+)/)),
    pid: child.pid ?? 0,
    said,
    errors: () => text.split('\n').filter((line) => line.startsWith('{"level":"error"')),
    exitCode: () => child.exitCode,
    residentBytes: async () => {
      const status = await readFile(`/proc/${child.pid}/status`, 'utf8')
      return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1]) * 1024
    },
    end: async (signal) => {
      child.kill(signal)
      return await ended
    },
  }
}
