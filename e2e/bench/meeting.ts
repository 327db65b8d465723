/**
 * npm run bench:meeting: one meeting on the real server with its PostgreSQL, and in this process its tablets. Those that watch
 * the agenda, the chair's among them, are whole: the product's own application on real sockets. The others are lean
 * (meeting-lean-tablet.ts): to the server the same, but they check nothing, since on this machine the work of three hundred
 * tablets would be measured in place of the server's; what a whole one costs is printed beside it. All join within five seconds;
 * the chair goes through the agenda, beside what a bare broadcast and asking every second do with it; all vote while the server
 * is killed with -9. One JSON line a figure.
 * Settings: MEMBERS, TABLETS (whole ones, that watch the agenda), CHANGES, CASTING_MS, PORT, ONLY (items or vote).
 */
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { secondMs } from '../../shared/lib/time.ts'
import { createKillableServer } from '../kills/killable-server.ts'
import { changeItems } from './meeting-items.ts'
import { fetchInvitation, joinAll } from './meeting-join.ts'
import { leanTablet } from './meeting-lean-tablet.ts'
import { foundOffice } from './meeting-people.ts'
import { type BenchMeeting, prepareMeeting } from './meeting-prepare.ts'
import { linesOfChanges, linesOfJoin, linesOfSides, linesOfVote } from './meeting-report.ts'
import { accepted, type MeetingTablet, type WholeTablet, whenSo, wholeTablet } from './meeting-tablet.ts'
import { voteAll } from './meeting-vote.ts'
import { startWatchers } from './meeting-watchers.ts'
import { type Sides, sidesOf } from './process-tree.ts'

const number = (name: string, standard: number) => Number(process.env[name] ?? standard)
const members = number('MEMBERS', 300)
const watching = number('TABLETS', 30)
const changes = number('CHANGES', 120)
const castingMs = number('CASTING_MS', 15_000)
const port = number('PORT', 3120)
const pollingChanges = 10
/** The server clears away what the tablets that were put down have left. */
const restMs = 5 * secondMs
const only = process.env['ONLY']
const cutOff = Math.floor(members / 15)

const say = (line: string) => void process.stderr.write(`${line}\n`)
const load = () => `load ${loadavg()[0]?.toFixed(1)} on ${availableParallelism()} cores`
const print = (lines: readonly string[]) => {
  for (const line of lines) console.log(line)
}

// Each tablet's outbox listens for the end of the process.
process.setMaxListeners(0)
// Short and open: the path of a Unix socket is limited, and PostgreSQL may run as another user.
const folder = await mkdtemp(join(tmpdir(), 'meeting-'))
await chmod(folder, 0o755)
const dataDir = join(folder, 'data')
const server = createKillableServer({ dataDir, port })
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => void server.kill('both').then(() => process.exit(130)))
}
try {
  await run()
} finally {
  await server.stop().catch(() => {})
  await server.kill('both')
  await rm(folder, { recursive: true, force: true })
}
process.exit(0)

async function run(): Promise<void> {
  say(`${members} members, ${load()}`)
  const seats = await foundOffice(dataDir, members)
  server.launch()
  await server.ready()
  const [secretary, head, ...whole] = seats.slice(0, 2 + watching).map((seat) => wholeTablet(seat, port))
  const [chair] = whole
  if (!secretary || !head || !chair) throw new Error('nobody is here')
  const others = seats.slice(2 + watching).map((seat) => leanTablet(seat, port))
  const all = [...whole, ...others]
  await Promise.all([secretary, head].map((tablet) => tablet.open()))
  await Promise.all([secretary, head].map(hasPeople))
  const prepared = await prepareMeeting(secretary, head)
  secretary.close()
  head.close()
  await fetchInvitation(all, prepared.meeting)
  say(`the invitation is on every tablet, ${load()}`)

  const beforeJoin = sides()
  print(linesOfJoin(await joinAll(all, { meeting: prepared.meeting, withinMs: 5 * secondMs })))
  print(linesOfSides('for one who joins', beforeJoin, sides(), members))
  await accepted('opening', chair.app().conduct.open(prepared.meeting))

  if (only !== 'vote') await throughAgenda({ whole, others, chair }, prepared)
  if (only !== 'items') {
    say(`the vote of ${members}, ${load()}`)
    print(linesOfVote(await voteAll(chair, all, { ...prepared, withinMs: castingMs, cutOff, server, port })))
  }
  say(load())
  for (const tablet of all) tablet.close()
}

async function throughAgenda(
  {
    whole,
    others,
    chair,
  }: { whole: readonly WholeTablet[]; others: readonly MeetingTablet[]; chair: WholeTablet },
  prepared: BenchMeeting,
): Promise<void> {
  for (const tablet of others) tablet.close()
  say(`the agenda on ${whole.length} tablets, ${load()}`)
  const watchers = await startWatchers(whole.length)
  await wait(restMs)
  const changed = await changeItems(chair, whole, { ...prepared, changes, watchers, sides })
  print(linesOfChanges(changed, await watchers.poll(pollingChanges)))
  print(linesOfSides('for a change', changed.before, changed.after, changes))
  watchers.end()
  await Promise.all(others.map((tablet) => tablet.open()))
  await Promise.all(others.map(hasPeople))
}

function sides(): Sides | null {
  return sidesOf(server.pid() ?? 0)
}

function hasPeople(tablet: MeetingTablet): Promise<number> {
  return whenSo(tablet, 'everybody by name', ({ copy }) => copy.reader.list('person').length >= members)
}
