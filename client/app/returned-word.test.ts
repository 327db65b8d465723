import { expect, test } from 'vitest'
import { person } from '../../shared/domain/testing/cabinet.ts'
import { itemId, meetingId, startsAt } from '../../shared/domain/testing/meeting-office.ts'
import { SessionOffice, voteName } from '../../shared/domain/testing/session-office.ts'
import { instant, minuteMs } from '../../shared/lib/time.ts'
import type { ReturnedWord } from './returned-word.ts'
import { meetingTablet } from './testing/meeting-tablet.ts'

type Tablet = Awaited<ReturnType<typeof meetingTablet>>

const of = { meeting: meetingId, item: itemId('a') }
const handOver = (office: SessionOffice, to: string) =>
  office.mustTake(office.act('hand-over-chair', 'pm', { meeting: meetingId, person: person(to) }))
const toldOn = async (tablet: Tablet) => {
  await tablet.send()
  await tablet.pull()
  return tablet.sessions.returned().map(({ act, why }) => [act.kind, reasonOf(why)])
}
const reasonOf = (why: ReturnedWord['why']) => (why.kind === 'rejected' ? why.code : why.reason.kind)

test('[M8][M11][O1] what a former chair wrote down after the chair was handed over comes back whole; what they wrote before is recorded', async () => {
  const office = new SessionOffice().started()
  const old = await meetingTablet(office, 'pm')
  const write = (note: string) =>
    old.conduct.record(of, { what: 'note', person: null, from: office.now, to: null, note })
  await write('Mất mạng')
  office.now = instant(office.now + minuteMs)
  handOver(office, 'm2')
  office.now = instant(office.now + minuteMs)
  await write('Vẫn ghi tiếp')
  expect(await toldOn(old)).toEqual([['record-session', 'not-allowed']])
  const [word] = old.sessions.returned()
  expect([word?.note, word?.title, word?.itemTitle]).toEqual(['Vẫn ghi tiếp', 'Phiên họp thường kỳ', 'a'])
  expect(office.itemSession('a').records).toHaveLength(1)
})

test('[O1][O2] each word of a member that comes when the session is over, or the item is gone, is told with its reason', async () => {
  const office = new SessionOffice().started()
  office.mustTake(office.ofItem('propose-for-block', 'pm', 'b'))
  const away = await meetingTablet(office, 'm2')
  await away.sessions.requestToSpeak(of, 'speak')
  await away.sessions.pullFromBlock({ ...of, item: itemId('b') })
  office.mustTake(office.ofItem('adopt-in-block', 'pm', 'b'))
  office.mustTake(office.act('end-session', 'pm', { meeting: meetingId }))
  await away.sessions.leave(meetingId)
  expect(await toldOn(away)).toEqual([
    ['leave-session', 'wrong-state'],
    ['pull-from-block', 'wrong-state'],
    ['request-to-speak', 'wrong-state'],
  ])
})

test('[M6] a vote that comes after closing is told, also where an earlier one of the same member counts', async () => {
  const office = new SessionOffice().voting()
  const away = await meetingTablet(office, 'm2')
  await away.sessions.cast(voteName(), { choice: { kind: 'agree' }, text: '' })
  expect(await toldOn(away)).toEqual([])
  await away.sessions.cast(voteName(), { choice: { kind: 'disagree' }, text: '' })
  office.mustTake(office.closeVote())
  expect(await toldOn(away)).toEqual([['cast-vote', 'late']])
  expect(away.sessions.returned()[0]?.vote?.answer.choice).toEqual({ kind: 'disagree' })
})

test('what was asked for twice, or was said again and taken, is nothing to tell', async () => {
  const office = new SessionOffice().invited()
  const early = await meetingTablet(office, 'm2')
  await early.sessions.join(meetingId, 'in-room')
  expect(await toldOn(early)).toEqual([['join-session', 'session-not-near']])
  office.now = startsAt
  for (const { id } of office.members()) if (id !== 'm2') office.mustTake(office.join(id))
  await early.sessions.join(meetingId, 'in-room')
  expect(await toldOn(early)).toEqual([])
  office.mustTake(office.open())
  office.mustTake(office.startItem('a'))
  office.mustTake(office.ask('m2'))
  await early.sessions.requestToSpeak(of, 'speak')
  expect(await toldOn(early)).toEqual([])
})
