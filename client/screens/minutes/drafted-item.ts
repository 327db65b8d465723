import type { TFunction } from 'i18next'
import type { PersonId } from '../../../shared/domain/id.ts'
import type { ItemSession, RecordedKind, SpeakingRequest } from '../../../shared/domain/item-session.ts'
import { type Day, dayOf, formatDay, formatHour, minuteMs } from '../../../shared/lib/time.ts'
import type { SessionItem, VoteView } from '../../app/item-session.ts'
import type { MinutesFacts } from '../../app/minutes-facts.ts'
import type { DraftedSection } from '../../app/minutes-sheet.ts'
import { entryWord, resultOf } from '../tally-words.ts'
import { hourText, spanText } from './span-text.ts'

/** What happened with one item: when it was discussed, who spoke, what was voted, adopted and concluded (M4-M9). */
export function draftedItem(item: SessionItem, facts: MinutesFacts, vi: TFunction): DraftedSection {
  const { no, content, row } = item
  const day = dayOf(facts.session.opened.at)
  return {
    key: `item/${item.item.id}`,
    title: `Nội dung ${no}. ${content.title}`,
    text: [
      `Cơ quan chủ trì: ${facts.agencyOf(item.item.leadAgency)}. Trình bày: ${content.presenter}.`,
      row.spans.length > 0
        ? `Bàn ${row.spans.map((span) => spanText(span, day)).join('; ')} (dự kiến ${item.item.plannedMinutes} phút).`
        : 'Không bàn riêng.',
      ...speakers(item, facts),
      ...block(item, facts),
      ...item.votes.flatMap((vote) => voteLines(vote, facts, vi)),
      ...conclusion(item, facts),
      ...records(item, facts, day),
    ].join('\n'),
  }
}

function speakers({ row }: SessionItem, { nameOf }: MinutesFacts): string[] {
  const spoken = row.queue.filter(({ calledAt }) => calledAt !== null)
  const line = ({ person, what, minutes, calledAt, finishedAt }: SpeakingRequest): string => {
    const used =
      calledAt !== null && finishedAt !== null ? Math.ceil((finishedAt - calledAt) / minuteMs) : null
    const about = what === 'order' ? ' (về thủ tục)' : ''
    const since = calledAt === null ? '' : `lúc ${formatHour(calledAt)}, `
    return `- ${nameOf(person)}${about}: ${since}${used === null ? 'đang phát biểu' : `${used} phút`}, được mời ${minutes ?? 0} phút`
  }
  return spoken.length === 0 ? [] : [`Phát biểu (${spoken.length} lượt):`, ...spoken.map(line)]
}

function block({ row }: SessionItem, { nameOf }: MinutesFacts): string[] {
  if (!row.block) return []
  const { pulled, adopted } = row.block
  return [
    ...pulled.map(({ person, at }) => `${nameOf(person)} đề nghị bàn riêng lúc ${formatHour(at)}.`),
    ...(adopted
      ? [
          `Được thông qua cùng khối lúc ${formatHour(adopted.at)}, có mặt ${adopted.present} trên ${adopted.members} thành viên Chính phủ.`,
        ]
      : []),
  ]
}

function voteLines(
  { vote, content: { issue }, tally: round }: VoteView,
  facts: MinutesFacts,
  vi: TFunction,
): string[] {
  const { nameOf } = facts
  const { phase, opened, held } = vote
  const head = `Biểu quyết “${issue.question}”, mở lúc ${formatHour(opened.at)}`
  if (phase.state === 'cancelled') return [`${head}, hủy lúc ${formatHour(phase.at)}: ${phase.reason}`]
  if (phase.state !== 'closed' || !round) return [`${head}, chưa đóng.`]
  const { tally, members, papers } = round
  const names = new Map<string, string[]>()
  for (const { person, entry } of tally.entries) {
    const word = entryWord(vi, issue, entry, 'vote')
    names.set(word, [...(names.get(word) ?? []), nameOf(person)])
  }
  const late = held.filter(({ reason }) => reason.kind === 'late').length
  return [
    `${head}, đóng lúc ${formatHour(phase.at)}. Kết quả: ${resultOf(vi, issue, tally).word}. ${vi(`tally.rule.${tally.rule}`, { inFavour: tally.inFavour, members })}`,
    ...[...names].map(([word, who]) => `- ${word} (${who.length}): ${who.join('; ')}`),
    ...(papers.length > 0 ? [`- Biểu quyết bằng phiếu giấy: ${papers.map(nameOf).join('; ')}`] : []),
    ...(late > 0 ? [`- ${late} phiếu đến sau khi đóng, được giữ riêng và không tính`] : []),
  ]
}

function conclusion({ conclusion: said }: SessionItem, { agencyOf }: MinutesFacts): string[] {
  if (!said) return ['Chưa có kết luận riêng.']
  return [
    `Kết luận: ${said.text}`,
    ...(said.assignments.length > 0 ? ['Nhiệm vụ giao:'] : []),
    ...said.assignments.map(({ agency, text, deadline, product }) => {
      const until = deadline === null ? '' : `; thời hạn ${formatDay(deadline)}`
      return `- ${agencyOf(agency)}: ${text}${until}${product === '' ? '' : `; sản phẩm: ${product}`}`
    }),
  ]
}

const recorded: Readonly<Record<RecordedKind, string>> = {
  'item-started': 'bắt đầu bàn',
  'item-finished': 'kết thúc bàn',
  spoke: 'phát biểu',
  note: 'ghi chép',
}

/** M8, O8: a chair's tablet says so, by its own clock; the server only knows when it heard of it. */
function records({ row }: SessionItem, facts: MinutesFacts, day: Day): string[] {
  const { nameOf, opened } = facts
  const line = ({ what, person, from, to, at, noteCommit }: ItemSession['records'][number]): string => {
    const note = opened(noteCommit)
    const who = person === null ? '' : `${nameOf(person)}: `
    const when = to === null ? `lúc ${hourText(from, day)}` : spanText({ from, to }, day)
    return `- ${who}${recorded[what]} ${when}${note === '' ? '' : `: ${note}`} (máy chủ ghi nhận lúc ${formatHour(at)})`
  }
  return [...new Set(row.records.map(({ by }) => by))].flatMap((by) => [
    `Ghi tại máy của ${chairWord(by, facts)} khi mất kết nối, theo giờ của máy đó:`,
    ...row.records.filter((record) => record.by === by).map(line),
  ])
}

/** M11: whoever has handed over since is named, and until when they chaired. */
function chairWord(by: PersonId, { meeting, session, nameOf }: MinutesFacts): string {
  const handedOver = by === meeting.chair ? undefined : session.handovers.findLast(({ from }) => from === by)
  if (!handedOver) return 'người chủ trì'
  return `${nameOf(by)} (chủ trì đến ${formatHour(handedOver.at)})`
}
