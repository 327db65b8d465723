import { ClockBehindLedger } from '../../server/app/ledger-clock.ts'
import { addDays, dayMs, dayOf, hourMs, minuteMs } from '../../shared/lib/time.ts'
import { appointment, isMemberSeat, personWith, successor } from './cabinet.ts'
import { calm, storm } from './link.ts'
import { wait } from './virtual-time.ts'
import type { World } from './world.ts'

/** What happens to people's machines, to the network and to the servers, each only as it can. */

export function network({ dice, desks }: World): void {
  const { link } = dice.pick(desks).browser
  const next = dice.pick(['up', 'up', 'down', 'down', 'hanging'] as const)
  link.set(next, dice.chance(0.7))
  link.setWeather(dice.chance(0.4) ? storm : calm)
}

export function cutLine({ dice, desks, outcomes }: World): void {
  const { link } = dice.pick(desks).browser
  const what = dice.below(3)
  if (what === 0) link.cut()
  if (what === 1) link.muffle()
  if (what === 2) {
    const code = dice.pick([4422, 4422, 4401, 4403, 4503, 1012, 4529])
    link.closeAll(code)
    outcomes.add(`closed with ${code}`)
  }
}

/** Everybody's, as when the building loses its line. */
export function storms({ dice, desks }: World): void {
  const weather = dice.chance(0.5) ? storm : calm
  for (const { browser } of desks) browser.link.setWeather(weather)
}

export async function killServer({ dice, fleet, outcomes, time }: World): Promise<void> {
  const host = fleet.any()
  if (!host) return
  if (dice.chance(0.15)) {
    outcomes.add('server ended in order')
    await Promise.race([host.stop(), host.died])
  } else {
    outcomes.add('server killed')
    host.killAfter(dice.below(60))
    if (dice.chance(0.3)) host.kill()
  }
  if (fleet.hosts().length > 0) return
  await wait(time, dice.pick([0, 500, 4000, 40_000]))
  await fleet.start()
}

export async function startSecond({ fleet, outcomes }: World): Promise<void> {
  if (fleet.hosts().length !== 1) return
  outcomes.add('two servers')
  await fleet.start()
}

export function failWrites(world: World): void {
  const { dice, fleet } = world
  const count = dice.between(1, 3)
  const host = fleet.any()
  if (!host) return
  world.failedWrites += count
  host.database.failWrites(count, dice.pick(['before-commit', 'before-commit', 'after-commit']))
}

export function killTab({ dice, desks, outcomes }: World): void {
  const { browser } = dice.pick(desks)
  const tab = browser.leading() ?? browser.tabs()[0]
  if (!tab) return
  outcomes.add('tab killed')
  if (dice.chance(0.3)) tab.kill()
  else tab.killAfter(dice.below(30))
}

/** Another tab of the same browser, which waits, takes over in order, or from one that is frozen. */
export function secondTab({ dice, desks, outcomes }: World): void {
  const { browser } = dice.pick(desks)
  const before = browser.leading()
  if (browser.tabs().length > 2) return
  const tab = browser.openTab()
  if (dice.chance(0.3)) return
  if (dice.chance(0.3)) before?.freeze()
  outcomes.add('tab takes over')
  tab.leader.takeOver()
}

export function storageFails({ dice, desks, outcomes }: World): void {
  const tab = dice.pick(desks).browser.leading()
  if (!tab) return
  for (let i = dice.between(1, 3); i > 0; i--) {
    const isFull = dice.chance(0.5)
    outcomes.add(isFull ? 'storage full' : 'storage refused')
    tab.failNextWrite(
      isFull ? { kind: 'storage-full' } : { kind: 'storage-refused', detail: 'connection lost' },
    )
  }
}

export function wrongClock({ dice, desks }: World): void {
  dice.pick(desks).browser.setClock(dice.pick([-3 * dayMs, -dayMs, -hourMs, 0, 0, hourMs, dayMs, 3 * dayMs]))
}

export function wrongServerClock({ dice, fleet }: World): void {
  fleet.setClock(dice.pick([-10 * minuteMs, -1000, 0, 0, 5000, 5 * minuteMs]))
}

/** G1: a post ends with today or tomorrow, and somebody else's begins. */
export async function changePosts({ dice, desks, fleet, outcomes, time }: World): Promise<void> {
  const host = fleet.any()
  const { seat } = dice.pick(desks.filter((desk) => isMemberSeat(desk.seat)))
  if (!host || seat.person === 'pm' || seat.person === 'm2') return
  const today = dayOf(fleet.clock.now())
  const last = addDays(today, dice.pick([-1, 0, 1]))
  const begin = addDays(today, -100)
  const after = addDays(last, 1)
  const leaves = [appointment(seat.role, begin, last)]
  if (dice.chance(0.8)) leaves.push(appointment('assistant', after))
  const isSuccessor = seat.person === successor.person
  const comes = [appointment('assistant', begin, last), appointment('minister', after)]
  const people = isSuccessor
    ? [personWith(successor.person, comes)]
    : [
        personWith(seat.person, leaves),
        ...(desks.some((desk) => desk.seat === successor) ? [personWith(successor.person, comes)] : []),
      ]
  outcomes.add('posts changed')
  const id = `posts/${seat.person}/${time.now()}`
  const events = people.map((person) => ({ kind: 'person-set' as const, person }))
  // Where the database fails under it, or the clock stands behind the ledger, nothing has changed and nobody was told that it had.
  await host.intake
    .appendServer(() => [{ id, events }], ['person/'])
    .catch((error: unknown) => {
      if (error instanceof ClockBehindLedger) return
      if (!String(error).includes('the database failed')) throw error
    })
}

/** A server that lies about receipts to whoever asks by POST: nothing that it says may settle an act (O1, O4). */
export function falseServer({ dice, desks, outcomes }: World): void {
  const { link } = dice.pick(desks).browser
  const lie = dice.below(3)
  link.blockSockets(true)
  link.setForge((body) => {
    const text = new TextDecoder().decode(body)
    if (!text.includes('"recorded"')) return body
    outcomes.add('a lie about a receipt')
    if (lie === 0) return new TextEncoder().encode(text.replaceAll('\\"n\\":', '\\"n\\":9'))
    if (lie === 1)
      return new TextEncoder().encode(text.replaceAll('held', 'accepted').replaceAll('"late', '"lote'))
    return new TextEncoder().encode(text.replaceAll(/"at\\":1/g, '"at\\":2'))
  })
}
