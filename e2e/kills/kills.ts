import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { minuteMs } from '../../shared/lib/time.ts'
import { createDice } from '../simulation/dice.ts'
import { createKillChecks } from './kill-checks.ts'
import { enrolTablet, type KillTablet } from './kill-tablet.ts'
import { createKillableServer, type KillableServer, type Victim } from './killable-server.ts'
import { agency, startWork } from './work-flow.ts'

/**
 * Real kills: `npm run kills -- 100 [SEED]`. The real server, real PostgreSQL and real tablets; answers flow without end, and
 * at moments that the seed says `kill -9` falls on the program, on PostgreSQL's group, or on both, sometimes again while
 * they come back. After each the promises are looked at. Ends with 1 where one is broken.
 */
const [count = 100, seed = 1] = process.argv.slice(2).map(Number)
const port = Number(process.env['PORT'] ?? 3110)
const dice = createDice(`kills ${seed}`)

type Row = { victim: Victim; again: boolean; flowMs: number; backMs: number; size: number; faults: string[] }

const posts = {
  thutuong: 'prime-minister',
  botruong: 'minister',
  vanphong: 'secretary',
  lanhdao: 'head-of-office',
  kiemtra: 'auditor',
} as const

const firstPeople = JSON.stringify({
  agencies: [{ id: agency, name: 'Bộ Y tế' }],
  people: Object.entries(posts).map(([account, role]) => ({
    account,
    name: account,
    appointments: [{ role, title: role, agency, from: '2024-01-01', to: null }],
  })),
})

// Short and open: the path of a Unix socket is limited, and PostgreSQL may run as another user.
const folder = await mkdtemp(join(tmpdir(), 'kills-'))
await chmod(folder, 0o755)
const server = createKillableServer({ dataDir: join(folder, 'data'), port })
process.once('SIGINT', () => void server.kill('both').then(() => process.exit(130)))
let isBroken = true
try {
  isBroken = await run()
} finally {
  await server.stop().catch(() => {})
  await server.kill('both')
  await rm(folder, { recursive: true, force: true })
}
process.exit(isBroken ? 1 : 0)

async function run(): Promise<boolean> {
  const startedAt = performance.now()
  await writeFile(join(folder, 'people.json'), firstPeople)
  server.launch('--bootstrap', join(folder, 'people.json'))
  await server.ready()
  const tablets = await Promise.all(Object.keys(posts).map((account) => enrol(account)))
  const of = (account: keyof typeof posts): KillTablet => {
    const found = tablets.find((tablet) => tablet.account === account)
    if (!found) throw new Error(`no tablet of ${account}`)
    return found
  }
  const check = createKillChecks(tablets, of('kiemtra'))
  const work = startWork(
    { secretary: of('vanphong'), head: of('lanhdao'), members: [of('thutuong'), of('botruong')] },
    dice,
  )
  const rows: Row[] = []
  console.log(`seed ${seed}, ${count} kills, port ${port}`)
  while (killsIn(rows) < count) {
    work.goOn()
    const flowMs = dice.between(100, 2500)
    await wait(flowMs)
    const victim = dice.pick(['server', 'database', 'both'] as const)
    const againAfterMs = dice.chance(0.2) ? dice.between(0, 2500) : null
    const back = await killAndReturn(victim, againAfterMs)
    work.pause()
    for (const { wake } of tablets) wake()
    const found = await check()
    const faults = [...back.faults, ...found.faults, ...server.ledgerFaults()]
    rows.push({ victim, again: againAfterMs !== null, flowMs, backMs: back.ms, size: found.size, faults })
    const twice = againAfterMs === null ? '' : ' (again while it came back)'
    console.log(
      `${killsIn(rows)} ${victim}${twice} after ${flowMs} ms: back in ${back.ms} ms; ${found.size} leaves, ${found.receipts} receipts; ${faults.length === 0 ? 'all kept' : `BROKEN\n  ${faults.slice(0, 5).join('\n  ')}`}`,
    )
    if (faults.length > 0) break
  }
  work.end()
  const counts = work.counts()
  for (const { end } of tablets) end()
  report(rows, { ...counts, seconds: Math.round((performance.now() - startedAt) / 1000) })
  return rows.some(({ faults }) => faults.length > 0)
}

async function enrol(account: string): Promise<KillTablet> {
  const secret = '([A-Z2-9]{5}-[A-Z2-9]{5})'
  const line = new RegExp(`^  ${account} +${secret} +${secret} `, 'm').exec(server.output())
  const [, password = '', code = ''] = line ?? []
  return await enrolTablet({ port, account, password, code })
}

/** @returns how long nobody was served, and where it never was again. */
async function killAndReturn(
  victim: Victim,
  againAfterMs: number | null,
): Promise<{ ms: number; faults: string[] }> {
  await server.kill(victim)
  const killedAt = performance.now()
  if (!server.isRunning()) server.launch()
  if (againAfterMs !== null) {
    await wait(againAfterMs)
    await server.kill(victim)
    if (!server.isRunning()) server.launch()
  }
  try {
    await untilServing(server, victim)
    return { ms: Math.round(performance.now() - killedAt), faults: [] }
  } catch (error) {
    return { ms: Math.round(performance.now() - killedAt), faults: [String(error)] }
  }
}

/** Health says 200, and keeps saying so: a database that was just killed may not have been missed yet. */
async function untilServing(of: KillableServer, victim: Victim): Promise<void> {
  if (victim !== 'database') await of.ready()
  let good = 0
  for (const endAt = Date.now() + minuteMs; good < 3; await wait(50)) {
    if (Date.now() > endAt) throw new Error(`health is not 200 after a minute: ${of.output().slice(-1000)}`)
    const status = await fetch(`http://127.0.0.1:${port}/api/health`).then(
      (answer) => answer.status,
      () => 0,
    )
    good = status === 200 ? good + 1 : 0
  }
}

function killsIn(rows: readonly Row[]): number {
  return rows.length + rows.filter(({ again }) => again).length
}

function report(rows: readonly Row[], counts: Record<string, number>): void {
  const medianOf = (list: readonly number[]) => [...list].sort((a, b) => a - b)[list.length >> 1] ?? 0
  const table = (['server', 'database', 'both'] as const).map((victim) => {
    const some = rows.filter((row) => row.victim === victim)
    const back = some.map(({ backMs }) => backMs)
    return {
      victim,
      times: some.length,
      'killed again coming back': some.filter(({ again }) => again).length,
      'back, median ms': medianOf(back),
      'back, longest ms': Math.max(0, ...back),
      broken: some.filter(({ faults }) => faults.length > 0).length,
    }
  })
  console.table(table)
  console.log(JSON.stringify({ kills: killsIn(rows), leaves: rows.at(-1)?.size ?? 0, ...counts }))
}
