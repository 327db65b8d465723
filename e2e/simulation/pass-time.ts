import { hourMs, instant, minuteMs, secondMs } from '../../shared/lib/time.ts'
import type { World } from './world.ts'

/** Between two moves: mostly moments, sometimes minutes, sometimes hours in which machines sleep. */
export async function passTime(world: World): Promise<void> {
  const { time, dice } = world
  const kind = dice.below(100)
  if (kind < 50) await time.run(dice.between(5, 2500))
  else if (kind < 75) await time.run(dice.between(3, 20) * secondMs)
  else if (kind < 82) await time.run(dice.between(30, 70) * secondMs)
  else if (kind < 90) await sleep(world, dice.between(5, 90) * minuteMs)
  else if (kind < 93) await sleep(world, dice.between(2, 30) * hourMs)
  else await toDeadline(world)
}

/**
 * Tablets sleep, servers do not: near a deadline they say so all the while (B8). Nothing sleeps over a deadline without
 * waking shortly after it, as a server would that ticks every second.
 */
export async function sleep(world: World, ms: number): Promise<void> {
  const { time, fleet } = world
  const until = time.now() + ms
  for (const deadlineAt of await deadlines(world)) {
    const ahead = deadlineAt - fleet.clock.now()
    if (ahead <= 0 || time.now() + ahead >= until) continue
    await toJustBefore(world, deadlineAt)
    await fleet.beatUntil(instant(deadlineAt + 2 * secondMs))
    await time.run(8 * secondMs)
  }
  time.sleep(Math.max(0, until - time.now()))
  await fleet.beat()
  await time.run(3 * secondMs)
}

/** To some seconds before or after the next deadline. */
async function toDeadline(world: World): Promise<void> {
  const { time, fleet, dice } = world
  const [next] = (await deadlines(world)).filter((at) => at > fleet.clock.now())
  if (next === undefined) return await time.run(secondMs)
  await toJustBefore(world, next)
  await fleet.beatUntil(instant(next - dice.between(1, 20) * secondMs))
  await time.run(dice.between(1, 40) * secondMs)
}

async function toJustBefore({ time, fleet }: World, deadlineAt: number): Promise<void> {
  const windowAt = deadlineAt - 25 * minuteMs
  const ahead = windowAt - fleet.clock.now()
  if (ahead > 0) time.sleep(ahead)
}

/** Of ballots that can be answered, soonest first, as the servers' clock counts. */
export async function deadlines({ fleet }: World): Promise<number[]> {
  const rows = await fleet.reader.ledger.read.rowsOfKind('ballot')
  const open = rows.filter(({ entity }) => entity.phase.state === 'issued')
  return open.map(({ entity }) => entity.deadlineAt).sort((a, b) => a - b)
}
