import { describe, expect, test } from 'vitest'
import { hashOf, opinionIssue, person } from '../../shared/domain/testing/cabinet.ts'
import { itemId, meetingId } from '../../shared/domain/testing/meeting-office.ts'
import { SessionOffice, voteName } from '../../shared/domain/testing/session-office.ts'
import { instant, minuteMs } from '../../shared/lib/time.ts'
import { meetingTablet } from './testing/meeting-tablet.ts'

type Tablet = Awaited<ReturnType<typeof meetingTablet>>

const meeting = meetingId
const item = itemId('a')
const viewOn = ({ sessions }: Tablet) => {
  const view = sessions.get(meeting)
  if (!view) throw new Error('not on this tablet')
  return view
}
const voteOn = (tablet: Tablet) => {
  const vote = viewOn(tablet).voteUnderWay ?? viewOn(tablet).items[0]?.votes.at(-1)
  if (!vote) throw new Error('no vote')
  return vote
}
const cast = (tablet: Tablet, kind: 'agree' | 'disagree' | 'other', text = '') =>
  tablet.sessions.cast({ ...voteName(), choice: { kind }, text })

describe('a meeting in session on a tablet', () => {
  test('[M5][D2] shows the current item, and of an item that its owner may not read only that the meeting goes on', async () => {
    const office = new SessionOffice().started()
    const [two, four] = [await meetingTablet(office, 'm2'), await meetingTablet(office, 'm4')]
    expect([viewOn(two).current?.item.id, viewOn(four).current?.item.id]).toEqual(['a', 'a'])
    office.mustTake(office.startItem('b'))
    await two.pull()
    await four.pull()
    expect([viewOn(two).current?.item.id, viewOn(four).current]).toEqual(['b', null])
    expect([viewOn(four).session?.ended, viewOn(four).quorum.present]).toEqual([null, 5])
  })

  test('[M5] counts planned and used minutes of the item and of who speaks; points of order come first', async () => {
    const office = new SessionOffice().started()
    const first = office.ask('m2')
    for (const act of [first, office.ask('m3'), office.ask('m4', 'a', 'order')]) office.mustTake(act)
    office.now = instant(office.now + 2 * minuteMs)
    office.mustTake(office.call(first))
    office.now = instant(office.now + 3 * minuteMs)
    const { current } = viewOn(await meetingTablet(office, 'm2'))
    expect([current?.usedMs, current?.plannedMs]).toEqual([5 * minuteMs, 20 * minuteMs])
    expect(current?.speaker).toMatchObject({ person: 'm2', usedMs: 3 * minuteMs, plannedMs: 5 * minuteMs })
    expect(current?.waiting.map((line) => line.person)).toEqual(['m4', 'm3'])
  })

  test('[O1][M5] a request waits here without a network, then stands in the queue; so does coming', async () => {
    const office = new SessionOffice().started()
    const tablet = await meetingTablet(office, 'm2')
    await tablet.sessions.say('request-to-speak', { meeting, item, what: 'speak' })
    await tablet.sessions.say('join-session', { meeting, how: 'remote' })
    expect(viewOn(tablet).current?.myRequest).toMatchObject({ word: { kind: 'saved' }, entry: null })
    expect(viewOn(tablet).myPresence).toMatchObject({ kind: 'saved', said: 'remote' })
    await tablet.send()
    expect(viewOn(tablet).current?.myRequest.word).toMatchObject({ kind: 'recorded', said: 'speak' })
    await tablet.pull()
    expect(viewOn(tablet).current?.myRequest.entry).toMatchObject({ state: 'waiting' })
    expect(viewOn(tablet).amThere).toBe(true)
  })
})

describe('one’s own vote', () => {
  test('[O1][M6] is saved, recorded by its receipt, and stands in the count when that has come', async () => {
    const office = new SessionOffice().voting()
    const tablet = await meetingTablet(office, 'm2')
    expect(voteOn(tablet)).toMatchObject({ msLeft: minuteMs, mine: { kind: 'none' }, tally: null })
    await cast(tablet, 'disagree')
    expect(voteOn(tablet).mine).toMatchObject({ kind: 'saved', outlook: { kind: 'accepted' } })
    await tablet.send()
    expect(voteOn(tablet).mine).toMatchObject({ kind: 'recorded', said: { choice: { kind: 'disagree' } } })
    await tablet.pull()
    expect(voteOn(tablet).mine).toMatchObject({ kind: 'recorded', said: { choice: { kind: 'disagree' } } })
    office.mustTake(office.closeVote())
    await tablet.pull()
    expect(viewOn(tablet).voteUnderWay).toBeNull()
    expect(voteOn(tablet).tally?.rounds.at(-1)?.tally.against).toBe(1)
  })

  test('[M6][O8] cast while the tablet was away is told as held, whatever its clock said', async () => {
    const office = new SessionOffice().voting()
    const tablet = await meetingTablet(office, 'm2')
    await cast(tablet, 'agree')
    office.mustTake(office.closeVote())
    await tablet.send()
    expect(voteOn(tablet).mine).toMatchObject({ kind: 'held', reason: { kind: 'late' } })
    await tablet.pull()
    expect(voteOn(tablet).mine).toMatchObject({ kind: 'held', said: { choice: { kind: 'agree' } } })
  })

  test('[B12][B6] of two tablets that differ is a conflict, ended by a cast that names both', async () => {
    const office = new SessionOffice().voting()
    const tablet = await meetingTablet(office, 'm2')
    office.mustTake(office.cast('m2', 'agree', { device: 'm2-2' }))
    await cast(tablet, 'disagree')
    await tablet.send()
    await tablet.pull()
    expect(voteOn(tablet).mine).toMatchObject({
      kind: 'conflict',
      heads: [{ choice: { kind: 'agree' } }, { choice: { kind: 'disagree' } }],
    })
    await cast(tablet, 'other', 'Xin cân nhắc thêm')
    await tablet.send()
    await tablet.pull()
    expect(voteOn(tablet).mine).toMatchObject({ kind: 'recorded', said: { text: 'Xin cân nhắc thêm' } })
  })

  test('[O6] that is none is said before anything is signed', async () => {
    const office = new SessionOffice().voting()
    const tablet = await meetingTablet(office, 'm2')
    expect(await cast(tablet, 'other')).toEqual({
      ok: false,
      error: { kind: 'answer-unfit', fault: 'opinion-text-missing' },
    })
    expect(tablet.waiting()).toEqual([])
  })
})

describe('the chair’s tablet', () => {
  test('[M5][M6] conducts at the server: item, speaker, vote, conclusion, end', async () => {
    const office = new SessionOffice().gathered()
    const tablet = await meetingTablet(office, 'pm')
    const { sessions } = tablet
    const told = [
      await sessions.conduct('open-session', { meeting }),
      await sessions.conduct('start-item', { meeting, item }),
      await sessions.openVote({ meeting, item }, { issue: opinionIssue(), text: 'Thông qua Nghị quyết' }, 60),
    ]
    expect(told.map((each) => each.ok && each.value.kind)).toEqual(['accepted', 'accepted', 'accepted'])
    await tablet.pull()
    expect([viewOn(tablet).isChair, viewOn(tablet).voteUnderWay?.content.text]).toEqual([
      true,
      'Thông qua Nghị quyết',
    ])
    const empty = await sessions.conclude({ meeting, item }, { text: ' ', assignments: [] })
    expect(empty).toEqual({ ok: false, error: { kind: 'content-malformed' } })
  })

  test('[M8][O9] keeps a record while the server is away, which is delivered when it is there again', async () => {
    const office = new SessionOffice().started()
    const tablet = await meetingTablet(office, 'pm')
    const from = office.now
    office.now = instant(office.now + 10 * minuteMs)
    const entry = { meeting, item, what: 'spoke' as const, person: person('m3'), from, to: office.now }
    await tablet.sessions.record({ ...entry, note: 'Phát biểu khi mất mạng' })
    expect(tablet.waiting()).toEqual(['record-session'])
    await tablet.send()
    await tablet.pull()
    expect(viewOn(tablet).current?.row.records).toMatchObject([
      { what: 'spoke', person: 'm3', from, to: office.now },
    ])
    expect(viewOn(tablet).current?.row.spans.length).toBe(1)
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
    const entered = await tablet.sessions.enterPaper({ ...voteName(), ...said })
    expect(entered.ok && entered.value.kind).toBe('accepted')
  })
})
