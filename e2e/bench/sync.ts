/**
 * npm run bench:sync: the same Yjs load on this project's room server and on others, each in its own process, in one run.
 * Then, the moment the readers have everything, all clients and the server with its database are killed with -9; the server is
 * started again and a fresh client counts. One JSON line a figure on standard output.
 * Settings: ROOMS, UPDATES, BYTES, ROUNDS (the median of the rounds counts), ONLY (subjects, by comma).
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { costOf, killTree } from './process-tree.ts'
import { installPeers } from './sync-peers.ts'
import { type Figures, reportLines } from './sync-report.ts'
import { type Subject, subjects } from './sync-subjects.ts'

const here = import.meta.dirname
const number = (name: string, standard: number) => Number(process.env[name] ?? standard)
const rooms = number('ROOMS', 50)
const updates = number('UPDATES', 400)
const bytes = number('BYTES', 150)
const rounds = number('ROUNDS', 3)
const only = process.env['ONLY']?.split(',')
/** Storing every update by itself can take minutes where others use the disk. */
const patienceMs = 300_000
const running = new Set<number>()

const say = (line: string) => void process.stderr.write(`${line}\n`)

interface Child {
  pid: number
  /** The next line of its output. @throws where it ends, or says nothing for too long. */
  nextLine(): Promise<string>
}

function start(command: string, args: string[], env: NodeJS.ProcessEnv = {}): Child {
  const child = spawn(command, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_ENV: 'production', ...env },
  })
  const pid = child.pid ?? 0
  running.add(pid)
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]()
  let complaints = ''
  child.stderr.on('data', (chunk) => {
    complaints = `${complaints}${chunk}`.slice(-4000)
  })
  return {
    pid,
    async nextLine() {
      const timer = setTimeout(() => child.kill('SIGKILL'), patienceMs)
      const { value, done } = await lines.next()
      clearTimeout(timer)
      if (done) throw new Error(`${command} ${args.join(' ')} ended early: ${complaints}`)
      return value
    },
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  return typeof address === 'object' && address !== null ? address.port : 0
}

async function startServer(subject: Subject, port: number, folder: string): Promise<Child> {
  const { args, env } = subject.server(port, folder)
  const child = start(process.execPath, args, env)
  while (!subject.isReady(await child.nextLine())) {}
  return child
}

const startLoad = (task: 'write' | 'read', subject: Subject, port: number) =>
  start(process.execPath, [
    join(here, 'sync-load.ts'),
    task,
    subject.protocol,
    subject.url(port),
    ...[rooms, updates, bytes].map(String),
  ])

async function end(pid: number): Promise<void> {
  await killTree(pid)
  running.delete(pid)
}

async function measure(subject: Subject, folder: string): Promise<Figures> {
  const port = await freePort()
  const server = await startServer(subject, port, folder)
  const load = startLoad('write', subject, port)
  await load.nextLine()
  const before = costOf(server.pid)
  const { elapsedMs } = JSON.parse(await load.nextLine())
  await end(load.pid)
  const after = costOf(server.pid)
  await end(server.pid)

  const again = await startServer(subject, port, folder)
  const reader = startLoad('read', subject, port)
  const found = JSON.parse(await reader.nextLine()).updates
  await end(reader.pid)
  await end(again.pid)
  const total = rooms * updates
  return {
    updatesPerSecond: (total * 1000) / elapsedMs,
    cpuPerUpdate: before && after ? ((after.cpuMs - before.cpuMs) * 1000) / total : null,
    memory: after?.memoryBytes ?? null,
    updatesLost: total - found,
  }
}

async function measureInFolder(subject: Subject): Promise<Figures> {
  const folder = mkdtempSync(join(tmpdir(), 'e-cabinet-bench-'))
  // A database that refuses to run as root must get through to its own folder in it.
  chmodSync(folder, 0o755)
  try {
    return await measure(subject, folder)
  } finally {
    await Promise.all([...running].map(end))
    rmSync(folder, { recursive: true, force: true })
  }
}

/** @returns null where a peer did not get to the end; ours must. */
async function attempt(subject: Subject, round: number): Promise<Figures | null> {
  try {
    const figures = await measureInFolder(subject)
    const { updatesPerSecond, updatesLost } = figures
    say(`round ${round} ${subject.name}: ${Math.round(updatesPerSecond)}/s, ${updatesLost} lost`)
    return figures
  } catch (error) {
    if (subject.name === 'ours-postgres') throw error
    say(`round ${round} ${subject.name} did not finish: ${error}`)
    return null
  }
}

installPeers(say)
const chosen = subjects.filter((subject) => !only || only.includes(subject.name))
const measured = chosen.map((subject) => ({ subject, name: subject.name, rounds: [] as Figures[] }))
// Round by round rather than subject by subject: what else the machine does then troubles all alike.
for (let round = 1; round <= rounds; round++) {
  for (const one of measured) {
    if (round > (one.subject.rounds ?? rounds)) continue
    const figures = await attempt(one.subject, round)
    if (figures) one.rounds.push(figures)
  }
}
for (const line of reportLines(measured)) console.log(line)
