import { blankItem } from '../../client/app/agenda-item-editing.ts'
import { evenRanks } from '../../client/app/agenda-rank.ts'
import { blankMeeting } from '../../client/app/meeting-editing.ts'
import type { OpenApp } from '../../client/app/open-app.ts'
import { unattended } from '../../client/app/unattended.ts'
import type { MeetingId } from '../../shared/domain/id.ts'
import { dayOf, formatHour, hourMs, instant, secondMs } from '../../shared/lib/time.ts'
import { agency } from './cabinet.ts'
import { createDice, type Dice } from './dice.ts'
import { appOf, told } from './office-moves.ts'
import { wait } from './virtual-time.ts'
import { oneOfVotes } from './vote-moves.ts'
import { memberDesks, type World } from './world.ts'

/**
 * In some schedules a meeting is held beside everything else, with chances of its own: prepared, opened, and voted in again and
 * again, while lines, tablets and servers fail as the schedule has it.
 */
export function startSession(world: World): { end(): void } {
  const dice = createDice(`${world.seed}/session`)
  let isOver = !dice.chance(0.12)
  const hold = async () => {
    for (let steps = 0; steps < 45 && !isOver; steps++) {
      await wait(world.time, dice.between(300, 4000))
      if (!isOver) unattended(step(world, dice))
    }
  }
  unattended(hold())
  return {
    end: () => {
      isOver = true
    },
  }
}

/** Whatever the tablets of those who conduct it say is next. */
async function step(world: World, dice: Dice): Promise<void> {
  const secretary = appOf(world, 'sec-1')
  const [view] = secretary?.officeMeetings.list() ?? []
  if (!secretary) return
  if (!view) return await draft(world, secretary)
  const { meeting, items } = view
  const { id } = meeting
  const { state } = meeting.phase
  const head = appOf(world, 'head-1')
  // The schedule has slept through its hour.
  if (state === 'draft' && meeting.startsAt < secretary.now()) return
  if (state === 'draft') {
    if (items.length < 2) await draftItem(world, secretary, id, items.length)
    else await told(world, secretary.officeMeetings.submit(id))
  } else if (state === 'submitted' && head) await told(world, head.officeMeetings.approve(id))
  else if (state === 'approved') await told(world, secretary.officeMeetings.invite(id))
  else if (state === 'invited') await open(world, dice, secretary, id)
  else if (state === 'in-session') await oneOfVotes(world, dice, id)
}

async function draft(world: World, app: OpenApp): Promise<void> {
  const [startsAt, endsAt] = [instant(app.now() + 11 * hourMs), instant(app.now() + 14 * hourMs)]
  const me = app.me().person
  if (!me) return
  const meeting = app.officeMeetings.newMeeting()
  const sheet = {
    ...blankMeeting(me.id, app.now(), app.copy.reader.list('person')),
    ...{ title: 'Phiên họp', place: 'Phòng họp số 1' },
    ...{ day: dayOf(startsAt), hour: formatHour(startsAt) },
    ...{ endDay: dayOf(endsAt), endHour: formatHour(endsAt) },
  }
  await told(world, app.officeMeetings.storeMeeting(meeting, sheet, null))
}

async function draftItem(world: World, app: OpenApp, meeting: MeetingId, place: number): Promise<void> {
  const { officeMeetings: desk } = app
  const item = {
    ...blankItem(desk.newItem(), evenRanks(3)[place] ?? 'z'),
    ...{ title: `Nội dung ${place}`, presenter: 'Bộ trưởng', leadAgency: agency },
  }
  await told(world, desk.storeItem(meeting, item, null))
}

/** Some say themselves that they are there, of the others the Office's table says so. */
async function open(world: World, dice: Dice, secretary: OpenApp, meeting: MeetingId): Promise<void> {
  for (const { seat, browser } of memberDesks(world)) {
    const app = browser.app()
    if (app && dice.chance(0.3)) await app.sessions.join(meeting, dice.pick(['in-room', 'remote']))
    else await told(world, secretary.conduct.markPresence(meeting, seat.person, 'in-room'))
  }
  await wait(world.time, secondMs)
  const chair = appOf(world, 'pm-1')
  if (chair) await told(world, chair.conduct.open(meeting))
}
