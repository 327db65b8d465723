import { describe, expect, test } from 'vitest'
import { minuteMs } from '../lib/time.ts'
import { RoomView, roomView } from './room-view.ts'
import { alternativesIssue } from './testing/cabinet.ts'
import { matterOf, secretPaper } from './testing/meeting-office.ts'
import { SessionOffice } from './testing/session-office.ts'

const see = (office: SessionOffice) => RoomView.parse(roomView(office.meeting, office.closing()))
const stageOf = (office: SessionOffice) => see(office).stage
const voteOf = (office: SessionOffice) => {
  const stage = stageOf(office)
  return stage.kind === 'item' ? stage.vote : null
}

describe('what the hall sees', () => {
  test('[G3][M11] before the opening: the hour, who chairs, and who is there', () => {
    const office = new SessionOffice().gathered('m4', 'm5')
    expect(see(office)).toEqual({
      title: 'Phiên họp thường kỳ',
      place: 'Phòng họp số 1',
      chair: { name: 'pm', post: 'prime-minister' },
      stage: {
        kind: 'before',
        startsAt: office.meeting.startsAt,
        quorum: { present: 3, members: 5, needed: 4 },
      },
    })
  })

  test('[M5] between items, in a break and after the end: nothing that would move', () => {
    const office = new SessionOffice().gathered()
    office.mustTake(office.open())
    expect(stageOf(office)).toEqual({ kind: 'between' })
    office.mustTake(office.startItem('a'))
    office.mustTake(office.act('pause-session', 'pm', { meeting: office.meeting.id, reason: 'giải lao' }))
    expect(stageOf(office)).toEqual({ kind: 'paused', since: office.now })
    office.mustTake(office.act('resume-session', 'pm', { meeting: office.meeting.id }))
    office.mustTake(office.finishItem('a'))
    expect(stageOf(office)).toEqual({ kind: 'between' })
    office.mustTake(office.act('end-session', 'pm', { meeting: office.meeting.id }))
    expect(stageOf(office)).toEqual({ kind: 'ended', at: office.now })
  })

  test('[M5] the item, the time it has taken, who speaks and until when', () => {
    const office = new SessionOffice().started()
    const since = office.now
    office.after(90)
    office.mustTake(office.call(null, { person: 'm3' }))
    expect(stageOf(office)).toEqual({
      kind: 'item',
      no: 1,
      title: 'a',
      presenter: 'Bộ trưởng Bộ Y tế',
      plannedMinutes: 20,
      usedMs: 0,
      since,
      speaker: {
        who: { name: 'm3', post: 'minister' },
        minutes: 5,
        calledAt: since + 1.5 * minuteMs,
        what: 'speak',
      },
      vote: null,
    })
    office.mustTake(office.startItem('b'))
    office.after(30)
    office.mustTake(office.startItem('a'))
    expect(stageOf(office)).toMatchObject({ usedMs: 1.5 * minuteMs, since: office.now, speaker: null })
  })

  test('[D2] an item that some member may not read has no title, no speaker and no vote, and is not counted', () => {
    const office = new SessionOffice().gathered()
    const open = office.items.map(({ id, readers }) => [id, readers === null])
    expect(open).toContainEqual(['b', false])
    office.mustTake(office.open())
    office.mustTake(office.startItem('b'))
    office.mustTake(office.openVote({ item: 'b' }))
    expect(stageOf(office)).toEqual({ kind: 'hidden' })
    expect(JSON.stringify(see(office))).not.toContain('"b"')
  })

  test('[M6] a vote under way says how many have voted, never who or what', () => {
    const office = new SessionOffice().voting()
    office.mustTake(office.cast('m2', 'disagree'))
    office.mustTake(office.cast('m3', 'other'))
    const text = JSON.stringify(see(office))
    expect(voteOf(office)).toEqual({
      state: 'open',
      question: expect.any(String),
      cast: 2,
      members: 5,
      closesAt: office.vote().closesAt,
    })
    for (const trace of ['m2', 'm3', 'disagree', 'other', 'lùi thời hạn']) expect(text).not.toContain(trace)
  })

  test('[M6] in a break a vote that is open stays in sight', () => {
    const office = new SessionOffice().voting()
    office.mustTake(office.act('pause-session', 'pm', { meeting: office.meeting.id, reason: 'giải lao' }))
    expect(voteOf(office)?.state).toBe('open')
  })

  test('[M6][B12] once it is closed: everybody by name, without the words of an opinion', () => {
    const office = new SessionOffice().voting()
    office.mustTake(office.cast('pm', 'agree'))
    office.mustTake(office.cast('m2', 'disagree'))
    office.mustTake(office.cast('m3', 'other'))
    office.take(office.cast('m4', 'agree', { id: 'one' }))
    office.take(office.cast('m4', 'disagree', { id: 'two', device: 'm4-2' }))
    office.mustTake(office.closeVote())
    expect(voteOf(office)).toMatchObject({
      state: 'closed',
      options: [],
      result: 'not-adopted',
      chosen: null,
      entries: [
        { name: 'pm', said: { kind: 'agree' } },
        { name: 'm2', said: { kind: 'disagree' } },
        { name: 'm3', said: { kind: 'other' } },
        { name: 'm4', said: { kind: 'held' } },
        { name: 'm5', said: { kind: 'not-voted' } },
      ],
    })
    expect(JSON.stringify(see(office))).not.toContain('lùi thời hạn')
  })

  test('[M6] the result gives way to the next speaker, and a cancelled vote leaves no trace', () => {
    const office = new SessionOffice().voting()
    office.mustTake(office.closeVote())
    expect(voteOf(office)?.state).toBe('closed')
    office.after(1)
    office.mustTake(office.call(null, { person: 'm3' }))
    expect(voteOf(office)).toBeNull()
    const cancelled = new SessionOffice().voting()
    const { meeting, item, id: vote } = cancelled.vote()
    cancelled.mustTake(cancelled.act('cancel-vote', 'pm', { meeting, item, vote, reason: 'hỏi lại' }))
    expect(voteOf(cancelled)).toBeNull()
  })

  test('[D3] an item with secret papers stays out of sight; one whose readers are all members does not', () => {
    const office = new SessionOffice().drafted()
    const secret = matterOf('0', { title: 'Việc mật', documents: [], secrets: [secretPaper] })
    office.mustTake(office.draftItem('0', null, secret))
    office.mustTake(office.draftItem('c', ['pm', 'm2', 'm3', 'm4', 'm5']))
    for (const act of [() => office.submit(), () => office.approve(), () => office.invite()]) {
      office.mustTake(act())
    }
    office.now = office.meeting.startsAt
    for (const { id } of office.members()) office.mustTake(office.join(id))
    office.mustTake(office.open())
    office.mustTake(office.startItem('0'))
    office.mustTake(office.call(null, { item: '0', person: 'm3' }))
    expect(stageOf(office)).toEqual({ kind: 'hidden' })
    office.mustTake(office.startItem('c'))
    expect(stageOf(office)).toMatchObject({ kind: 'item', no: 2, title: 'c' })
  })

  test('[M6] among alternatives each stands by its place', () => {
    const office = new SessionOffice().started()
    const issue = alternativesIssue(['first', 'second'])
    office.mustTake(office.openVote({ content: { issue, text: '' } }))
    const choice = JSON.stringify(['second'])
    for (const who of ['pm', 'm2', 'm3']) office.mustTake(office.cast(who, choice))
    office.mustTake(office.closeVote())
    expect(voteOf(office)).toMatchObject({
      result: 'adopted',
      chosen: 1,
      entries: [
        { said: { kind: 'chosen', options: [1] } },
        { said: { kind: 'chosen', options: [1] } },
        { said: { kind: 'chosen', options: [1] } },
        { said: { kind: 'not-voted' } },
        { said: { kind: 'not-voted' } },
      ],
    })
  })
})
