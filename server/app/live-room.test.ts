import { describe, expect, it } from 'vitest'
import type { Event } from '../../shared/domain/event.ts'
import { AgencyId, AgendaItemId, MeetingId } from '../../shared/domain/id.ts'
import { hourMs, instant } from '../../shared/lib/time.ts'
import { liveRoom } from '../../shared/protocol/room.ts'
import { createManualTime } from '../live/testing/manual-time.ts'
import { createNews } from './news.ts'
import { createRoomGate } from './room-gate.ts'
import { createTestOffice, fileHash, person, postsByPerson, startAt } from './testing/test-office.ts'

const meeting = MeetingId.parse('meeting')
const item = AgendaItemId.parse('item')
const room = liveRoom(meeting, item)
const ofMeeting = { meeting, by: person('handler') }
const startsAt = instant(startAt + hourMs)
const to = instant(startsAt + hourMs)

const invited: Event[] = [
  {
    ...{ kind: 'meeting-drafted', ...ofMeeting, contentHash: fileHash('words'), type: 'regular' },
    ...{ startsAt, endsAt: to, chair: person('prime-minister'), handlers: [person('handler')] },
  },
  { kind: 'meeting-invited', ...ofMeeting },
  {
    ...{ kind: 'agenda-item-sent', ...ofMeeting, item, contentHash: fileHash('matter'), rank: 'a' },
    ...{ leadAgency: AgencyId.parse('health'), plannedMinutes: 20, reason: '', files: [] },
    readers: [person('minister')],
  },
  {
    ...{ kind: 'admitted-to-item', ...ofMeeting, item },
    admission: {
      person: person('guest'),
      as: 'guest',
      member: null,
      from: startAt,
      to,
      by: person('handler'),
    },
  },
]
const opened: Event = {
  ...{ kind: 'session-opened', meeting, by: person('prime-minister') },
  ...{ present: 4, members: 4, needed: 3 },
}

async function createWorld() {
  const office = await createTestOffice()
  const { ledger, signals, sessions } = office.database
  const { sessionOf } = office.desk.sessions
  const gate = createRoomGate({ ledger: ledger.read, clock: { now: () => startAt }, sessionOf })
  const enter = async (who: string, isDevice = true) => {
    const cookie = await office.cookieOf(who, isDevice)
    const access = await gate.open(room, { address: '', cookie, query: '' })
    return access.allow ? 'in' : access.code
  }
  const asked: string[] = []
  const live = { poke: () => {}, recheck: async (who: string) => void asked.push(who) }
  const news = createNews({
    ledger: ledger.read,
    signals,
    sessions,
    live,
    timers: createManualTime(),
    log: () => {},
  })
  return { office, enter, news, asked }
}

describe('the room of an item in session', () => {
  it('[M5][D2] lets in who reads the item, on an enrolled device, while the meeting is held', async () => {
    const { office, enter } = await createWorld()
    await office.append('invite', invited)
    expect(await enter('minister')).toBe(4403)
    await office.append('open', [opened])
    const found: Record<string, string | number> = {}
    for (const who of Object.keys(postsByPerson)) found[who] = await enter(who)
    const nobody = {
      ...Object.fromEntries(Object.keys(postsByPerson).map((who) => [who, 4403])),
      former: 4401,
    }
    const inside = Object.fromEntries(
      ['prime-minister', 'minister', 'handler', 'head', 'guest'].map((who) => [who, 'in']),
    )
    expect(found).toEqual({ ...nobody, ...inside })
    expect(await enter('minister', false)).toBe(4403)
  })

  it('[O5][D2] is left at once by whose admission ends, and asked anew of a former chair', async () => {
    const { office, enter, news, asked } = await createWorld()
    await office.append('invite', [...invited, opened])
    await news.start()
    const handedOver: Event = {
      ...{ kind: 'chair-handed-over', meeting, by: person('prime-minister'), to: person('deputy') },
    }
    const ended: Event = { kind: 'admission-ended', meeting, item, person: person('guest'), isLast: true }
    await office.append('change', [handedOver, ended])
    await news.stop()
    expect(asked.sort()).toEqual(['guest', 'prime-minister'])
    expect([await enter('prime-minister'), await enter('deputy'), await enter('guest')]).toEqual([
      4403,
      'in',
      4403,
    ])
  })
})
