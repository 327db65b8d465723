import type { TFunction } from 'i18next'
import { chairAt } from '../../../shared/domain/session.ts'
import { dayOf, formatDay, formatHour, type Instant } from '../../../shared/lib/time.ts'
import type { CameLine, MinutesFacts } from '../../app/minutes-facts.ts'
import type { DraftedSection } from '../../app/minutes-sheet.ts'
import { byRank } from '../by-rank.ts'
import { draftedItem } from './drafted-item.ts'
import { spanText } from './span-text.ts'

/**
 * Minutes from what happened. An official paper: in Vietnamese, whatever language the screen has, and so the same on every device.
 * @param vi words in Vietnamese
 */
export const draftedSections = (facts: MinutesFacts, vi: TFunction): DraftedSection[] => [
  { key: 'opening', title: 'Thời gian, địa điểm, chủ trì', text: opening(facts) },
  { key: 'attendance', title: 'Thành phần dự họp', text: attendance(facts) },
  ...facts.items.map((item) => draftedItem(item, facts, vi)),
  { key: 'closing', title: 'Kết thúc phiên họp', text: closing(facts) },
]

const dayHour = (at: Instant): string => `${formatHour(at)} ngày ${formatDay(dayOf(at))}`

function opening({ meeting, content, session, nameOf }: MinutesFacts): string {
  const first = chairAt(session, meeting.chair, session.opened.at)
  return [
    `${content.title} khai mạc lúc ${dayHour(session.opened.at)}, tại ${content.place}.`,
    `Chủ trì: ${nameOf(first)}.`,
    ...session.handovers.map(
      ({ from, to, at }) => `Lúc ${formatHour(at)}, ${nameOf(from)} chuyển quyền chủ trì cho ${nameOf(to)}.`,
    ),
    `Thư ký phiên họp: ${meeting.handlers.map(nameOf).join('; ')}.`,
    ...session.pauses.map(
      (pause) =>
        `Tạm nghỉ ${spanText(pause, dayOf(session.opened.at))}${pause.reason === '' ? '' : `: ${pause.reason}`}.`,
    ),
  ].join('\n')
}

function attendance({ session, members, others, nameOf }: MinutesFacts): string {
  const { opened, ended } = session
  const day = dayOf(opened.at)
  const inOrder = [...members].sort((a, b) => byRank(day)(a.person, b.person))
  const came = inOrder.filter(({ spans }) => spans.length > 0)
  const absent = inOrder.filter(({ spans }) => spans.length === 0)
  const wasThere = ({ person, spans }: CameLine): string => {
    const [first, last] = [spans[0], spans.at(-1)]
    const notes = [
      first && first.from > opened.at ? 'đến sau khi khai mạc' : null,
      last && last.to !== null && (ended === null || last.to < ended.at) ? 'rời trước khi bế mạc' : null,
    ].filter((note) => note !== null)
    const until = (to: Instant | null) => (to === null && ended !== null ? ' đến khi bế mạc' : '')
    const how = spans.map(
      (span) =>
        `${span.how === 'remote' ? 'từ xa' : 'tại phòng họp'} ${spanText(span, day)}${until(span.to)}`,
    )
    return `- ${nameOf(person.id)}: ${how.join('; ')}${notes.length > 0 ? ` (${notes.join(', ')})` : ''}`
  }
  const listed = (as: 'guest' | 'substitute') => others.filter((one) => one.as === as)
  const other = (one: MinutesFacts['others'][number]): string => {
    const of = one.of === null ? '' : `, dự thay ${nameOf(one.of)}`
    return one.spans.length > 0
      ? `${wasThere(one)}${of}`
      : `- ${nameOf(one.person.id)}: không ghi nhận có mặt${of}`
  }
  const [substitutes, guests] = [listed('substitute'), listed('guest')]
  return [
    `Khi khai mạc có mặt ${opened.present} trên ${opened.members} thành viên Chính phủ, cần ít nhất ${opened.needed}.`,
    `Thành viên Chính phủ dự họp (${came.length}):`,
    ...came.map(wasThere),
    `Thành viên Chính phủ vắng mặt (${absent.length})${absent.length === 0 ? '.' : ':'}`,
    ...absent.map((line) => absence(line, nameOf)),
    ...(substitutes.length > 0
      ? [`Đại biểu dự thay (${substitutes.length}), không tính vào số có mặt:`]
      : []),
    ...substitutes.map(other),
    ...(guests.length > 0 ? [`Đại biểu mời (${guests.length}):`] : []),
    ...guests.map(other),
  ].join('\n')
}

function absence({ person, reply }: CameLine, nameOf: MinutesFacts['nameOf']): string {
  const name = nameOf(person.id)
  switch (reply?.kind) {
    case 'absent':
      return `- ${name}: báo vắng, ${reply.reason}`
    case 'substitute':
      return `- ${name}: cử ${nameOf(reply.person)} dự thay (giấy ủy quyền ${reply.letter}), ${reply.reason}`
    case 'attends':
      return `- ${name}: đã trả lời dự họp, không ghi nhận có mặt`
    case undefined:
      return `- ${name}: không trả lời giấy mời`
  }
}

const closing = ({ session, nameOf }: MinutesFacts): string =>
  session.ended === null
    ? 'Phiên họp chưa bế mạc.'
    : `${nameOf(session.ended.by)} bế mạc phiên họp lúc ${dayHour(session.ended.at)}.`
