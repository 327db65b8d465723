import { dayMs, instant, minuteMs, secondMs } from '../../shared/lib/time.ts'
import { answerOn, pickBallot } from './member-moves.ts'
import * as office from './office-moves.ts'
import { deadlines } from './pass-time.ts'
import { wait } from './virtual-time.ts'
import { memberDesks, type World } from './world.ts'

/** Stories in which one thing must meet another: too rare to be left to chance. */

/** The ballot is amended while a tablet that answers it is away (B5, B13). */
export const amendBehind = (world: World) => behind(world, () => office.amend(world))

/** It is recalled meanwhile (B13). */
export const recallBehind = (world: World) => behind(world, () => office.recall(world))

/** The tablet itself is revoked meanwhile: what it said is held, not lost. */
export const revokeBehind = (world: World) =>
  behind(world, (label) => office.revoke(world, { label, wipe: world.dice.chance(0.7) }))

async function behind(world: World, happen: (label: string) => Promise<void>): Promise<void> {
  const { dice, time } = world
  const desk = dice.pick(memberDesks(world))
  const view = pickBallot(desk, dice)
  if (!view) return
  const { link } = desk.browser
  link.set('down', true)
  const answers = [
    () => answerOn(world, desk, view),
    async () => {
      await happen(desk.seat.label)
      await wait(time, 2 * secondMs)
    },
  ]
  for (const step of dice.chance(0.5) ? answers : answers.reverse()) await step()
  await wait(time, dice.between(1, 20) * secondMs)
  link.blockSockets(dice.chance(0.5))
  link.set('up', true)
}

/** A tablet whose clock is behind answers what is closed: its hour proves nothing (O8). */
export async function backdate(world: World): Promise<void> {
  const { dice, time } = world
  const desk = dice.pick(memberDesks(world))
  desk.browser.setClock(-2 * dayMs)
  const closed = desk.browser
    .app()
    ?.ballots.list()
    .find(({ ballot }) => ballot.phase.state === 'closed')
  if (closed) await answerOn(world, desk, closed)
  await wait(time, 5 * secondMs)
  desk.browser.setClock(0)
}

/** No server shortly before a deadline: closing waits, and what comes meanwhile is held until the Office extends (B8). */
export async function outage(world: World): Promise<void> {
  const { dice, time, fleet, outcomes } = world
  const [next] = (await deadlines(world)).filter((at) => at > fleet.clock.now())
  if (next === undefined) return
  const ahead = next - fleet.clock.now() - dice.between(10, 900) * secondMs
  if (ahead > 0) await wait(time, ahead)
  fleet.killAll()
  outcomes.add('server killed')
  await wait(time, dice.between(1, 90) * secondMs)
  if (fleet.hosts().length === 0) await fleet.start()
  await wait(time, instant(Math.max(0, next - fleet.clock.now()) + minuteMs))
  const desk = dice.pick(memberDesks(world))
  const view = pickBallot(desk, dice)
  if (view) await answerOn(world, desk, view)
  await wait(time, 5 * secondMs)
  await office.extend(world)
}
