import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

/** The real process on a real folder: what whoever starts the server sees. */

const main = fileURLToPath(new URL('../../server/main.ts', import.meta.url))
const people = {
  agencies: [],
  people: [
    {
      account: 'quantri',
      name: 'Quản trị',
      appointments: [
        { role: 'admin', title: 'Quản trị hệ thống', agency: null, from: '2026-01-01', to: null },
      ],
    },
  ],
}

type Started = { child: ChildProcess; output(): string; exited: Promise<number | null> }

function start(env: Record<string, string>, ...args: string[]): Started {
  const child = spawn(process.execPath, [main, ...args], {
    env: { PATH: process.env['PATH'] ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let text = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data) => (text += String(data)))
  // Closed, not only gone: by then all that it has said is here.
  const exited = once(child, 'close').then(([code]) => (typeof code === 'number' ? code : null))
  return { child, output: () => text, exited }
}

async function addressOf({ output, exited }: Started): Promise<string> {
  let hasExited = false
  void exited.then(() => {
    hasExited = true
  })
  for (;;) {
    const address = /E-Cabinet is serving at (\S+)/.exec(output())?.[1]
    if (address !== undefined) return address
    if (hasExited) throw new Error(`the server ended: ${output()}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

const lastLine = (text: string) => text.trim().split('\n').at(-1) ?? ''

describe('the server as a process', () => {
  let folder = ''
  let running: Started
  let address = ''

  beforeAll(async () => {
    // Short, because the path of a Unix socket is; open, because PostgreSQL may run as another user.
    folder = await mkdtemp(join(tmpdir(), 'process-'))
    await chmod(folder, 0o755)
    await writeFile(join(folder, 'people.json'), JSON.stringify(people))
    const env = { PORT: '0', DATA_DIR: join(folder, 'data') }
    running = start(env, '--bootstrap', join(folder, 'people.json'))
    address = await addressOf(running)
  })
  afterAll(async () => {
    running.child.kill('SIGKILL')
    await rm(folder, { recursive: true, force: true })
  })

  it('answers health with 200, and lets the first person in with what it printed', async () => {
    expect((await fetch(`${address}/api/health`)).status).toBe(200)
    const password = /quantri\s+(\S+)/.exec(running.output())?.[1]
    const signIn = await fetch(`${address}/api/session`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ account: 'quantri', password }),
    })
    expect(signIn.ok).toBe(true)
    expect(signIn.headers.getSetCookie().join()).toContain('HttpOnly')
  })

  it('[O6] a second server on the folder gets one line and exit 1', async () => {
    const second = start({ PORT: '0', DATA_DIR: join(folder, 'data') })
    expect(await second.exited).toBe(1)
    expect(lastLine(second.output())).toMatch(
      /^Một máy chủ khác đang chạy .* \/ Another server is running on /,
    )
  })

  it.each([
    [{ PORT: 'many' }, [], /^Cài đặt PORT không đúng.* \/ PORT must be/],
    [{ DATABASE_URL: 'postgres://a:secret@127.0.0.1:1/b' }, [], /^Không kết nối được.* \/ Cannot connect/],
    [{}, ['--nothing'], /^Không có tùy chọn --nothing/],
  ])('[O6] %o %o gets one line and exit 1', async (env, args, line) => {
    const refused = start(env, ...args)
    expect(await refused.exited).toBe(1)
    expect(refused.output().trim().split('\n').length).toBe(1)
    expect(refused.output()).toMatch(line)
    expect(refused.output()).not.toContain('secret')
  })

  it('[O2] SIGTERM ends it in order; the same folder then serves again, and a taken port is told in one line', async () => {
    running.child.kill('SIGTERM')
    expect(await running.exited).toBe(0)
    const taken = createServer().listen(0, '127.0.0.1')
    await once(taken, 'listening')
    const bound = taken.address()
    const port = typeof bound === 'object' && bound ? String(bound.port) : ''
    const refused = start({ PORT: port, DATA_DIR: join(folder, 'data') })
    expect(await refused.exited).toBe(1)
    expect(lastLine(refused.output())).toMatch(new RegExp(`^Cổng ${port} .* / Port ${port} is taken`))
    taken.close()
    running = start({ PORT: '0', DATA_DIR: join(folder, 'data'), DEMO: 'off' })
    expect((await fetch(`${await addressOf(running)}/api/health`)).status).toBe(200)
  })

  it('[O2] killed in the middle, the next start serves on the same folder', async () => {
    running.child.kill('SIGKILL')
    await running.exited
    running = start({ PORT: '0', DATA_DIR: join(folder, 'data'), DEMO: 'off' })
    expect((await fetch(`${await addressOf(running)}/api/health`)).status).toBe(200)
    running.child.kill('SIGINT')
    expect(await running.exited).toBe(0)
  })
})
