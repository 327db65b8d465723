import type { PersonId } from '../../shared/domain/id.ts'
import type { ConclusionContent } from '../../shared/domain/item-session.ts'
import { appointmentsOn, memberAppointmentOn } from '../../shared/domain/people.ts'
import { type Day, dayOf, formatDay } from '../../shared/lib/time.ts'
import type { NoticeFacts, NoticeItem } from '../app/conclusion-notice.ts'
import { resultWords, ruleWords, sentence } from './ballot-report-words.ts'
import { memberNames } from './member-names.ts'
import { dateOf, issuer, issuerCode, place, signatureOf, unsignedDate } from './office-letterhead.ts'
import { dateWords } from './official-layout.ts'
import {
  bold,
  type Cell,
  heading,
  type OfficialPaper,
  type PaperBlock,
  paragraph,
  plain,
} from './official-paper.ts'

/** "THÔNG BÁO kết luận" (Nghị định 30/2020, Phụ lục III, mẫu 1.4), with as much of the meeting as its facts hold (M9, D2). */
export function conclusionNoticePaper(facts: NoticeFacts): OfficialPaper {
  const { content, signer, at, isDraft } = facts
  return {
    issuer,
    notation: `TB-${issuerCode}`,
    place,
    dated: isDraft ? unsignedDate(at) : dateOf(at),
    name: 'Thông báo',
    abstract: `Kết luận của ${chairOf(facts).post} tại ${content.title}`,
    addressee: null,
    body: bodyOf(facts),
    recipients: recipientsOf(facts),
    signature: signatureOf(signer, at),
    madeAt: at,
    isDraft,
  }
}

function bodyOf(facts: NoticeFacts): PaperBlock[] {
  const { content, session, attended, isDraft } = facts
  const chair = chairOf(facts)
  const day = dateWords(dateOf(session.opened.at))
  const shown = facts.items.filter((item) => isDraft || isDecided(item))
  return [
    paragraph(
      plain(
        `${capital(day)}, tại ${content.place}, ${chair.name} đã chủ trì ${content.title}. Dự họp có ${attended.present} trên ${attended.members} thành viên Chính phủ và các đại biểu được mời.`,
      ),
    ),
    ...handoverBlocks(facts),
    paragraph(
      plain(
        `Sau khi nghe cơ quan chủ trì báo cáo và ý kiến của các thành viên dự họp, ${chair.post} kết luận như sau:`,
      ),
    ),
    ...shown.flatMap((item, i) => itemBlocks(item, i + 1, facts)),
    ...(shown.length === 0 ? [paragraph(plain('Phiên họp không có kết luận nào.'))] : []),
    paragraph(plain(`${issuer} thông báo để các cơ quan liên quan biết, thực hiện./.`)),
  ]
}

const isDecided = ({ conclusion, row, votes }: NoticeItem): boolean =>
  conclusion !== null || row.block?.adopted != null || votes.length > 0

function itemBlocks(each: NoticeItem, no: number, facts: NoticeFacts): PaperBlock[] {
  const { content, conclusion, row, votes } = each
  const lines = (conclusion?.text ?? '').split('\n').filter((line) => line.trim() !== '')
  const adopted = row.block?.adopted
  return [
    heading(2, `${no}. ${content.title}`),
    ...votes.map(({ content: { issue }, round }) =>
      paragraph(
        plain(
          `Kết quả biểu quyết “${issue.question}”: ${sentence(resultWords(issue, round.tally))} ${ruleWords(round.tally, round.members)}`,
        ),
      ),
    ),
    ...(adopted
      ? [
          paragraph(
            plain(
              `Được thông qua cùng khối: không thành viên nào đề nghị bàn riêng, có mặt ${adopted.present} trên ${adopted.members} thành viên Chính phủ.`,
            ),
          ),
        ]
      : []),
    ...lines.map((line) => paragraph(plain(line))),
    ...(isDecided(each) ? [] : [paragraph(plain('Chưa có kết luận.'))]),
    ...(conclusion && conclusion.assignments.length > 0 ? [assignments(conclusion, facts)] : []),
  ]
}

/** What is to be done, by whom, until when, and what comes of it. */
const assignments = ({ assignments: tasks }: ConclusionContent, { agencies }: NoticeFacts): PaperBlock => ({
  kind: 'table',
  columns: [
    { head: 'TT', share: 0.07, align: 'centre' },
    { head: 'Cơ quan chủ trì', share: 0.22, align: 'left' },
    { head: 'Nhiệm vụ', share: 0.38, align: 'left' },
    { head: 'Thời hạn', share: 0.15, align: 'centre' },
    { head: 'Sản phẩm', share: 0.18, align: 'left' },
  ],
  rows: tasks.map(({ agency, text, deadline, product }, i): Cell[] => [
    [plain(String(i + 1))],
    [bold(agencies.find(({ id }) => id === agency)?.name ?? agency)],
    [plain(text)],
    [plain(deadline === null ? 'Không ấn định' : formatDay(deadline))],
    [plain(product === '' ? '-' : product)],
  ]),
})

/** Who conducted before, where the chair was handed over (M11). */
function handoverBlocks(facts: NoticeFacts): PaperBlock[] {
  const { handovers, opened } = facts.session
  if (handovers.length === 0) return []
  const names = memberNames(facts.people, dayOf(opened.at))
  const former = [...new Set(handovers.map(({ from }) => from))].filter((id) => id !== facts.meeting.chair)
  if (former.length === 0) return []
  return [paragraph(plain(`Cùng điều hành phiên họp: ${former.map(names.nameOf).join('; ')}.`))]
}

function chairOf({ meeting, session, people }: NoticeFacts): { name: string; post: string } {
  const day = dayOf(session.opened.at)
  return { name: memberNames(people, day).nameOf(meeting.chair), post: postOf(meeting.chair, day, people) }
}

function postOf(id: PersonId, day: Day, people: NoticeFacts['people']): string {
  const person = people.find((one) => one.id === id)
  if (!person) return 'người chủ trì'
  return (memberAppointmentOn(person, day) ?? appointmentsOn(person, day)[0])?.title ?? person.name
}

/** Whoever got something to do is named; the others as in every notice of the Office. */
function recipientsOf({ items, agencies }: NoticeFacts): string[] {
  const asked = new Set(
    items.flatMap(({ conclusion }) => conclusion?.assignments.map((one) => one.agency) ?? []),
  )
  return [
    'Thủ tướng, các Phó Thủ tướng Chính phủ',
    'Các thành viên Chính phủ',
    ...agencies.filter(({ id }) => asked.has(id)).map(({ name }) => `${name} (để thực hiện)`),
    'Lưu: VT, hồ sơ phiên họp',
  ]
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
