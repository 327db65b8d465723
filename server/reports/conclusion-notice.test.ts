import { expect, it } from 'vitest'
import { AgendaItem } from '../../shared/domain/agenda-item.ts'
import { AgendaItemId, MeetingId, VoteId } from '../../shared/domain/id.ts'
import { noItemSession } from '../../shared/domain/item-session.ts'
import { defaultSettings } from '../../shared/domain/settings.ts'
import { tallyIssue } from '../../shared/domain/tally.ts'
import {
  agency,
  at,
  contentHash,
  contentOf,
  day,
  hashOf,
  opinionIssue,
} from '../../shared/domain/testing/cabinet.ts'
import type { NoticeFacts, NoticeItem } from '../app/conclusion-notice.ts'
import { readDocx, readPdf, textOfXml, wordsOf } from './testing/read-paper.ts'
import { head, members } from './testing/report-facts.ts'
import { writePaper } from './write-paper.ts'

const [chair, second] = members
if (!chair || !second) throw new Error('nobody')
const hash = contentHash(contentOf('x'))
const meeting = MeetingId.parse('m1')
const opened = at('2026-03-04', 8)

const item = (id: string, given: Partial<NoticeItem>): NoticeItem => ({
  item: AgendaItem.parse({
    ...{ kind: 'agenda-item', meeting, id: AgendaItemId.parse(id), rank: id, contentHash: hash },
    ...{ leadAgency: agency('byt'), plannedMinutes: 45, readers: null, admissions: [], versions: [] },
    ...{ withdrawn: null, files: [] },
  }),
  content: {
    ...{ title: `Dự án Luật số ${id}`, presenter: 'Bộ trưởng Bộ Y tế', summary: '' },
    ...{ documents: [], secrets: [] },
  },
  row: noItemSession(meeting, AgendaItemId.parse(id)),
  conclusion: null,
  votes: [],
  ...given,
})

const adopted = { at: opened, by: chair.id, present: 20, members: 27 }
const issue = opinionIssue()
const tally = tallyIssue({
  issue: issue.id,
  alternatives: null,
  entries: members.map(({ id }, i) => ({
    person: id,
    entry: i < 20 ? { kind: 'agree', late: false } : { kind: 'not-voted' },
    act: null,
  })),
  primeMinister: chair.id,
  settings: defaultSettings,
})

const facts: NoticeFacts = {
  meeting: {
    ...{ kind: 'meeting', id: meeting, type: 'regular', createdBy: head.id, handlers: [head.id] },
    phase: { state: 'concluded', by: head.id, at: at('2026-03-05', 9) },
    ...{ startsAt: opened, endsAt: at('2026-03-04', 17), chair: chair.id, contentHash: hash },
    ...{ changes: [], invitedAt: at('2026-02-28', 9), admitted: [] },
  },
  content: {
    title: 'Phiên họp Chính phủ thường kỳ tháng 02 năm 2026',
    place: 'Phòng họp số 1, Trụ sở Chính phủ',
    remarks: '',
  },
  session: {
    ...{ kind: 'session', meeting, pauses: [], ended: null },
    opened: { at: opened, by: second.id, present: 20, members: 27, needed: 18 },
    handovers: [{ from: second.id, to: chair.id, at: opened }],
  },
  attended: { present: 22, members: 27 },
  items: [
    item('1', {
      conclusion: {
        text: 'Chính phủ cơ bản thống nhất với dự thảo.\nGiao Bộ Y tế tiếp thu ý kiến thành viên Chính phủ.',
        assignments: [
          {
            agency: agency('byt'),
            text: 'Hoàn thiện dự thảo',
            deadline: day('2026-03-20'),
            product: 'Dự thảo',
          },
          { agency: agency('btc'), text: 'Bố trí kinh phí', deadline: null, product: '' },
        ],
      },
      votes: [
        {
          content: { issue, text: '' },
          round: { n: 9, at: opened, contentHash: hashOf('vote'), members: 27, tally, papers: [] },
        },
      ],
    }),
    item('2', {
      row: {
        ...noItemSession(meeting, AgendaItemId.parse('2')),
        votes: [VoteId.parse('v')],
        block: { proposedAt: opened, by: chair.id, pulled: [], adopted },
      },
    }),
    item('3', {}),
  ],
  agencies: [
    { kind: 'agency', id: agency('byt'), name: 'Bộ Y tế' },
    { kind: 'agency', id: agency('btc'), name: 'Bộ Tài chính' },
    { kind: 'agency', id: agency('bgd'), name: 'Bộ Giáo dục và Đào tạo' },
  ],
  isDraft: false,
  people: [...members, head],
  signer: head,
  at: at('2026-03-05', 9),
}

const textsOf = async (given: NoticeFacts): Promise<string[]> => {
  const pages = await readPdf(await writePaper({ kind: 'conclusion-notice', facts: given, format: 'pdf' }))
  const docx = await writePaper({ kind: 'conclusion-notice', facts: given, format: 'docx' })
  return [wordsOf(pages.flat()), textOfXml(readDocx(docx, 'word/document.xml'))]
}

it('[M9] the notice says who concluded what of which item, and who is to do what until when, in both files alike', async () => {
  const said = [
    'Hà Nội, ngày 05 tháng 3 năm 2026',
    '/TB-VPCP',
    'THÔNG BÁO',
    'Kết luận của Thủ tướng Chính phủ tại Phiên họp Chính phủ thường kỳ tháng 02 năm 2026',
    'Ngày 04 tháng 3 năm 2026, tại Phòng họp số 1, Trụ sở Chính phủ, Nguyễn Thị Diễm Quỳnh 0, Thủ tướng Chính phủ đã chủ trì',
    'Dự họp có 22 trên 27 thành viên Chính phủ',
    'Cùng điều hành phiên họp: Nguyễn Thị Diễm Quỳnh 1',
    '1. Dự án Luật số 1',
    'Được thông qua. 20 trên 27 thành viên tán thành',
    'Giao Bộ Y tế tiếp thu ý kiến thành viên Chính phủ.',
    'Hoàn thiện dự thảo',
    '20/03/2026',
    'Không ấn định',
    '2. Dự án Luật số 2',
    'Được thông qua cùng khối',
    'biết, thực hiện./.',
    '- Bộ Tài chính (để thực hiện);',
    'KT. BỘ TRƯỞNG, CHỦ NHIỆM',
    'Trần Hữu Phước',
  ]
  for (const text of await textsOf(facts)) {
    expect(said.filter((words) => !text.includes(words))).toEqual([])
    for (const absent of ['DỰ THẢO', 'Dự án Luật số 3', 'Bộ Giáo dục']) {
      expect([absent, text.includes(absent)]).toEqual([absent, false])
    }
  }
})

it('[M9] until the meeting is concluded it is called a draft, without a day, and shows what lacks a conclusion', async () => {
  for (const text of await textsOf({ ...facts, isDraft: true })) {
    for (const words of ['DỰ THẢO', '3. Dự án Luật số 3', 'Chưa có kết luận.', 'tháng 3 năm 2026']) {
      expect([words, text.includes(words)]).toEqual([words, true])
    }
    expect(text.includes('ngày 05')).toBe(false)
  }
})
