import { person } from '../../domain/testing/cabinet.ts'
import { itemId, meetingId as meeting } from '../../domain/testing/meeting-office.ts'
import { type SessionOffice, voteName } from '../../domain/testing/session-office.ts'
import { instant } from '../../lib/time.ts'

const reason = 'lý do'
const item = itemId('d')

/** The meeting is held, with everything that can happen in it. Its chair is m3, the item `d` is for all. */
export function liveSession(office: SessionOffice): void {
  office.now = instant(Math.max(office.now, office.meeting.startsAt))
  for (const { id } of office.members()) office.mustTake(office.join(id))
  const take = (...acts: (() => Parameters<SessionOffice['mustTake']>[0])[]) => {
    for (const act of acts) office.mustTake(act())
  }
  const chair = 'm3'
  take(
    () => office.mark('m5', 'left'),
    () => office.act('leave-session', 'm6', { meeting }),
    () => office.open(chair),
    () => office.act('pause-session', chair, { meeting, reason }),
    () => office.act('resume-session', chair, { meeting }),
    () => office.ofItem('propose-for-block', chair, 'd'),
    () => office.startItem('d', 'sec'),
  )
  const first = office.ask('m2', 'd')
  office.mustTake(first)
  const second = office.ask('m2', 'd', 'order')
  office.mustTake(second)
  take(
    () => office.act('withdraw-request', 'm2', { meeting, item, request: second.id }),
    () => office.call(first, { by: 'sec', item: 'd' }),
    () => office.ofItem('finish-speaker', 'sec', 'd'),
    () => office.call(null, { by: chair, item: 'd', person: 'm2' }),
    () => office.ofItem('adopt-in-block', chair, 'd'),
    () => office.record({ item }, chair),
    () => office.conclude('d', chair),
    () => office.openVote({ item: 'd', by: chair }),
  )
  const of = voteName('d')
  const cast = (who: string, choice: string, id: string, prev: string[] = []) =>
    office.take(office.cast(who, choice, { item: 'd', id, prev, device: `${who}-${id}` }))
  cast('m2', 'agree', 'cast-one')
  cast('m2', 'other', 'cast-two')
  cast('m2', 'disagree', 'cast-three', ['cast-one', 'cast-two'])
  take(
    () => office.act('extend-vote', chair, { ...of, seconds: 90 }),
    () => office.act('close-vote', chair, of),
  )
  cast('m3', 'agree', 'cast-late')
  const wrong = office.enterPaper('m4', 'disagree', 'sec', {}, 'd')
  take(
    () => wrong,
    () => office.refusePaper(wrong),
  )
  const entered = office.enterPaper('m4', 'agree', 'sec', {}, 'd')
  take(
    () => entered,
    () => office.confirmPaper(entered),
  )
  take(
    () => office.openVote({ item: 'd', id: 'second', by: chair }),
    () => office.act('cancel-vote', chair, { ...voteName('d', 'second'), reason }),
    () => office.finishItem('d', chair),
    () => office.act('hand-over-chair', chair, { meeting, person: person('m2') }),
    () => office.openRoomScreen(),
    () => office.act('close-room-screen', 'm2', { meeting }),
    () => office.act('end-session', 'm2', { meeting }),
    () => office.draftMinutes(),
    () => office.concludeMeeting(),
    () => office.signMinutes(),
  )
}
