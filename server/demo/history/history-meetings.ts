import type { PapersOfKind } from '../../../shared/domain/past-papers.ts'
import type { DemoItem, DemoMeeting } from '../demo-meeting.ts'
import { partOf } from './history-ballots.ts'
import { dayAt, offsetOf, workedDays } from './history-days.ts'

/**
 * The twelve meetings. Official are their number and the 42,276 documents on paper, told here as 542 documents in 78 copies; days,
 * lengths and agendas are made up by the same kind of rule as the ballots.
 */

const meetingCount = 12
const itemsEach = 4
const documentCount = 542
const copies = 78

const subjects: readonly (readonly [agency: string, presenter: string, title: string])[] = [
  ['btc', 'Bộ trưởng Bộ Tài chính', 'Tình hình kinh tế - xã hội và thực hiện ngân sách nhà nước'],
  ['btp', 'Bộ trưởng Bộ Tư pháp', 'Công tác xây dựng và hoàn thiện pháp luật'],
  [
    'vpcp',
    'Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ',
    'Kết quả chỉ đạo, điều hành và kiểm soát thủ tục hành chính',
  ],
  ['bnv', 'Bộ trưởng Bộ Nội vụ', 'Sắp xếp tổ chức bộ máy, tinh giản biên chế'],
]

export type PastMeeting = {
  demo: DemoMeeting
  /** Minutes from the hour that was set to the opening, and of the session. */
  beginsAfter: number
  took: number
  papers: readonly (readonly PapersOfKind[])[]
}

export const pastMeetings: readonly PastMeeting[] = Array.from(
  { length: meetingCount },
  (_, k): PastMeeting => {
    const day = dayAt(Math.floor(((k + 0.5) * workedDays.length) / meetingCount))
    const held = offsetOf(day)
    return {
      demo: {
        id: `lich-su-phien-${k + 1}`,
        type: k % 3 === 1 ? 'thematic' : 'regular',
        title: `Phiên họp Chính phủ thứ ${k + 1} không giấy tờ`,
        place: 'Trụ sở Chính phủ, số 1 Hoàng Hoa Thám, Hà Nội',
        remarks: 'Phiên họp thuộc giai đoạn 24/6/2019 - 9/2/2020. Nội dung được dựng lại để trình diễn.',
        chair: 'thutuong',
        handlers: ['vanphong1', 'vanphong2'],
        preparedOn: held - 6,
        starts: [held, '08:00'],
        lasts: 240,
        items: subjects.map((subject, n) => itemOf(subject, k, n)),
        replies: { from: [], remote: [], absent: {} },
        positions: {},
      },
      beginsAfter: 2 + (k % 4),
      took: 145 + ((k * 37) % 90),
      papers: subjects.map((_subject, n) => papersOf(k * itemsEach + n)),
    }
  },
)

function itemOf([leadAgency, presenter, title]: (typeof subjects)[number], k: number, n: number): DemoItem {
  return {
    id: `noi-dung-${k + 1}-${n + 1}`,
    title,
    presenter,
    summary: '',
    leadAgency,
    minutes: 60,
    documents: [],
  }
}

function papersOf(place: number): PapersOfKind[] {
  const others = partOf(documentCount, place, meetingCount * itemsEach) - 1
  return [
    { kind: 'submission', documents: 1, copies },
    { kind: 'other', documents: others, copies },
  ]
}
