import type { DemoDocument } from './demo-ballot.ts'
import type { DemoMeeting } from './demo-meeting.ts'
import { demoMembers } from './demo-people.ts'

/** A meeting that is about to begin: more than two thirds have come in, so that its chair may open it (G3, M5). */

const interior = { agency: 'Bộ Nội vụ' }
const construction = { agency: 'Bộ Xây dựng' }

const plan: DemoDocument = {
  title: 'Tờ trình số 702/TTr-BNV về cắt giảm thủ tục hành chính năm 2027',
  kind: 'submission',
  form: 'submission',
  about: 'Về kế hoạch cắt giảm, đơn giản hóa thủ tục hành chính năm 2027',
  ...interior,
  number: '702/TTr-BNV',
  pages: 4,
}

const resolution: DemoDocument = {
  title: 'Dự thảo Nghị quyết',
  kind: 'draft',
  form: 'draft-decree',
  about: 'Về kế hoạch cắt giảm, đơn giản hóa thủ tục hành chính năm 2027',
  ...interior,
  number: '/NQ-CP',
  pages: 6,
}

const housing: DemoDocument = {
  title: 'Tờ trình số 415/TTr-BXD về nhà ở xã hội',
  kind: 'submission',
  form: 'submission',
  about: 'Về chỉ tiêu hoàn thành nhà ở xã hội năm 2027 giao các địa phương',
  ...construction,
  number: '415/TTr-BXD',
  pages: 3,
}

/** Away, or to be tried by whoever looks at the demonstration. */
const yetToCome = ['ptt1', 'ptt4', 'bt-yte', 'bt-taichinh', 'bt-giaoduc', 'bt-ngoaigiao']
const present = demoMembers.map(({ account }) => account).filter((account) => !yetToCome.includes(account))

export const meetingToday: DemoMeeting = {
  id: 'demo-meeting-2',
  type: 'thematic',
  title: 'Phiên họp chuyên đề về thủ tục hành chính và nhà ở xã hội',
  place: 'Phòng họp số 2, Trụ sở Chính phủ, số 1 Hoàng Hoa Thám, Hà Nội',
  remarks:
    'Đề nghị các đồng chí xác nhận có mặt trên máy tính bảng khi vào phòng họp hoặc khi kết nối từ xa.',
  chair: 'thutuong',
  handlers: ['vanphong1', 'vanphong2'],
  preparedOn: -4,
  starts: 'nearby',
  lasts: 90,
  items: [
    {
      id: 'thu-tuc-hanh-chinh',
      title: 'Kế hoạch cắt giảm, đơn giản hóa thủ tục hành chính năm 2027',
      presenter: 'Bộ trưởng Bộ Nội vụ',
      summary:
        'Đề nghị ban hành Nghị quyết giao chỉ tiêu cắt giảm ít nhất 30% thủ tục hành chính và 30% thời gian giải quyết trong năm 2027.',
      leadAgency: 'bnv',
      minutes: 30,
      documents: [plan, resolution],
    },
    {
      id: 'nha-o-xa-hoi',
      title: 'Chỉ tiêu hoàn thành nhà ở xã hội năm 2027 giao các địa phương',
      presenter: 'Bộ trưởng Bộ Xây dựng',
      summary: 'Đề nghị giao chỉ tiêu cho 34 tỉnh, thành phố và cơ chế theo dõi hằng quý.',
      leadAgency: 'bxd',
      minutes: 25,
      documents: [housing],
    },
    {
      id: 'lich-cong-tac',
      title: 'Chương trình công tác quý I năm 2027 của Chính phủ',
      presenter: 'Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ',
      summary: 'Danh mục đề án trình Chính phủ trong quý I năm 2027.',
      leadAgency: 'vpcp',
      minutes: 10,
      documents: [],
    },
  ],
  replies: {
    from: present.filter((account) => account !== 'thutuong'),
    remote: [],
    absent: {},
  },
  present,
  positions: {
    'thu-tuc-hanh-chinh': {
      'bt-tuphap': { stance: 'wishes-to-speak', note: 'Về thời điểm có hiệu lực của các văn bản sửa đổi.' },
      'bt-congthuong': { stance: 'no-objection' },
    },
    'nha-o-xa-hoi': {
      'bt-xaydung': { stance: 'wishes-to-speak' },
      'bt-noivu': { stance: 'no-objection' },
    },
    'lich-cong-tac': { ptt2: { stance: 'no-objection' }, 'bt-vpcp': { stance: 'no-objection' } },
  },
}
