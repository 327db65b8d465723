import { blankItem } from '../../client/app/agenda-item-editing.ts'
import { evenRanks } from '../../client/app/agenda-rank.ts'
import { blankMeeting } from '../../client/app/meeting-editing.ts'
import type { AgendaItemId, MeetingId } from '../../shared/domain/id.ts'
import { meetingKey } from '../../shared/domain/meeting.ts'
import { dayOf, formatHour, hourMs, instant } from '../../shared/lib/time.ts'
import { agency } from './meeting-people.ts'
import { accepted, type WholeTablet, whenSo } from './meeting-tablet.ts'

export type BenchMeeting = { meeting: MeetingId; items: AgendaItemId[] }

const itemCount = 6

/** A meeting that begins within the hour, through the Office's own screens' functions: drafted, approved, sent out. */
export async function prepareMeeting(secretary: WholeTablet, head: WholeTablet): Promise<BenchMeeting> {
  const app = secretary.app()
  const { officeMeetings: desk } = app
  const meeting = desk.newMeeting()
  const items = Array.from({ length: itemCount }, () => desk.newItem())
  const [startsAt, endsAt] = [instant(app.now() + hourMs / 2), instant(app.now() + 4 * hourMs)]
  const sheet = {
    ...blankMeeting(app.identity.person, app.now(), app.copy.reader.list('person')),
    title: 'Phiên họp Chính phủ thường kỳ',
    place: 'Phòng họp số 1',
    ...{ day: dayOf(startsAt), hour: formatHour(startsAt) },
    ...{ endDay: dayOf(endsAt), endHour: formatHour(endsAt) },
  }
  await accepted('draft', desk.storeMeeting(meeting, sheet, null))
  const ranks = evenRanks(itemCount)
  for (const [i, item] of items.entries()) {
    const editing = {
      ...blankItem(item, ranks[i] ?? ''),
      title: `Dự án Luật số ${i + 1}`,
      presenter: 'Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ',
      summary: 'Cho ý kiến về những vấn đề còn ý kiến khác nhau của dự án Luật.',
      leadAgency: agency,
    }
    await accepted('item', desk.storeItem(meeting, editing, null))
  }
  const isComplete = (of: WholeTablet) =>
    whenSo(
      of.app().copy,
      'the agenda',
      () => of.app().officeMeetings.get(meeting)?.items.length === itemCount,
    )
  const isIn = (of: WholeTablet, state: string) =>
    whenSo(
      of.app().copy,
      state,
      () => of.app().copy.reader.get('meeting', meetingKey(meeting))?.phase.state === state,
    )
  await isComplete(secretary)
  await accepted('submit', desk.submit(meeting))
  await isIn(head, 'submitted')
  await isComplete(head)
  await accepted('approve', head.app().officeMeetings.approve(meeting))
  await isIn(secretary, 'approved')
  await accepted('invite', desk.invite(meeting))
  return { meeting, items }
}
