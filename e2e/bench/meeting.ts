/**
 * npm run bench:meeting: one meeting on the real server with its PostgreSQL, and in this process its tablets: the product's
 * own application on real sockets. All join within five seconds; the chair goes through the agenda, beside what a bare
 * broadcast and asking every second do with it; all vote while the server is killed with -9. One JSON line a figure.
 * Settings: MEMBERS, TABLETS (that watch the agenda), CHANGES, CASTING_MS, PORT, ONLY (items or vote).
 */
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { secondMs } from '../../shared/lib/time.ts'
import { createKillableServer } from '../kills/killable-server.ts'
import { changeItems } from './meeting-items.ts'
import { fetchInvitation, joinAll } from './meeting-join.ts'
import { foundOffice } from './meeting-people.ts'
import { type BenchMeeting, prepareMeeting } from './meeting-prepare.ts'
import { linesOfChanges, linesOfJoin, linesOfVote } from './meeting-report.ts'
import { accepted, type MeetingTablet, meetingTablet, whenSo } from './meeting-tablet.ts'
import { voteAll } from './meeting-vote.ts'
import { startWatchers } from './meeting-watchers.ts'

const number = (name: string, standard: number) => Number(process.env[name] ?? standard)
const members = number('MEMBERS', 300)
const watching = number('TABLETS', 30)
const changes = number('CHANGES', 120)
const castingMs = number('CASTING_MS', 15_000)
const port = number('PORT', 3120)
const pollingChanges = 10
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
  const [secretary, head, ...all] = seats.map((seat) => meetingTablet(seat, port))
  const [chair] = all
  if (!secretary || !head || !chair) throw new Error('nobody is here')
  await Promise.all([secretary, head].map((tablet) => tablet.open()))
  await Promise.all([secretary, head].map(hasPeople))
  const prepared = await prepareMeeting(secretary, head)
  secretary.close()
  head.close()
  await fetchInvitation(all, prepared.meeting)
  say(`the invitation is on every tablet, ${load()}`)

  print(linesOfJoin(await joinAll(all, { meeting: prepared.meeting, withinMs: 5 * secondMs })))
  await accepted('opening', chair.app().conduct.open(prepared.meeting))

  if (only !== 'vote') await throughAgenda(all, chair, prepared)
  if (only !== 'items') {
    say(`the vote of ${members}, ${load()}`)
    print(linesOfVote(await voteAll(chair, all, { ...prepared, withinMs: castingMs, cutOff, server, port })))
  }
  say(load())
  for (const tablet of all) tablet.close()
}

async function throughAgenda(
  all: readonly MeetingTablet[],
  chair: MeetingTablet,
  prepared: BenchMeeting,
): Promise<void> {
  const others = all.slice(watching)
  for (const tablet of others) tablet.close()
  say(`the agenda on ${watching} tablets, ${load()}`)
  const watchers = await startWatchers(watching)
  const changed = await changeItems(chair, all.slice(0, watching), {
    ...{ ...prepared, changes, watchers },
    serverPid: server.pid() ?? 0,
  })
  print(linesOfChanges(changed, await watchers.poll(pollingChanges)))
  watchers.end()
  await Promise.all(others.map((tablet) => tablet.open()))
  await Promise.all(others.map(hasPeople))
}

function hasPeople(tablet: MeetingTablet): Promise<number> {
  return whenSo(tablet, 'everybody by name', ({ copy }) => copy.reader.list('person').length >= members)
}
