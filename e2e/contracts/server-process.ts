import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const program = fileURLToPath(new URL('./append-forever.ts', import.meta.url))

/** A process that appends (append-forever.ts), with what it has said so far. */
export type ServerProcess = {
  pid: number
  lines: string[]
  /** Resolves when a line begins with the text; rejects when the process ends before. */
  said(text: string, times?: number): Promise<void>
  ended: Promise<void>
}

export function startServerProcess(folder: string): ServerProcess {
  const child: ChildProcess = spawn(process.execPath, [program, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
    // A terminal's group: what Ctrl-C reaches.
    detached: true,
  })
  const lines: string[] = []
  let waiting: (() => void)[] = []
  let hasEnded = false
  let rest = ''
  const wake = () => {
    const woken = waiting
    waiting = []
    for (const resume of woken) resume()
  }
  child.stdout?.on('data', (part: Buffer) => {
    const parts = (rest + part.toString('utf8')).split('\n')
    rest = parts.pop() ?? ''
    lines.push(...parts)
    wake()
  })
  const ended = new Promise<void>((resolve) => {
    child.on('close', () => {
      hasEnded = true
      wake()
      resolve()
    })
  })
  return {
    pid: child.pid ?? 0,
    lines,
    ended,
    said: async (text, times = 1) => {
      while (lines.filter((line) => line.startsWith(text)).length < times) {
        if (hasEnded) throw new Error(`ended without saying "${text}": ${lines.slice(-5).join(' | ')}`)
        await new Promise<void>((resume) => waiting.push(resume))
      }
    },
  }
}
