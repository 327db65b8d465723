import { expect, it } from 'vitest'
import { AgendaItem } from '../../shared/domain/agenda-item.ts'
import { AgendaItemId, MeetingId, PaperId } from '../../shared/domain/id.ts'
import { agency, at, contentHash, contentOf, day, paperOf } from '../../shared/domain/testing/cabinet.ts'
import type { InvitationFacts } from '../app/invitation.ts'
import { signatureOf } from './office-letterhead.ts'
import { readDocx, readPdf, textOfXml, wordsOf } from './testing/read-paper.ts'
import { head, members } from './testing/report-facts.ts'
import { writePaper } from './write-paper.ts'

const [chair] = members
if (!chair) throw new Error('nobody')
const hash = contentHash(contentOf('x'))
const meeting = MeetingId.parse('m1')
const item = (id: string, secrets: InvitationFacts['items'][number]['content']['secrets']) => ({
  item: AgendaItem.parse({
    ...{ kind: 'agenda-item', meeting, id: AgendaItemId.parse(id), rank: id, contentHash: hash },
    ...{ leadAgency: agency('byt'), plannedMinutes: 45, readers: null, admissions: [], versions: [] },
    ...{ withdrawn: null, files: [] },
  }),
  content: {
    ...{ title: `Dự án Luật số ${id}`, presenter: 'Bộ trưởng Bộ Y tế', summary: '', secrets },
    documents: secrets.length > 0 ? [] : [paperOf('a'), paperOf('b')],
  },
  leadAgency: 'Bộ Y tế',
})

const facts: InvitationFacts = {
  meeting: {
    ...{ kind: 'meeting', id: meeting, type: 'regular', createdBy: head.id, handlers: [head.id] },
    phase: { state: 'invited', by: head.id, at: at('2026-02-28', 9) },
    ...{ startsAt: at('2026-03-04', 8), endsAt: at('2026-03-04', 17), chair: chair.id, contentHash: hash },
    ...{ changes: [], invitedAt: at('2026-02-28', 9), admitted: [] },
  },
  content: {
    title: 'Phiên họp Chính phủ thường kỳ tháng 02 năm 2026',
    place: 'Phòng họp số 1, Trụ sở Chính phủ',
    remarks: 'Mang theo máy tính bảng.\nĐến trước 15 phút.',
  },
  items: [
    item('1', []),
    item('2', [{ id: PaperId.parse('p'), number: '12/TTr-BQP', level: 'toi-mat', custodian: 'Văn thư mật' }]),
  ],
  people: [...members, head],
  signer: head,
  at: at('2026-03-01', 9),
}

it('the invitation says when, where, under whom and about what, in both files alike', async () => {
  const pages = await readPdf(await writePaper({ kind: 'invitation', facts, format: 'pdf' }))
  const docx = await writePaper({ kind: 'invitation', facts, format: 'docx' })
  expect(pages.length).toBe(1)
  const said = [
    'Hà Nội, ngày 28 tháng 02 năm 2026',
    'GIẤY MỜI',
    'Phiên họp Chính phủ thường kỳ tháng 02 năm 2026',
    'Chủ trì: Nguyễn Thị Diễm Quỳnh 0, Thủ tướng Chính phủ.',
    'Thời gian: 08 giờ 00 phút, thứ Tư, ngày 04 tháng 3 năm 2026 (dự kiến kết thúc lúc 17 giờ 00 phút).',
    'Địa điểm: Phòng họp số 1, Trụ sở Chính phủ.',
    'Tài liệu: 2 văn bản, gửi trên hệ thống.',
    '12/TTr-BQP',
    'Lưu ý: Mang theo máy tính bảng.',
    'Trân trọng kính mời./.',
    'KT. BỘ TRƯỞNG, CHỦ NHIỆM',
    'Trần Hữu Phước',
  ]
  for (const text of [wordsOf(pages[0] ?? []), textOfXml(readDocx(docx, 'word/document.xml'))])
    expect(said.filter((words) => !text.includes(words))).toEqual([])
})

it('who signs: the head of office, a deputy in the head’s place, a director by order, or nobody yet', () => {
  const now = at('2026-03-01', 9)
  const titled = (title: string) => ({
    ...head,
    appointments: [
      { role: 'head-of-office' as const, title, agency: null, from: day('2021-01-01'), to: null },
    ],
  })
  const name = 'Trần Hữu Phước'
  expect(signatureOf(titled('Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ'), now)).toEqual({
    authority: ['BỘ TRƯỞNG, CHỦ NHIỆM'],
    name,
  })
  expect(signatureOf(titled('Phó Chủ nhiệm Văn phòng Chính phủ'), now)).toEqual({
    authority: ['KT. BỘ TRƯỞNG, CHỦ NHIỆM', 'PHÓ CHỦ NHIỆM'],
    name,
  })
  expect(signatureOf(titled('Vụ trưởng Vụ Tổng hợp'), now)).toEqual({
    authority: ['TL. BỘ TRƯỞNG, CHỦ NHIỆM', 'VỤ TRƯỞNG VỤ TỔNG HỢP'],
    name,
  })
  const post = 'Phó Chủ nhiệm Văn phòng Chính phủ'
  expect(signatureOf({ ...titled(post), name: post }, now).name).toBe(null)
  expect(signatureOf(null, now)).toEqual({ authority: ['BỘ TRƯỞNG, CHỦ NHIỆM'], name: null })
})
