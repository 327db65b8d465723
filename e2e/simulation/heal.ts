import { unattended } from '../../client/app/unattended.ts'
import { isUnderWay } from '../../shared/domain/vote.ts'
import { nameOfVote } from '../../shared/domain/vote-count.ts'
import { rootOfFrontier } from '../../shared/ledger/frontier.ts'
import { hex } from '../../shared/lib/bytes.ts'
import { hourMs, minuteMs, secondMs } from '../../shared/lib/time.ts'
import { healthyDesks } from './healthy-desks.ts'
import { unlock } from './member-moves.ts'
import { rule } from './office-moves.ts'
import { deadlines, sleep } from './pass-time.ts'
import { roomsNotEmptied } from './room-checks.ts'
import type { World } from './world.ts'

/** Peace: lines up, servers up, every tablet taken up again; what waits is closed; then time, until nothing moves. */
export async function heal(world: World): Promise<void> {
  const { time, fleet, desks, dice } = world
  fleet.killAll()
  fleet.setClock(0)
  await time.until(fleet.start())
  for (const { browser } of desks) {
    browser.setClock(0)
    for (const tab of browser.tabs()) {
      tab.killAfter(Number.POSITIVE_INFINITY)
      if (tab !== browser.leading()) tab.kill()
    }
    browser.link.makePeace()
  }
  await time.run(5 * secondMs)
  // A clock behind its ledger decides nothing (decision 0012).
  const { lastAt } = await fleet.reader.ledger.read.head()
  if (lastAt > fleet.clock.now()) await sleep(world, lastAt - fleet.clock.now())
  await takeUpAll(world)
  // Posts that end or begin with a day (G1).
  if (world.outcomes.counts()['posts changed']) await sleep(world, 40 * hourMs)
  for (let round = 0; round < 6; round++) {
    await closeWhatWaits(world)
    const last = Math.max(0, ...(await deadlines(world)))
    if (last === 0 && !(await isAnyWaiting(world))) break
    await sleep(world, Math.max(0, last - fleet.clock.now()) + 2 * minuteMs)
    await takeUpAll(world)
  }
  await closeVotes(world)
  // What is closed is ruled on, sometimes.
  for (let i = dice.pick([0, 0, 4, 10]); i > 0; i--) {
    unattended(rule(world))
    await time.run(2 * secondMs)
  }
  for (let round = 0; round < 12 && !(await isAtRest(world)); round++) {
    await time.run(40 * secondMs)
    await takeUpAll(world)
  }
}

/** A second start heals what one that fails leaves: a storage fault, a lock in the middle, a lease that has run out. */
async function takeUpAll(world: World): Promise<void> {
  const { time, desks } = world
  for (const desk of desks) {
    const { browser } = desk
    if (browser.profile.wasWiped()) continue
    if (browser.tabs().length === 0) browser.openTab()
    await time.rest()
    void unlock(desk, world)
  }
  await time.run(4 * secondMs)
}

async function closeWhatWaits({ fleet, desks, time }: World): Promise<void> {
  const head = desks.find(({ seat }) => seat.label === 'head-1')?.browser.app()
  if (!head) return
  head.syncNow()
  await time.run(2 * secondMs)
  const rows = await fleet.reader.ledger.read.rowsOfKind('ballot')
  for (const { entity } of rows) {
    if (entity.phase.state === 'closing-waits') unattended(head.office.close(entity.id, 'đóng sau sự cố'))
  }
  await time.run(2 * secondMs)
}

/** By the chair, as far as the chair's tablet is let in; of the others the time passes. */
async function closeVotes({ fleet, desks, time }: World): Promise<void> {
  const chair = desks.find(({ seat }) => seat.label === 'pm-1')?.browser.app()
  const rows = await fleet.reader.ledger.read.rowsOfKind('vote')
  for (const { entity } of rows) {
    if (chair && isUnderWay(entity)) unattended(chair.conduct.closeVote(nameOfVote(entity)))
  }
  await time.run(rows.length === 0 ? 0 : 2 * secondMs)
}

const isAnyWaiting = async ({ fleet }: World) =>
  (await fleet.reader.ledger.read.rowsOfKind('ballot')).some(
    ({ entity }) => entity.phase.state === 'closing-waits',
  )

async function isAtRest(world: World): Promise<boolean> {
  const { size, frontier } = await world.fleet.reader.ledger.read.head()
  const root = hex(rootOfFrontier(frontier))
  for (const { browser } of await healthyDesks(world)) {
    const { outbox, cursor, files } = browser.profile.disk
    const isWaiting = [...outbox.values()].some(({ rejected }) => rejected === null)
    const wanted = browser.app()?.documents.wanted() ?? []
    const isFetching = wanted.some(({ hash }) => !files.get(hash)?.isComplete)
    // A lost ledger may have been as long: who has not seen this one is still to find out.
    const isThere = cursor.after === size - 1 && cursor.tree?.root === root
    if (isWaiting || isFetching || !isThere) return false
  }
  // After a restore, rooms of the lost ledger hold what they held.
  return world.restored || (await roomsNotEmptied(world)).length === 0
}
