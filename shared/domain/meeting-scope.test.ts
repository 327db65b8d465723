import { describe, expect, test } from 'vitest'
import { hourMs, instant } from '../lib/time.ts'
import { type Subject, subjectOn } from './access.ts'
import { type EntityKey, readerOver } from './entity.ts'
import { ownedBy, ownersOf } from './row-owners.ts'
import { mayRead, scopesOfEntity, scopesOfSubject } from './scope.ts'
import { person } from './testing/cabinet.ts'
import { itemId, MeetingOffice, matterOf, meetingId } from './testing/meeting-office.ts'

const meetingKinds = new Set(['meeting', 'agenda-item', 'attendance', 'position'])

/** A sent meeting of which everybody has said something; and a third item, dropped before it was sent. */
function busy(): MeetingOffice {
  const office = new MeetingOffice().drafted()
  office.mustTake(office.draftItem('c'))
  office.mustTake(office.act('drop-agenda-item', 'sec', { meeting: meetingId, item: itemId('c') }))
  for (const act of [() => office.submit(), () => office.approve(), () => office.invite()])
    office.mustTake(act())
  office.mustTake(office.namesSubstitute('m2', { items: ['b'] }))
  office.mustTake(office.reply('m4', { kind: 'attends', how: 'remote' }))
  office.mustTake(office.admit('b', 'sub', 'm2'))
  office.mustTake(office.admit('a', 'guest'))
  for (const [who, item] of [
    ['m2', 'b'],
    ['m3', 'b'],
    ['m4', 'a'],
    ['pm', 'b'],
  ] as const) {
    office.mustTake(office.takePosition(who, item))
  }
  const { contentHash } = office.item('b')
  office.mustTake(
    office.act('mark-item-delivered', 'sub', { meeting: meetingId, item: itemId('b'), contentHash }),
  )
  return office
}

const subjectIn = (office: MeetingOffice, who: string): Subject => {
  const found = readerOver(office.rows).get('person', `person/${who}`)
  if (!found) throw new Error(`nobody called ${who}`)
  return subjectOn(found, null, office.now)
}

const rowsFor = (office: MeetingOffice, who: string): EntityKey[] => {
  const reader = readerOver(office.rows)
  const subject = subjectIn(office, who)
  return [...office.rows]
    .filter(([, entity]) => meetingKinds.has(entity.kind))
    .filter(([, entity]) => mayRead(subject, entity, ownersOf(entity, reader)))
    .map(([key]) => key)
    .sort()
}

const foundBy = (office: MeetingOffice, who: string): EntityKey[] => {
  const reader = readerOver(office.rows)
  const held = new Set(scopesOfSubject(subjectIn(office, who)))
  return [...office.rows]
    .filter(([, entity]) => meetingKinds.has(entity.kind))
    .filter(([, entity]) => scopesOfEntity(entity, ownersOf(entity, reader)).some((scope) => held.has(scope)))
    .map(([key]) => key)
    .sort()
}

const everybody = [
  'pm',
  'm2',
  'm3',
  'm4',
  'm5',
  'sec',
  'sec2',
  'head',
  'sub',
  'sub2',
  'guest',
  'guest2',
  'admin',
]
const ofMeeting = 'meeting/meeting'
const of = (...keys: string[]) => [...keys, ofMeeting].sort()
const [itemA, itemB, itemC] = ['a', 'b', 'c'].map((id) => `agenda-item/meeting/${id}`) as [
  string,
  string,
  string,
]

describe('the rows of a meeting', () => {
  test('[D2][M3][M4] go to exactly these', () => {
    const office = busy()
    const said = {
      m2: 'attendance/meeting/m2',
      m4: 'attendance/meeting/m4',
      bOfM2: 'position/meeting/b/m2',
      bOfM3: 'position/meeting/b/m3',
      aOfM4: 'position/meeting/a/m4',
      bOfPm: 'position/meeting/b/pm',
      bOfSub: 'position/meeting/b/sub',
    }
    const all = Object.values(said)
    expect(Object.fromEntries(everybody.map((who) => [who, rowsFor(office, who)]))).toEqual({
      pm: of(itemA, itemB, ...all),
      m2: of(itemA, itemB, said.m2, said.bOfM2),
      m3: of(itemA, itemB, said.bOfM3),
      m4: of(itemA, said.m4, said.aOfM4),
      m5: of(itemA),
      sec: of(itemA, itemB, itemC, ...all),
      sec2: [],
      head: of(itemA, itemB, itemC, ...all),
      sub: of(itemB, said.bOfSub),
      sub2: [],
      guest: of(itemA),
      guest2: [],
      admin: [],
    })
  })

  test('[D2] are found by the scopes of just those who may read them', () => {
    const office = busy()
    const check = () => {
      for (const who of everybody) expect([who, foundBy(office, who)]).toEqual([who, rowsFor(office, who)])
    }
    check()
    office.mustTake(office.changeItem('b', ['m5'], matterOf('b')))
    check()
    office.mustTake(
      office.act('change-meeting', 'head', { ...office.schedule({ chair: 'm3' }), reason: 'đi công tác' }),
    )
    check()
    office.endAdmission('b', 'sub')
    office.endAdmission('a', 'guest')
    check()
    expect(rowsFor(office, 'sub')).toEqual([])
    expect(rowsFor(office, 'm2')).toEqual(of(itemA, 'attendance/meeting/m2'))
  })

  test('[D2] hold no trace of an item for who may not read it', () => {
    const office = busy()
    const secret = [itemId('b'), office.item('b').contentHash, ...office.item('b').files]
    for (const who of everybody) {
      const keys = rowsFor(office, who)
      if (keys.includes(itemB)) continue
      const told = JSON.stringify(keys.map((key) => [key, office.rows.get(key)]))
      for (const word of secret) expect([who, told.includes(`"${word}"`)]).toEqual([who, false])
      expect(told).not.toContain('/b')
    }
  })

  test('[D2] are nobody’s but the Office’s before the invitation', () => {
    const office = new MeetingOffice().drafted()
    office.mustTake(office.admit('a', 'guest'))
    const read = Object.fromEntries(everybody.map((who) => [who, rowsFor(office, who).length]))
    expect(Object.entries(read).filter(([, count]) => count > 0)).toEqual([
      ['sec', 3],
      ['head', 3],
    ])
  })

  test('[D2] a guest reads until the hour, to the millisecond, and no longer', () => {
    const office = new MeetingOffice().invited()
    const to = instant(office.now + hourMs)
    office.mustTake(office.admit('a', 'guest', null, { to }))
    office.now = to
    expect(rowsFor(office, 'guest')).toEqual(of(itemA))
    office.now = instant(to + 1)
    expect(rowsFor(office, 'guest')).not.toContain(itemA)
    office.endAdmission('a', 'guest')
    expect([rowsFor(office, 'guest'), foundBy(office, 'guest')]).toEqual([[], []])
    expect(office.item('a').admissions.map(({ endedAt }) => endedAt)).toEqual([to + 1])
  })

  test('[D2] are looked at again when their readers change, and only then', () => {
    const office = new MeetingOffice().drafted()
    const before = office.meeting
    const all = ownedBy(before, undefined)
    expect(all).toContain(`agenda-item/${meetingId}/`)
    expect(all).toContain(`room-screen/${meetingId}`)
    const ofAll = [`session/${meetingId}`, `presence/${meetingId}/`]
    expect(ownedBy({ ...before, admitted: [person('guest')] }, before)).toEqual(ofAll)
    expect(ownedBy({ ...before, chair: person('m2') }, before)).toEqual(all)
    expect(ownedBy({ ...before, invitedAt: office.now }, before)).toEqual(all)
    const item = office.item('a')
    expect(ownedBy({ ...item, rank: 'z' }, item)).toEqual([])
    const ofItem = ownedBy({ ...item, readers: [] }, item)
    expect([ofItem.length, ofItem[0]]).toEqual([6, `position/${meetingId}/a/`])
  })
})
