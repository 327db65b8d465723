import type { DemoDocument } from './demo-ballot.ts'
import type { DemoMeeting } from './demo-meeting.ts'

/** The regular meeting to come: six items, one of them for a few, one on paper only, one changed and one added to since. */

const education = { agency: 'Bộ Giáo dục và Đào tạo' }
const science = { agency: 'Bộ Khoa học và Công nghệ' }
const finance = { agency: 'Bộ Tài chính' }
const health = { agency: 'Bộ Y tế' }
const about = 'Dự thảo Nghị định về phát triển và ứng dụng trí tuệ nhân tạo trong cơ quan nhà nước'

const decree: DemoDocument = {
  title: 'Dự thảo Nghị định',
  kind: 'draft',
  form: 'draft-decree',
  about: 'Quy định về phát triển và ứng dụng trí tuệ nhân tạo trong hoạt động của cơ quan nhà nước',
  ...science,
  number: '/NĐ-CP',
  pages: 12,
}

const scienceSubmission: DemoDocument = {
  title: 'Tờ trình số 4108/TTr-BKHCN',
  kind: 'submission',
  form: 'submission',
  about,
  ...science,
  number: '4108/TTr-BKHCN',
  pages: 5,
}

const scienceSummary: DemoDocument = {
  title: 'Bản tóm tắt dự thảo Nghị định',
  kind: 'summary',
  form: 'summary',
  about,
  ...science,
  number: '4108/TT-BKHCN',
  pages: 2,
}

const budgetSubmission: DemoDocument = {
  title: 'Tờ trình số 318/TTr-BTC về phân bổ dự phòng ngân sách trung ương',
  kind: 'submission',
  form: 'submission',
  about: 'Về phân bổ dự phòng ngân sách trung ương hỗ trợ các địa phương khắc phục hậu quả thiên tai',
  ...finance,
  number: '318/TTr-BTC',
  pages: 4,
}

export const meetingNextWeek: DemoMeeting = {
  id: 'demo-meeting-1',
  type: 'regular',
  title: 'Phiên họp Chính phủ về kinh tế - xã hội 11 tháng và hoàn thiện thể chế',
  place: 'Phòng họp số 1, Trụ sở Chính phủ, số 1 Hoàng Hoa Thám, Hà Nội',
  remarks:
    'Tài liệu đã gửi trên máy tính bảng; không phát bản giấy, trừ tài liệu mật.\nĐề nghị các đồng chí nêu quan điểm trước phiên họp; nội dung không có ý kiến phản đối được đề nghị thông qua theo nhóm.',
  chair: 'thutuong',
  handlers: ['vanphong1', 'vanphong2'],
  preparedOn: -3,
  starts: [4, '08:00'],
  lasts: 210,
  items: [
    {
      id: 'kinh-te-xa-hoi',
      title: 'Tình hình kinh tế - xã hội tháng 11 và 11 tháng; nhiệm vụ, giải pháp trọng tâm tháng 12',
      presenter: 'Bộ trưởng Bộ Tài chính',
      summary:
        'Báo cáo đánh giá tình hình phát triển kinh tế - xã hội, phân bổ và giải ngân vốn đầu tư công, thực hiện các chương trình mục tiêu quốc gia.\nKiến nghị năm nhóm nhiệm vụ trọng tâm của tháng 12.',
      leadAgency: 'btc',
      minutes: 45,
      documents: [
        {
          title: 'Báo cáo tình hình kinh tế - xã hội tháng 11 và 11 tháng',
          kind: 'submission',
          form: 'submission',
          about: 'Về tình hình kinh tế - xã hội tháng 11 và 11 tháng, nhiệm vụ trọng tâm tháng 12',
          ...finance,
          number: '305/BC-BTC',
          pages: 8,
        },
        {
          title: 'Phụ lục số liệu',
          kind: 'other',
          form: 'statistics',
          about: 'Các chỉ tiêu kinh tế - xã hội chủ yếu 11 tháng',
          ...finance,
          number: '305/PL-BTC',
          pages: 3,
        },
      ],
    },
    {
      id: 'tri-tue-nhan-tao',
      title: about,
      presenter: 'Bộ trưởng Bộ Khoa học và Công nghệ',
      summary:
        'Dự thảo gồm 4 chương, quy định nguyên tắc, phân loại rủi ro, trách nhiệm của cơ quan sử dụng và cơ chế thử nghiệm có kiểm soát.\nCòn ý kiến khác nhau về cơ quan thẩm định hệ thống rủi ro cao.',
      leadAgency: 'bkhcn',
      minutes: 40,
      documents: [scienceSubmission, decree, scienceSummary],
      change: {
        on: [-1, '10:20'],
        reason: 'Tiếp thu ý kiến thẩm định của Bộ Tư pháp, bổ sung khoản về cơ quan thẩm định tại Điều 7.',
        documents: [
          scienceSubmission,
          {
            ...decree,
            addedClause: {
              article: 7,
              text: 'Hệ thống trí tuệ nhân tạo có rủi ro cao phải được cơ quan chuyên môn về khoa học và công nghệ thẩm định trước khi đưa vào sử dụng.',
            },
          },
          scienceSummary,
        ],
      },
    },
    {
      id: 'hoc-phi',
      title: 'Đề án tự chủ tài chính của các cơ sở giáo dục đại học công lập giai đoạn 2027-2030',
      presenter: 'Bộ trưởng Bộ Giáo dục và Đào tạo',
      summary:
        'Đề án đề xuất lộ trình tự chủ theo ba nhóm cơ sở đào tạo, cơ chế đặt hàng và chính sách hỗ trợ người học có hoàn cảnh khó khăn.',
      leadAgency: 'bgddt',
      minutes: 30,
      documents: [
        {
          title: 'Tờ trình số 1790/TTr-BGDĐT về Đề án',
          kind: 'submission',
          form: 'submission',
          about: 'Về Đề án tự chủ tài chính của các cơ sở giáo dục đại học công lập',
          ...education,
          number: '1790/TTr-BGDĐT',
          pages: 6,
        },
        {
          title: 'Báo cáo thẩm định của Bộ Tư pháp',
          kind: 'appraisal',
          form: 'appraisal',
          about: 'Đề án tự chủ tài chính của các cơ sở giáo dục đại học công lập',
          agency: 'Bộ Tư pháp',
          number: '402/BCTĐ-BTP',
          pages: 3,
        },
      ],
    },
    {
      id: 'y-te-co-so',
      title: 'Dự thảo Nghị quyết về củng cố y tế cơ sở sau sắp xếp đơn vị hành chính',
      presenter: 'Bộ trưởng Bộ Y tế',
      summary:
        'Sắp xếp trạm y tế cấp xã gắn với địa bàn dân cư; bảo đảm nhân lực, thuốc và trang thiết bị; lộ trình đến năm 2028.',
      leadAgency: 'byt',
      minutes: 30,
      documents: [
        {
          title: 'Tờ trình số 1655/TTr-BYT về dự thảo Nghị quyết',
          kind: 'submission',
          form: 'submission',
          about: 'Về dự thảo Nghị quyết củng cố y tế cơ sở',
          ...health,
          number: '1655/TTr-BYT',
          pages: 4,
        },
      ],
      change: {
        on: [-1, '16:10'],
        reason: 'Bộ Y tế gửi bổ sung báo cáo khảo sát 12 địa phương.',
        documents: [
          {
            title: 'Tờ trình số 1655/TTr-BYT về dự thảo Nghị quyết',
            kind: 'submission',
            form: 'submission',
            about: 'Về dự thảo Nghị quyết củng cố y tế cơ sở',
            ...health,
            number: '1655/TTr-BYT',
            pages: 4,
          },
          {
            title: 'Báo cáo khảo sát tại 12 địa phương',
            kind: 'other',
            form: 'statistics',
            about: 'Kết quả khảo sát y tế cơ sở tại 12 địa phương',
            ...health,
            number: '1702/BC-BYT',
            pages: 3,
          },
        ],
      },
    },
    {
      id: 'du-phong',
      title:
        'Phương án phân bổ dự phòng ngân sách trung ương hỗ trợ các địa phương khắc phục hậu quả thiên tai',
      presenter: 'Bộ trưởng Bộ Tài chính',
      summary: 'Phương án chia theo mức thiệt hại và khả năng cân đối ngân sách của 9 địa phương.',
      leadAgency: 'btc',
      minutes: 20,
      documents: [budgetSubmission],
      readers: [
        'thutuong',
        'ptt1',
        'ptt2',
        'ptt3',
        'bt-vpcp',
        'bt-taichinh',
        'bt-nongnghiep',
        'bt-xaydung',
        'bt-quocphong',
        'thongdoc',
      ],
    },
    {
      id: 'quoc-phong',
      title: 'Báo cáo chuyên đề của Bộ Quốc phòng',
      presenter: 'Bộ trưởng Bộ Quốc phòng',
      summary: '',
      leadAgency: 'bqp',
      minutes: 25,
      documents: [],
      secrets: [
        {
          id: 'bao-cao',
          number: '86/BC-BQP',
          level: 'toi-mat',
          custodian: 'Phòng Văn thư - Lưu trữ mật, Văn phòng Chính phủ',
        },
      ],
    },
  ],
  replies: {
    from: [
      'ptt2',
      'ptt3',
      'ptt6',
      'ptt8',
      'bt-vpcp',
      'bt-quocphong',
      'bt-congan',
      'bt-noivu',
      'bt-tuphap',
      'bt-congthuong',
      'bt-nongnghiep',
      'bt-khoahoc',
      'thongdoc',
    ],
    remote: ['bt-congthuong', 'ptt8'],
    absent: { 'bt-ngoaigiao': 'Tháp tùng Chủ tịch nước thăm chính thức nước ngoài.' },
    substitute: {
      member: 'bt-xaydung',
      person: 'tt-xaydung',
      letter: '2291/BXD-VP',
      reason: 'Dự lễ khởi công dự án quan trọng quốc gia tại Đồng Nai.',
      items: ['kinh-te-xa-hoi', 'tri-tue-nhan-tao', 'hoc-phi', 'y-te-co-so'],
    },
  },
  guest: { person: 'khachmoi1', item: 'hoc-phi' },
  positions: {
    'kinh-te-xa-hoi': {
      ptt2: { stance: 'no-objection' },
      'bt-noivu': { stance: 'no-objection' },
      'bt-congthuong': {
        stance: 'wishes-to-speak',
        note: 'Xin báo cáo thêm về cung ứng điện tháng 12.',
      },
      thongdoc: { stance: 'no-objection' },
    },
    'tri-tue-nhan-tao': {
      'bt-tuphap': {
        stance: 'objection',
        note: 'Điều 7 chưa rõ cơ quan thẩm định; đề nghị làm rõ trước khi thông qua.',
      },
      'bt-congan': { stance: 'wishes-to-speak', note: 'Về an ninh dữ liệu của hệ thống rủi ro cao.' },
      'bt-noivu': { stance: 'no-objection' },
    },
    'hoc-phi': {
      ptt6: { stance: 'no-objection' },
      'bt-noivu': { stance: 'no-objection' },
      'bt-khoahoc': { stance: 'no-objection' },
    },
    'y-te-co-so': {
      ptt8: { stance: 'no-objection' },
      'bt-noivu': { stance: 'wishes-to-speak', note: 'Về biên chế viên chức trạm y tế cấp xã.' },
    },
    'quoc-phong': { 'bt-congan': { stance: 'no-objection' } },
  },
}
