import { describe, expect, test } from 'vitest'
import { hourMs, instant, minuteMs } from '../lib/time.ts'
import { readerOver } from './entity.ts'
import { isCurrent } from './item-session.ts'
import { cabinetOf, day, person, post, someone } from './testing/cabinet.ts'
import { itemId, meetingId, reasonOf, startsAt, visitors } from './testing/meeting-office.ts'
import { SessionOffice } from './testing/session-office.ts'

const meeting = meetingId
const current = (office: SessionOffice) =>
  readerOver(office.rows)
    .list('item-session')
    .filter(isCurrent)
    .map(({ item }) => item)

describe('opening', () => {
  const with27 = () => new SessionOffice([...cabinetOf(27), ...visitors])
  const refusal = (office: SessionOffice) => {
    const verdict = office.take(office.open())
    return verdict.kind === 'refused' ? verdict.reason : verdict.kind
  }

  test('[G3] needs two thirds of all members: of 27, 18', () => {
    const office = with27()
    const missing = office.members().slice(0, 10)
    office.gathered(...missing.map(({ id }) => id))
    expect(refusal(office)).toEqual({ kind: 'no-quorum', present: 17, needed: 18, members: 27 })
    office.mustTake(office.join(missing[0]?.id ?? '', 'remote'))
    expect(refusal(office)).toBe('accepted')
    expect(office.session.opened).toMatchObject({ present: 18, needed: 18, members: 27 })
    expect(office.meeting.phase.state).toBe('in-session')
  })

  test('[G3] a substitute who has come, and who has left again, do not count', () => {
    const office = new SessionOffice().gathered('m2', 'm3')
    office.mustTake(office.namesSubstitute('m2'))
    office.mustTake(office.admit('a', 'sub', 'm2'))
    office.mustTake(office.join('sub'))
    expect(reasonOf(office.take(office.open()))).toBe('refused:no-quorum')
    office.mustTake(office.join('m3'))
    office.mustTake(office.act('leave-session', 'm4', { meeting }))
    expect(reasonOf(office.take(office.open()))).toBe('refused:no-quorum')
    office.mustTake(office.mark('m4', 'in-room'))
    expect(reasonOf(office.take(office.open()))).toBe('accepted')
  })

  test('[M3][G3] an absent member who comes after all, though the substitute is there: the member counts and votes, the substitute goes on reading and speaking', () => {
    const office = new SessionOffice().gathered('m2')
    office.mustTake(office.namesSubstitute('m2'))
    office.mustTake(office.admit('a', 'sub', 'm2'))
    office.mustTake(office.join('sub'))
    office.mustTake(office.open())
    office.mustTake(office.join('m2'))
    expect([office.isThere('m2'), office.isThere('sub')]).toEqual([true, true])
    office.mustTake(office.startItem('a'))
    office.mustTake(office.openVote())
    expect(office.vote().opened).toMatchObject({ present: 5, members: 5 })
    office.mustTake(office.cast('m2', 'agree'))
    expect(reasonOf(office.take(office.cast('sub', 'disagree')))).toBe('refused:not-allowed')
    office.mustTake(office.ask('sub'))
    expect(office.vote().castBy).toEqual(['m2'])
  })

  test('[G1] counts who is in post that day', () => {
    const office = new SessionOffice([
      ...cabinetOf(5),
      ...visitors,
      someone('former', post('minister', { to: day('2026-03-04') })),
    ])
    office.gathered('m4', 'm5')
    expect(refusal(office)).toMatchObject({ present: 3, members: 5, needed: 4 })
  })

  test('[M11] is the chair’s; another member, the Office, a substitute may not', () => {
    const office = new SessionOffice().gathered()
    for (const who of ['m2', 'head', 'sec']) {
      expect([who, reasonOf(office.take(office.open(who)))]).toEqual([who, 'refused:not-allowed'])
    }
    expect(reasonOf(office.take(office.open('sub')))).toBe('refused:not-found')
  })
})

describe('coming and leaving', () => {
  test('[M5] late arrival, leaving and another way of being there are spans; what is so already keeps its hour', () => {
    const office = new SessionOffice().gathered('m5')
    office.mustTake(office.open())
    const spans = () => readerOver(office.rows).get('presence', `presence/${meeting}/m5`)?.spans
    const hours = [0, 1, 2, 3].map((hour) => instant(startsAt + hour * minuteMs))
    const [, came, moved, left] = hours
    office.now = came ?? office.now
    office.mustTake(office.mark('m5', 'in-room'))
    office.now = moved ?? office.now
    office.mustTake(office.join('m5', 'in-room'))
    office.mustTake(office.join('m5', 'remote'))
    office.now = left ?? office.now
    office.mustTake(office.act('leave-session', 'm5', { meeting }))
    office.mustTake(office.mark('m5', 'left'))
    expect(spans()).toEqual([
      { how: 'in-room', from: came, to: moved, by: 'sec' },
      { how: 'remote', from: moved, to: left, by: 'm5' },
    ])
  })

  test('[G3] is noted from 12 hours before the hour on, of members and of who is let in', () => {
    const office = new SessionOffice().invited()
    expect(reasonOf(office.take(office.join('m2')))).toBe('refused:session-not-near')
    office.now = instant(startsAt - 12 * hourMs)
    expect(reasonOf(office.take(office.join('m2')))).toBe('accepted')
    expect(reasonOf(office.take(office.mark('guest', 'in-room')))).toBe('refused:not-admissible')
    office.mustTake(office.admit('a', 'guest'))
    expect(reasonOf(office.take(office.mark('guest', 'in-room')))).toBe('accepted')
  })
})

describe('the current item', () => {
  test('[M5] is one at most: starting one ends the other with its speaker', () => {
    const office = new SessionOffice().started()
    const asked = office.ask('m2')
    office.mustTake(asked)
    office.mustTake(office.call(asked))
    office.mustTake(office.startItem('b', 'sec'))
    expect(current(office)).toEqual(['b'])
    expect(office.itemSession('a').queue).toMatchObject([{ state: 'done', minutes: 5 }])
    expect(reasonOf(office.take(office.startItem('b')))).toBe('refused:already-done')
    office.mustTake(office.finishItem('b'))
    expect(current(office)).toEqual([])
    office.mustTake(office.startItem('a'))
    expect(office.itemSession('a').spans.length).toBe(2)
  })

  test('[M11] two who start at once are ordered by the ledger: the last holds, the first has ended', () => {
    const office = new SessionOffice().gathered()
    office.mustTake(office.open())
    const acts = [office.startItem('a', 'pm'), office.startItem('b', 'sec')]
    for (const act of acts) office.mustTake(act)
    expect(current(office)).toEqual(['b'])
    expect(reasonOf(office.take(office.finishItem('a')))).toBe('refused:item-not-current')
  })

  test('[M5] is not taken off the agenda while it is discussed; another one is, and cannot be started then', () => {
    const office = new SessionOffice().started()
    const withdraw = (id: string) =>
      office.act('withdraw-agenda-item', 'head', { meeting, item: itemId(id), reason: 'lý do' })
    expect(reasonOf(office.take(withdraw('a')))).toBe('refused:item-is-current')
    expect(reasonOf(office.take(withdraw('b')))).toBe('accepted')
    expect(reasonOf(office.take(office.startItem('b')))).toBe('refused:not-found')
    office.mustTake(office.finishItem('a'))
    expect(reasonOf(office.take(withdraw('a')))).toBe('accepted')
  })
})

describe('who speaks', () => {
  test('[M5] asks, is called, timed and finished; the next one ends the one before', () => {
    const office = new SessionOffice().started()
    const [first, second] = [office.ask('m2'), office.ask('m3', 'a', 'order')]
    office.mustTake(first)
    office.mustTake(second)
    expect(reasonOf(office.take(office.ask('m2')))).toBe('refused:already-done')
    office.mustTake(office.call(first, { by: 'sec' }))
    const calledAt = office.now
    office.now = instant(office.now + 3 * minuteMs)
    office.mustTake(office.call(second))
    office.mustTake(office.ofItem('finish-speaker', 'pm'))
    expect(office.itemSession('a').queue).toMatchObject([
      { person: 'm2', what: 'speak', state: 'done', calledAt, finishedAt: office.now },
      { person: 'm3', what: 'order', state: 'done', calledAt: office.now, finishedAt: office.now },
    ])
    expect(reasonOf(office.take(office.call(first)))).toBe('refused:already-done')
  })

  test('[M5][M7] may be called without having asked, if they may be there', () => {
    const office = new SessionOffice().started()
    expect(reasonOf(office.take(office.call(null, { person: 'guest' })))).toBe('refused:not-admissible')
    office.mustTake(office.admit('a', 'guest'))
    office.mustTake(office.call(null, { person: 'guest' }))
    expect(office.itemSession('a').queue).toMatchObject([{ person: 'guest', state: 'speaking' }])
  })

  test('[M3] a substitute asks on the item they are let in to, and on no other; a request is one’s own', () => {
    const office = new SessionOffice().started()
    office.mustTake(office.namesSubstitute('m2'))
    office.mustTake(office.admit('a', 'sub', 'm2'))
    const asked = office.ask('sub')
    expect(reasonOf(office.take(asked))).toBe('accepted')
    expect(reasonOf(office.take(office.ask('sub', 'b')))).toBe('refused:not-found')
    const withdraw = { meeting, item: itemId('a'), request: asked.id }
    expect(reasonOf(office.take(office.act('withdraw-request', 'm3', withdraw)))).toBe('refused:not-found')
    expect(reasonOf(office.take(office.act('withdraw-request', 'sub', withdraw)))).toBe('accepted')
    expect(reasonOf(office.take(office.call(asked)))).toBe('refused:already-done')
  })
})

describe('adopted together', () => {
  const opened = () => {
    const office = new SessionOffice().gathered()
    office.mustTake(office.open())
    return office
  }

  test('[M4] what nobody objects to, unless a member takes it out with one tap', () => {
    const office = opened()
    office.mustTake(office.ofItem('propose-for-block', 'pm', 'a'))
    office.mustTake(office.ofItem('propose-for-block', 'pm', 'b'))
    office.mustTake(office.ofItem('pull-from-block', 'm3', 'b'))
    expect(reasonOf(office.take(office.ofItem('adopt-in-block', 'pm', 'b')))).toBe(
      'refused:pulled-from-block',
    )
    expect(reasonOf(office.take(office.ofItem('propose-for-block', 'pm', 'b')))).toBe(
      'refused:pulled-from-block',
    )
    office.mustTake(office.ofItem('adopt-in-block', 'pm', 'a'))
    expect(office.itemSession('a').block?.adopted).toMatchObject({ by: 'pm', present: 5, members: 5 })
    expect(reasonOf(office.take(office.ofItem('pull-from-block', 'm3', 'a')))).toBe('refused:already-done')
  })

  test('[M4] not what a member has objected to before; [D2] nobody takes out what they may not read', () => {
    const office = new SessionOffice().invited()
    office.mustTake(office.takePosition('m3', 'a'))
    office.now = startsAt
    for (const { id } of office.members()) office.mustTake(office.join(id))
    office.mustTake(office.open())
    expect(reasonOf(office.take(office.ofItem('propose-for-block', 'pm')))).toBe('refused:objection-stands')
    office.mustTake(office.ofItem('propose-for-block', 'pm', 'b'))
    expect(reasonOf(office.take(office.ofItem('pull-from-block', 'm4', 'b')))).toBe('refused:not-found')
  })

  test('[G3] not without the quorum at that moment', () => {
    const office = opened()
    office.mustTake(office.ofItem('propose-for-block', 'pm'))
    for (const who of ['m4', 'm5']) office.mustTake(office.mark(who, 'left'))
    expect(reasonOf(office.take(office.ofItem('adopt-in-block', 'pm')))).toBe('refused:no-quorum')
  })
})

describe('the chair', () => {
  test('[M11] hands over to a member who is there; from then on only the new one conducts', () => {
    const office = new SessionOffice().started()
    const handOver = (to: string) => office.act('hand-over-chair', 'pm', { meeting, person: person(to) })
    office.mustTake(office.mark('m3', 'left'))
    expect(reasonOf(office.take(handOver('m3')))).toBe('refused:not-present')
    expect(reasonOf(office.take(handOver('sub')))).toBe('refused:chair-not-member')
    office.mustTake(handOver('m2'))
    expect([office.meeting.chair, office.session.handovers]).toEqual([
      'm2',
      [{ from: 'pm', to: 'm2', at: office.now }],
    ])
    expect(reasonOf(office.take(office.openVote()))).toBe('refused:not-allowed')
    expect(reasonOf(office.take(office.openVote({ by: 'm2' })))).toBe('accepted')
  })

  test('[M9] concludes each item, again until the meeting is concluded, and every wording is kept', () => {
    const office = new SessionOffice().started()
    office.mustTake(office.conclude())
    office.mustTake(office.act('end-session', 'pm', { meeting }))
    expect(current(office)).toEqual([])
    office.mustTake(office.conclude())
    expect(office.itemSession('a').conclusions.length).toBe(2)
    expect(reasonOf(office.take(office.conclude('a', 'head')))).toBe('refused:not-allowed')
  })

  test('[M5] pauses and resumes; the end closes the pause and the item', () => {
    const office = new SessionOffice().started()
    const at = office.now
    office.mustTake(office.act('pause-session', 'pm', { meeting, reason: 'giải lao' }))
    expect(reasonOf(office.take(office.startItem('b')))).toBe('refused:wrong-state')
    office.mustTake(office.act('end-session', 'pm', { meeting }))
    expect(office.session).toMatchObject({ pauses: [{ from: at, to: at }], ended: { by: 'pm' } })
  })
})
