import { appointmentsOn } from '../../shared/domain/people.ts'
import { dayOf } from '../../shared/lib/time.ts'
import type { Desk, World } from './world.ts'

/** Devices that are let in, of people who hold any post: what they hold can be compared with what the Office would give them. */
export async function healthyDesks(world: World): Promise<Desk[]> {
  const { desks, fleet } = world
  const found: Desk[] = []
  for (const desk of desks) {
    const app = desk.browser.app()
    const owner = desk.browser.profile.owner()
    if (!app || !owner) continue
    const keys = [`device/${owner.device}`, `person/${owner.person}`]
    const entities = (await fleet.reader.ledger.read.rows(keys)).map(({ entity }) => entity)
    const isActive = entities.some((entity) => entity.kind === 'device' && entity.phase.state === 'active')
    const person = entities.find((entity) => entity.kind === 'person')
    const mayCome = person && appointmentsOn(person, dayOf(fleet.clock.now())).length > 0
    if (isActive && mayCome && app.status().kind !== 'not-trusted') found.push(desk)
  }
  return found
}
