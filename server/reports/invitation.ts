import { appointmentsOn } from '../../shared/domain/people.ts'
import { civil, dayOf, formatHour, type Instant } from '../../shared/lib/time.ts'
import type { InvitationFacts } from '../app/invitation.ts'
import { dateOf, issuer, issuerCode, place, signatureOf, unsignedDate } from './office-letterhead.ts'
import { dateWords } from './official-layout.ts'
import { bold, type Cell, type OfficialPaper, type PaperBlock, paragraph, plain } from './official-paper.ts'

const weekdays = ['Chủ nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy']

/** "GIẤY MỜI" (Nghị định 30/2020, Phụ lục III, mẫu 1.7), with as much of the agenda as its facts hold. */
export function invitationPaper(facts: InvitationFacts): OfficialPaper {
  const { meeting, content, signer, at } = facts
  return {
    issuer,
    notation: `GM-${issuerCode}`,
    place,
    dated: meeting.invitedAt === null ? unsignedDate(at) : dateOf(meeting.invitedAt),
    name: 'Giấy mời',
    abstract: content.title,
    addressee: null,
    body: bodyOf(facts),
    recipients: ['Như trên', 'Các đại biểu được mời', 'Lưu: VT, hồ sơ phiên họp'],
    signature: signatureOf(signer, at),
    madeAt: at,
  }
}

function bodyOf({ meeting, content, items, people }: InvitationFacts): PaperBlock[] {
  const chair = people.find(({ id }) => id === meeting.chair)
  const post = chair ? (appointmentsOn(chair, dayOf(meeting.startsAt))[0]?.title ?? '') : ''
  const chairWords = chair ? (post === '' || post === chair.name ? chair.name : `${chair.name}, ${post}`) : ''
  return [
    paragraph(plain(`${issuer} trân trọng kính mời các thành viên Chính phủ và các đại biểu được mời dự:`)),
    paragraph(bold('Nội dung: '), plain(`${content.title}.`)),
    paragraph(bold('Chủ trì: '), plain(`${chairWords}.`)),
    paragraph(bold('Thời gian: '), plain(`${spanWords(meeting.startsAt, meeting.endsAt)}.`)),
    paragraph(bold('Địa điểm: '), plain(`${content.place}.`)),
    ...(items.length > 0 ? agenda(items) : []),
    ...content.remarks
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line, at) => paragraph(...(at === 0 ? [bold('Lưu ý: ')] : []), plain(line))),
    paragraph(plain('Trân trọng kính mời./.')),
  ]
}

function agenda(items: InvitationFacts['items']): PaperBlock[] {
  return [
    { kind: 'heading', level: 2, text: 'Chương trình' },
    {
      kind: 'table',
      columns: [
        { head: 'TT', share: 0.07, align: 'centre' },
        { head: 'Nội dung', share: 0.47, align: 'left' },
        { head: 'Cơ quan chủ trì, người trình bày', share: 0.33, align: 'left' },
        { head: 'Thời lượng', share: 0.13, align: 'centre' },
      ],
      rows: items.map(({ item, content, leadAgency }, at): Cell[] => [
        [plain(String(at + 1))],
        [plain([content.title, ...papersOf(content)].join('\n'))],
        [plain(`${leadAgency}\nTrình bày: ${content.presenter}`)],
        [plain(`${item.plannedMinutes} phút`)],
      ]),
    },
  ]
}

/** Of a state secret only its number, and who hands it out (D3). */
function papersOf({ documents, secrets }: InvitationFacts['items'][number]['content']): string[] {
  const count = documents.length
  return [
    ...(count > 0 ? [`Tài liệu: ${count} văn bản, gửi trên hệ thống.`] : []),
    ...secrets.map(({ number, custodian }) => `Tài liệu mật số ${number}: nhận bản giấy tại ${custodian}.`),
  ]
}

function spanWords(from: Instant, to: Instant): string {
  const begin = `${hourWords(from)}, ${weekdays[civil(from).weekday]}, ${dateWords(dateOf(from))}`
  const end = dayOf(from) === dayOf(to) ? hourWords(to) : `${hourWords(to)}, ${dateWords(dateOf(to))}`
  return `${begin} (dự kiến kết thúc lúc ${end})`
}

const hourWords = (at: Instant): string => `${formatHour(at).replace(':', ' giờ ')} phút`
