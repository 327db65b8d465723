import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { secondMs } from '../../shared/lib/time.ts'
import { createKillableServer, type KillableServer } from '../kills/killable-server.ts'
import { fetchInvitation, type Joined, joinAll } from './meeting-join.ts'
import { foundOffice } from './meeting-people.ts'
import { type BenchMeeting, prepareMeeting } from './meeting-prepare.ts'
import { profileOf } from './meeting-seat.ts'
import { accepted, type MeetingTablet, type WholeTablet, wholeTablet } from './meeting-tablet.ts'
import { startThreads, type TabletThreads } from './meeting-threads.ts'
import { type Sides, sidesOf } from './process-tree.ts'

/** A meeting that has begun, with everybody there: on a server of its own. */
export type Stage = {
  server: KillableServer
  prepared: BenchMeeting
  chair: WholeTablet
  /** Whole tablets, the chair's among them. */
  watched: MeetingTablet[]
  others: MeetingTablet[]
  joined: Joined & { before: Sides | null; after: Sides | null }
  sides(): Sides | null
}

/** As many threads of tablets as there are processors: they stand for tablets that wait for nobody. */
const threads = availableParallelism()

/** @param watching how many of the members have whole tablets; the others are lean */
export async function onStage(
  of: { members: number; watching: number; port: number; say(line: string): void },
  play: (stage: Stage) => Promise<void>,
): Promise<void> {
  // Short and open: the path of a Unix socket is limited, and PostgreSQL may run as another user.
  const folder = await mkdtemp(join(tmpdir(), 'meeting-'))
  await chmod(folder, 0o755)
  const dataDir = join(folder, 'data')
  const server = createKillableServer({ dataDir, port: of.port })
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => void server.kill('both').then(() => process.exit(130)))
  }
  let tablets: TabletThreads | null = null
  try {
    const seats = await foundOffice(dataDir, of.members)
    server.launch()
    await server.ready()
    const [secretarySeat, headSeat, chairSeat, ...members] = seats
    if (!secretarySeat || !headSeat || !chairSeat) throw new Error('nobody is here')
    const [secretary, head, chair] = await Promise.all(
      [secretarySeat, headSeat, chairSeat].map(async (seat) => wholeTablet(await profileOf(seat), of.port)),
    )
    if (!secretary || !head || !chair) throw new Error('nobody is here')
    const whole = members.slice(0, of.watching - 1)
    tablets = startThreads(threads, { whole, lean: members.slice(of.watching - 1), port: of.port })
    const watched = [chair, ...tablets.whole]
    const all = [...watched, ...tablets.lean]

    const office = [secretary, head]
    await Promise.all(office.map((tablet) => tablet.open()))
    await Promise.all(office.map((tablet) => tablet.until({ is: 'people', count: of.members })))
    const prepared = await prepareMeeting(secretary, head)
    for (const tablet of office) tablet.close()
    await fetchInvitation(all, prepared.meeting)
    of.say(`the invitation is on ${all.length} tablets`)

    const sides = () => sidesOf(server.pid() ?? 0)
    const before = sides()
    const joined = await joinAll(all, { meeting: prepared.meeting, withinMs: 5 * secondMs })
    const after = sides()
    await accepted('opening', chair.app().conduct.open(prepared.meeting))
    await play({
      ...{ server, prepared, chair, watched, others: tablets.lean, sides },
      joined: { ...joined, before, after },
    })
    for (const tablet of all) tablet.close()
  } finally {
    await tablets?.end()
    await server.stop().catch(() => {})
    await server.kill('both')
    await rm(folder, { recursive: true, force: true })
  }
}
