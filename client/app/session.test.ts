import { describe, expect, test } from 'vitest'
import { hashOf, opinionIssue, person } from '../../shared/domain/testing/cabinet.ts'
import { itemId, meetingId } from '../../shared/domain/testing/meeting-office.ts'
import { SessionOffice, voteName } from '../../shared/domain/testing/session-office.ts'
import { dayMs, instant, minuteMs } from '../../shared/lib/time.ts'
import type { SessionView } from './session.ts'
import { meetingTablet } from './testing/meeting-tablet.ts'

type Tablet = Awaited<ReturnType<typeof meetingTablet>>

const viewOn = ({ sessions }: Tablet): SessionView => {
  const view = sessions.get(meetingId)
  if (!view) throw new Error('not on this tablet')
  return view
}
const itemOn = (tablet: Tablet, id: string) => {
  const found = viewOn(tablet).items.find(({ item }) => item.id === id)
  if (!found) throw new Error(`no ${id}`)
  return found
}
const mineOn = (tablet: Tablet) => viewOn(tablet).voting?.view.mine ?? itemOn(tablet, 'a').votes[0]?.mine
const of = { meeting: meetingId, item: itemId('a') }
const agree = { choice: { kind: 'agree' }, text: '' } as const
const disagree = { choice: { kind: 'disagree' }, text: '' } as const

describe('a session on a tablet', () => {
  test('[M5][G3] one current item with its time, the quorum, and who may conduct', async () => {
    const office = new SessionOffice().started()
    office.now = instant(office.now + 5 * minuteMs)
    const chair = viewOn(await meetingTablet(office, 'pm'))
    expect(chair.current).toMatchObject({ item: { id: 'a' }, isCurrent: true, usedMs: 5 * minuteMs })
    expect(chair.items.filter(({ isCurrent }) => isCurrent)).toHaveLength(1)
    expect(chair.quorum.present).toBeGreaterThanOrEqual(chair.quorum.needed)
    expect([chair.isChair, chair.mayConduct]).toEqual([true, true])
    const member = viewOn(await meetingTablet(office, 'm2'))
    expect([member.isChair, member.mayConduct, member.isMember]).toEqual([false, false, true])
    const secretary = viewOn(await meetingTablet(office, 'sec'))
    expect([secretary.isChair, secretary.mayConduct, secretary.isMember]).toEqual([false, true, false])
  })

  test('[D2][M5] whoever does not read an item sees no current one while it is discussed', async () => {
    const office = new SessionOffice().started()
    office.mustTake(office.startItem('b'))
    expect(viewOn(await meetingTablet(office, 'm2')).current?.item.id).toBe('b')
    const without = viewOn(await meetingTablet(office, 'm4'))
    expect([without.current, without.items.map(({ item }) => item.id)]).toEqual([null, ['a']])
  })

  test('[M5][O1] a request to speak is saved, then stands in the queue behind points of order, then is one’s turn', async () => {
    const office = new SessionOffice().started()
    const tablet = await meetingTablet(office, 'm2')
    await tablet.sessions.requestToSpeak(of, 'speak')
    expect(itemOn(tablet, 'a')).toMatchObject({ mySpeech: { kind: 'saved' }, myRequest: null })
    await tablet.send()
    office.mustTake(office.ask('m3', 'a', 'order'))
    await tablet.pull()
    const { waiting, myRequest } = itemOn(tablet, 'a')
    expect(waiting.map(({ person, what }) => [person, what])).toEqual([
      ['m3', 'order'],
      ['m2', 'speak'],
    ])
    expect(myRequest?.state).toBe('waiting')
    office.mustTake(
      office.act('call-speaker', 'pm', {
        ...of,
        request: myRequest?.act ?? null,
        person: person('m2'),
        minutes: 3,
      }),
    )
    await tablet.pull()
    expect(itemOn(tablet, 'a').speaking).toMatchObject({ person: 'm2', minutes: 3 })
  })

  test('[M6][O1] a vote cast without a network is saved; recorded when its receipt has come; who, never what, is on the row', async () => {
    const office = new SessionOffice().voting()
    const tablet = await meetingTablet(office, 'm2')
    const { voting } = viewOn(tablet)
    expect(voting?.view.msLeft).toBe(minuteMs)
    expect((await tablet.sessions.cast(voteName(), agree)).ok).toBe(true)
    expect(mineOn(tablet)).toMatchObject({ kind: 'saved', outlook: { kind: 'accepted' } })
    await tablet.send()
    expect(mineOn(tablet)).toMatchObject({
      kind: 'recorded',
      said: { answers: [{ choice: { kind: 'agree' } }] },
    })
    await tablet.pull()
    expect(mineOn(tablet)).toMatchObject({ kind: 'recorded' })
    const other = viewOn(await meetingTablet(office, 'm3')).voting
    expect(other?.view.vote.castBy).toEqual(['m2'])
    expect(other?.view.mine).toEqual({ kind: 'none' })
  })

  test('[O8][M6] a tablet whose clock is a day wrong shows the time that is left, votes, and signs its own hour', async () => {
    for (const offMs of [dayMs, -dayMs]) {
      const office = new SessionOffice().voting()
      const tablet = await meetingTablet(office, 'm2', offMs)
      expect(viewOn(tablet).voting?.view.msLeft).toBe(minuteMs)
      await tablet.sessions.cast(voteName(), agree)
      expect(tablet.copy.outbox().at(-1)?.act.castAt).toBe(office.now + offMs)
      await tablet.send()
      expect(mineOn(tablet)).toMatchObject({ kind: 'recorded' })
    }
  })

  test('[B12][M6] two tablets of one member that differ are shown as a conflict until a cast names both', async () => {
    const office = new SessionOffice().voting()
    const one = await meetingTablet(office, 'm2')
    const other = await meetingTablet(office, 'm2')
    await one.sessions.cast(voteName(), agree)
    await other.sessions.cast(voteName(), disagree)
    await one.send()
    await other.send()
    await one.pull()
    expect(mineOn(one)).toMatchObject({ kind: 'conflict' })
    await one.sessions.cast(voteName(), disagree)
    await one.send()
    await one.pull()
    expect(mineOn(one)).toMatchObject({
      kind: 'recorded',
      said: { answers: [{ choice: { kind: 'disagree' } }] },
    })
  })

  test('[M6][O2] a vote that was closed while the tablet was away: the cast is kept, held and told, and the tally has the names', async () => {
    const office = new SessionOffice().voting()
    const tablet = await meetingTablet(office, 'm2')
    await tablet.sessions.cast(voteName(), disagree)
    office.now = instant(office.now + 2 * minuteMs)
    office.runDueVotes()
    await tablet.send()
    await tablet.pull()
    const [vote] = itemOn(tablet, 'a').votes
    expect(vote).toMatchObject({
      isUnderWay: false,
      msLeft: 0,
      mine: { kind: 'held', reason: { kind: 'late' } },
    })
    expect(vote?.tally?.tally.entries).toHaveLength(office.members().length)
    expect(vote?.vote.held.map(({ person }) => person)).toEqual(['m2'])
  })

  test('[B2][O6] another opinion without its words is not signed', async () => {
    const office = new SessionOffice().voting()
    const tablet = await meetingTablet(office, 'm2')
    const cast = await tablet.sessions.cast(voteName(), { choice: { kind: 'other' }, text: ' ' })
    expect(cast).toEqual({ ok: false, error: { kind: 'answer-unfit', fault: 'opinion-text-missing' } })
    expect(tablet.waiting()).toEqual([])
  })

  test('[G3][M6] coming and leaving wait for the network, and are shown as saved until the Office has them', async () => {
    const office = new SessionOffice().gathered('m2')
    const tablet = await meetingTablet(office, 'm2')
    expect(viewOn(tablet).mine).toBeNull()
    await tablet.sessions.join(meetingId, 'remote')
    expect(viewOn(tablet).mine).toEqual({ state: 'remote', at: null })
    await tablet.send()
    await tablet.pull()
    expect(viewOn(tablet).mine).toEqual({ state: 'remote', at: office.now })
    const before = viewOn(tablet).quorum.present
    await tablet.sessions.leave(meetingId)
    expect(viewOn(tablet).mine).toEqual({ state: 'left', at: null })
    await tablet.send()
    await tablet.pull()
    expect(viewOn(tablet).quorum.present).toBe(before - 1)
  })

  test('[M6][O5] one is there while the session is held and until one leaves', async () => {
    const before = await meetingTablet(new SessionOffice().gathered('m2'), 'm2')
    await before.sessions.join(meetingId, 'in-room')
    expect([viewOn(before).meeting.phase.state, before.sessions.isThere()]).toEqual(['invited', false])
    const tablet = await meetingTablet(new SessionOffice().started(), 'm2')
    await tablet.sessions.leave(meetingId)
    expect(tablet.sessions.isThere()).toBe(false)
    await tablet.sessions.join(meetingId, 'remote')
    expect(tablet.sessions.isThere()).toBe(true)
  })

  test('[M4] whoever wants to discuss an item takes it out of the block, from any tablet', async () => {
    const office = new SessionOffice().started()
    office.mustTake(office.ofItem('propose-for-block', 'pm', 'a'))
    const tablet = await meetingTablet(office, 'm2')
    await tablet.sessions.pullFromBlock(of)
    await tablet.send()
    await tablet.pull()
    expect(itemOn(tablet, 'a').row.block?.pulled.map(({ person }) => person)).toEqual(['m2'])
  })
})

describe('the chair’s console', () => {
  test('[M5][M6] conducts at the server: item, vote, conclusion; without words nothing goes out', async () => {
    const office = new SessionOffice().gathered()
    const tablet = await meetingTablet(office, 'pm')
    const { conduct } = tablet
    const told = [
      await conduct.open(meetingId),
      await conduct.startItem(of),
      await conduct.openVote(of, { issue: opinionIssue(), text: 'Thông qua Nghị quyết' }, 60),
    ]
    expect(told.map((each) => each.ok && each.value.kind)).toEqual(['accepted', 'accepted', 'accepted'])
    await tablet.pull()
    expect(viewOn(tablet).voting?.view.content.text).toBe('Thông qua Nghị quyết')
    const empty = await conduct.concludeItem(of, { text: ' ', assignments: [] }, null)
    expect(empty).toEqual({ ok: false, error: { kind: 'content-malformed' } })
  })

  test('[M8][O9] keeps a record while the server is away, which is delivered when it is there again', async () => {
    const office = new SessionOffice().started()
    const tablet = await meetingTablet(office, 'pm')
    const from = office.now
    office.now = instant(office.now + 10 * minuteMs)
    const entry = { what: 'spoke' as const, person: person('m3'), from, to: office.now }
    await tablet.conduct.record(of, { ...entry, note: 'Phát biểu khi mất mạng' })
    expect(tablet.waiting()).toEqual(['record-session'])
    await tablet.send()
    await tablet.pull()
    expect(itemOn(tablet, 'a').row.records).toMatchObject([{ what: 'spoke', person: 'm3', from }])
    expect(itemOn(tablet, 'a').row.spans.length).toBe(1)
  })

  test('[M7] an officer enters a vote on paper in words of the vote', async () => {
    const office = new SessionOffice().voting()
    const tablet = await meetingTablet(office, 'sec')
    const paper = hashOf('a scan')
    office.files.set(paper, { size: 9, pages: 1 })
    const said = {
      choice: { kind: 'agree' } as const,
      text: '',
      person: person('m4'),
      paper,
      reason: 'máy hỏng',
    }
    const entered = await tablet.conduct.enterPaper(voteName(), said)
    expect(entered.ok && entered.value.kind).toBe('accepted')
  })
})
