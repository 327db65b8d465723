import { instant, minuteMs } from '../../shared/lib/time.ts'
import { isMemberSeat, passPhrase, passwordOf } from './cabinet.ts'
import { wait } from './virtual-time.ts'
import type { Desk, World } from './world.ts'

/** A member's further tablet: account, password, the Office's code, and then two officers (O3). */
export async function enrolFurther(world: World): Promise<void> {
  const { dice, desks, outcomes } = world
  const members = desks.filter(({ seat }) => isMemberSeat(seat))
  const { seat } = dice.pick(members)
  const label = `${seat.person}-3`
  const head = appOf(world, 'head-1')
  if (!head || desks.some((desk) => desk.seat.label === label)) return
  const handed = await head.devices.handOutCode(seat.person)
  if (!handed.ok) return
  const desk = world.addDesk({ ...seat, label })
  const { application } = desk.browser.openTab()
  await waitFor(world, () => application.phase().kind === 'new')
  const signedIn = await application.signIn(seat.person, passwordOf(seat.person))
  if (!signedIn.ok) return
  const { code } = handed.value
  const enrolled = await application.enrol({ code, label, passPhrase })
  outcomes.add(enrolled.ok ? `enrolled, ${application.phase().kind}` : `not enrolled: ${enrolled.error.kind}`)
  await officersAgree(world, desk)
}

async function officersAgree(world: World, { browser }: Desk): Promise<void> {
  const device = browser.profile.owner()?.device
  const head = appOf(world, 'head-1')
  if (!device || !head) return
  const proposed = await head.devices.proposeEnrolment(device)
  if (!proposed.ok) return
  await waitFor(world, () => proposalOf(world, device) !== undefined)
  const proposal = proposalOf(world, device)
  const second = appOf(world, 'sec-1')
  if (!proposal || !second) return
  const confirmed = await second.devices.confirm(proposal)
  if (confirmed.ok && confirmed.value.kind === 'accepted')
    world.outcomes.add('two officers enrolled a device')
}

const proposalOf = (world: World, device: string) =>
  appOf(world, 'sec-1')
    ?.devices.list()
    .find((line) => line.device.id === device)?.proposal?.id

const appOf = ({ desks }: World, label: string) =>
  desks.find(({ seat }) => seat.label === label)?.browser.app()

/** Looks again and again for some minutes. */
async function waitFor({ time }: World, isThere: () => boolean): Promise<void> {
  const until = instant(time.now() + 5 * minuteMs)
  while (!isThere() && time.now() < until) {
    await wait(time, 500)
  }
}
