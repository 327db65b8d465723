import { unattended } from '../../client/app/unattended.ts'
import { createDice } from './dice.ts'
import { checkEnd } from './end-checks.ts'
import { heal } from './heal.ts'
import { unlock } from './member-moves.ts'
import { moves } from './moves.ts'
import * as office from './office-moves.ts'
import { passTime } from './pass-time.ts'
import { startSession } from './session-story.ts'
import { enterVirtualTime } from './virtual-globals.ts'
import type { Fault } from './witness.ts'
import { createWorld, type World } from './world.ts'

/** One seeded schedule: an Office at work, everything that can go wrong, then peace, then the promises looked at. */

export type Ran = { seed: string; faults: Fault[]; counts: Record<string, number> }

const totalWeight = moves.reduce((sum, { weight }) => sum + weight, 0)

export async function runSchedule(seed: string): Promise<Ran> {
  const faults: Fault[] = []
  const others = process.listeners('unhandledRejection')
  process.removeAllListeners('unhandledRejection')
  const onRejection = (error: unknown) => void faults.push(crashOf(error))
  process.on('unhandledRejection', onRejection)
  // y-websocket listens for the end of the process, once for each room.
  process.setMaxListeners(0)
  let leave = () => {}
  try {
    const world = await createWorld(seed)
    leave = enterVirtualTime(world.time, createDice(`${seed}/global`))
    await play(world, faults)
    for (const { browser } of world.desks) browser.kill()
    world.fleet.killAll()
    return { seed, faults, counts: world.outcomes.counts() }
  } finally {
    leave()
    process.off('unhandledRejection', onRejection)
    for (const listener of others) process.on('unhandledRejection', listener)
  }
}

async function play(world: World, faults: Fault[]): Promise<void> {
  const { time, dice, witness, desks } = world
  // What throws comes back as a rejection that nobody handles.
  const guarded = (doing: Promise<void> | void) => {
    if (doing) unattended(doing)
  }
  try {
    for (const { browser } of desks) browser.openTab()
    await time.run(200)
    for (const desk of desks) guarded(unlock(desk, world))
    await time.run(2000)
    // An Office that has something to ask; all else comes as it comes.
    for (let i = dice.between(1, 2); i > 0; i--) {
      guarded(office.draft(world))
      await time.run(5000)
      guarded(office.issue(world))
      await time.run(1000)
    }
    const session = startSession(world)
    const backUpAt = dice.chance(0.15) ? dice.between(3, 14) : -1
    const restoreAt = backUpAt + dice.between(2, 9)
    let restore = () => {}
    const count = dice.between(18, 38)
    for (let i = 0; i < count && faults.length + witness.faults.length === 0; i++) {
      if (i === backUpAt) restore = world.fleet.backUp()
      if (backUpAt >= 0 && i === restoreAt) await restoreBackUp(world, restore)
      const move = pickMove(world)
      if (process.env['SIM_TRACE']) console.log(i, time.now(), move.name)
      guarded(move(world))
      await passTime(world)
    }
    session.end()
    if (faults.length + witness.faults.length === 0) {
      await heal(world)
      await checkEnd(world)
    }
  } catch (error) {
    faults.push(crashOf(error))
  }
  faults.push(...witness.faults)
}

function pickMove({ dice }: World): (typeof moves)[number]['make'] {
  let at = (dice.below(1_000_000) / 1_000_000) * totalWeight
  for (const { weight, make } of moves) {
    at -= weight
    if (at < 0) return make
  }
  return () => {}
}

/**
 * An old backup in place of the database, and nobody says so. What the product does today: tablets that have seen more than
 * the backup holds stop trusting the server (rolled back, or forked once it has grown again) and keep what they have, with
 * the receipts of before; all others go on, and what the servers take in from then on is held to every promise.
 */
async function restoreBackUp(world: World, restore: () => void): Promise<void> {
  const { fleet, witness, outcomes, time } = world
  fleet.killAll()
  await witness.loseAll()
  restore()
  world.restored = true
  outcomes.add('restored')
  await time.until(fleet.start())
}

const crashOf = (error: unknown): Fault => ({
  rule: 'nothing throws',
  error: error instanceof Error ? (error.stack ?? error.message) : String(error),
})
