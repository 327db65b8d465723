import { describe, expect, test } from 'vitest'
import { hourMs, instant } from '../lib/time.ts'
import { hashOf, person } from './testing/cabinet.ts'
import { endsAt, itemId, MeetingOffice, matterOf, meetingId, reasonOf } from './testing/meeting-office.ts'

const meeting = meetingId
const reason = 'đi công tác'
const notAllowed = 'refused:not-allowed'
const notFound = 'refused:not-found'
const notAdmissible = 'refused:not-admissible'

describe('the answer to an invitation', () => {
  test('[M3] is kept with every one before it, and the last counts; what the Office said is of that one alone', () => {
    const office = new MeetingOffice().invited()
    office.mustTake(office.reply('m2', { kind: 'absent', reason }))
    const decide = { meeting, person: person('m2'), approved: true, reason: '' }
    office.mustTake(office.act('decide-absence', 'head', decide))
    expect(office.attendanceOf('m2')?.decision).toEqual({
      approved: true,
      by: 'head',
      at: office.now,
      reason: '',
    })
    office.mustTake(office.reply('m2', { kind: 'attends', how: 'in-room' }))
    const { replies, decision } = office.attendanceOf('m2') ?? {}
    expect(replies?.map(({ reply }) => reply.kind)).toEqual(['absent', 'attends'])
    expect(decision).toBe(null)
    expect(reasonOf(office.take(office.act('decide-absence', 'head', decide)))).toBe(notFound)
  })

  test('[M3][O3] is a member’s own: of no substitute, guest or officer', () => {
    const office = new MeetingOffice().invited()
    office.mustTake(office.admit('a', 'guest'))
    const told = ['guest', 'sub', 'sec', 'admin'].map((who) =>
      reasonOf(office.take(office.reply(who, { kind: 'attends', how: 'in-room' }))),
    )
    expect(told).toEqual([notAllowed, notFound, notAllowed, notFound])
  })

  test('[D2] names no item that its author may not read, and learns nothing by trying', () => {
    const office = new MeetingOffice().invited()
    const told = (who: string, item: string) =>
      reasonOf(office.take(office.namesSubstitute(who, { items: [item] })))
    expect([told('m4', 'b'), told('m4', 'no-such')]).toEqual([notFound, notFound])
    expect([told('m2', 'b'), told('pm', 'b')]).toEqual(['accepted', 'accepted'])
  })
})

describe('a substitute', () => {
  const withSubstitute = () => {
    const office = new MeetingOffice().invited()
    office.mustTake(office.namesSubstitute('m2'))
    office.mustTake(office.admit('a', 'sub', 'm2'))
    return office
  }

  test('[M3] is let in only where a member named them, for those items and hours, and not against the Office', () => {
    const office = new MeetingOffice().invited()
    const told = (...given: Parameters<MeetingOffice['admit']>) =>
      reasonOf(office.take(office.admit(...given)))
    expect(told('a', 'sub', 'm2')).toBe(notAdmissible)
    office.mustTake(office.namesSubstitute('m2'))
    expect(told('b', 'sub', 'm2')).toBe(notAdmissible)
    expect(told('a', 'sub2', 'm2')).toBe(notAdmissible)
    expect(told('a', 'sub', 'm3')).toBe(notAdmissible)
    expect(told('a', 'sub', 'm2', { to: instant(endsAt + hourMs) })).toBe(notAdmissible)
    const refuse = { meeting, person: person('m2'), approved: false, reason: 'cần dự' }
    office.mustTake(office.act('decide-absence', 'head', refuse))
    expect(told('a', 'sub', 'm2')).toBe(notAdmissible)
    office.mustTake(office.act('decide-absence', 'head', { ...refuse, approved: true }))
    expect(told('a', 'sub', 'm2')).toBe('accepted')
  })

  test('[M3] is not let in to what the member themselves no longer reads', () => {
    const office = new MeetingOffice().invited()
    office.mustTake(office.namesSubstitute('m2', { items: ['b'] }))
    office.mustTake(office.changeItem('b', ['m3'], matterOf('b')))
    expect(reasonOf(office.take(office.admit('b', 'sub', 'm2')))).toBe(notAdmissible)
  })

  test('[M3][M4] states the opinion of the member who named them, and of nobody else, not even as themselves', () => {
    const office = withSubstitute()
    const told = (member: string) => reasonOf(office.take(office.takePosition('sub', 'a', { member })))
    expect(['m2', 'm3', 'pm', 'sub'].map(told)).toEqual(['accepted', notAllowed, notAllowed, notAllowed])
    expect(office.positionOf('m2', 'a')?.taken.map(({ by, stance }) => [by, stance])).toEqual([
      ['sub', 'objection'],
    ])
    expect(office.positionOf('sub', 'a')).toBeUndefined()
  })

  test('[M3] has no word on an item that is not theirs, and does not learn that it is there', () => {
    const office = withSubstitute()
    const told = (item: string) =>
      reasonOf(
        office.take(
          office.act('mark-item-delivered', 'sub', { meeting, item: itemId(item), contentHash: hashOf('x') }),
        ),
      )
    expect([told('b'), told('no-such')]).toEqual([notFound, notFound])
    expect(told('a')).toBe('refused:unknown-version')
  })

  test('[M3] falls silent when the member comes after all', () => {
    const office = withSubstitute()
    office.mustTake(office.reply('m2', { kind: 'attends', how: 'in-room' }))
    expect(reasonOf(office.take(office.takePosition('sub', 'a', { member: 'm2' })))).toBe(notAllowed)
    office.mustTake(office.takePosition('m2', 'a'))
  })

  test('[M3] speaks no longer when the hour has passed, to the millisecond, whether the server has noted it or not', () => {
    const office = new MeetingOffice().invited()
    office.mustTake(office.namesSubstitute('m2'))
    const to = instant(office.now + hourMs)
    office.mustTake(office.admit('a', 'sub', 'm2', { to }))
    office.now = to
    expect(reasonOf(office.take(office.takePosition('sub', 'a', { member: 'm2' })))).toBe('accepted')
    office.now = instant(to + 1)
    expect(reasonOf(office.take(office.takePosition('sub', 'a', { member: 'm2' })))).toBe(notFound)
    office.endAdmission('a', 'sub')
    expect(reasonOf(office.take(office.takePosition('sub', 'a', { member: 'm2' })))).toBe(notFound)
  })
})

describe('a guest', () => {
  test('[D2] is let in to one item at a time, and says nothing to it', () => {
    const office = new MeetingOffice().invited()
    office.mustTake(office.admit('a', 'guest'))
    expect(reasonOf(office.take(office.admit('b', 'guest')))).toBe(notAdmissible)
    expect(reasonOf(office.take(office.takePosition('guest', 'a')))).toBe(notAllowed)
    const dismiss = { meeting, item: itemId('a'), person: person('guest') }
    office.mustTake(office.act('dismiss-from-item', 'sec', dismiss))
    expect(office.meeting.admitted).toEqual([])
    expect(reasonOf(office.take(office.admit('b', 'guest')))).toBe('accepted')
  })

  test('[D2] is somebody in that post; nobody else is let in as one, nor for a time that has passed', () => {
    const office = new MeetingOffice().invited()
    const told = ['m2', 'sub', 'sec', 'nobody'].map((who) => reasonOf(office.take(office.admit('a', who))))
    expect(told).toEqual([notAdmissible, notAdmissible, notAdmissible, notAdmissible])
    const { now } = office
    const late = office.admit('a', 'guest', null, { from: instant(now - 2), to: now })
    expect(reasonOf(office.take(late))).toBe('refused:deadline-passed')
  })
})

describe('a position', () => {
  test('[M4] is taken on papers that were sent, and again on changed ones; every one is kept', () => {
    const office = new MeetingOffice().invited()
    const first = office.item('a').contentHash
    office.mustTake(office.takePosition('m2', 'a'))
    office.mustTake(office.changeItem('a', null, matterOf('a-changed')))
    office.mustTake(office.takePosition('m2', 'a', { contentHash: first }))
    office.mustTake(office.takePosition('m2', 'a'))
    expect(office.positionOf('m2', 'a')?.taken.map(({ contentHash }) => contentHash)).toEqual([
      first,
      first,
      office.item('a').contentHash,
    ])
    const unknown = office.takePosition('m2', 'a', { contentHash: hashOf('other') })
    expect(reasonOf(office.take(unknown))).toBe('refused:unknown-version')
  })

  test('[M4][D2] is of who reads the item', () => {
    const office = new MeetingOffice().invited()
    const told = ['m2', 'm4', 'pm', 'sec', 'admin'].map((who) =>
      reasonOf(office.take(office.takePosition(who, 'b'))),
    )
    expect(told).toEqual(['accepted', notFound, 'accepted', notAllowed, notFound])
  })

  test('[M4] comes with its note; and to an item taken off the agenda there is none', () => {
    const office = new MeetingOffice().invited()
    const act = office.takePosition('m2', 'a')
    office.openings.clear()
    expect(reasonOf(office.take(act))).toBe('refused:opening-missing')
    office.mustTake(
      office.act('withdraw-agenda-item', 'head', { meeting, item: itemId('a'), reason: 'hoãn' }),
    )
    expect(reasonOf(office.take(office.takePosition('m2', 'a')))).toBe('refused:wrong-state')
  })

  test('[M4] what lies on a tablet and what was opened is noted once', () => {
    const office = new MeetingOffice().invited()
    const { contentHash, files } = office.item('a')
    for (const _ of [1, 2]) {
      const item = itemId('a')
      office.mustTake(office.act('mark-item-delivered', 'm2', { meeting, item, contentHash }))
      office.mustTake(office.act('mark-item-opened', 'm2', { meeting, item, files: [...files, ...files] }))
    }
    const { delivered, opened } = office.positionOf('m2', 'a') ?? {}
    expect([delivered?.length, opened?.map(({ file }) => file)]).toEqual([1, files])
  })
})
