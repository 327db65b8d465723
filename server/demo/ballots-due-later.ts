import type { DemoBallot, DemoWords } from './demo-ballot.ts'
import { leftForTrying } from './left-for-trying.ts'

/** Further from their deadline: a decree in its second version, projects to choose among, a programme of four issues. */

const sharingWords: DemoWords = {
  title: 'Dự thảo Nghị định về quản lý, kết nối và chia sẻ dữ liệu số của cơ quan nhà nước',
  reason:
    'Bộ Khoa học và Công nghệ trình tại Tờ trình số 87/TTr-BKHCN, thay thế quy định hiện hành cho phù hợp với tổ chức chính quyền địa phương hai cấp.',
  summary:
    'Dự thảo Nghị định gồm 5 chương, 34 điều, quy định: danh mục dữ liệu dùng chung; nguyên tắc cung cấp một lần; trách nhiệm của cơ quan chủ quản dữ liệu; bảo đảm an toàn và bảo vệ dữ liệu cá nhân.\nCơ quan nhà nước không được yêu cầu người dân, doanh nghiệp nộp lại thông tin đã có trong cơ sở dữ liệu quốc gia.\nThời hạn hoàn thành kết nối là 12 tháng kể từ ngày Nghị định có hiệu lực.',
  advice:
    'Bộ Công an và Bộ Khoa học và Công nghệ đã thống nhất về đầu mối điều phối. Văn phòng Chính phủ kính đề nghị đồng chí cho ý kiến.',
  issues: [{ question: 'Đồng chí có đồng ý ban hành Nghị định theo dự thảo kèm theo không?' }],
  documents: [
    {
      title: 'Tờ trình số 87/TTr-BKHCN về dự thảo Nghị định chia sẻ dữ liệu số',
      kind: 'submission',
      form: 'submission',
      about: 'Về dự thảo Nghị định quản lý, kết nối và chia sẻ dữ liệu số trong chuyển đổi số quốc gia',
      agency: 'Bộ Khoa học và Công nghệ',
      number: '87/TTr-BKHCN',
      pages: 8,
    },
    {
      title: 'Dự thảo Nghị định',
      kind: 'draft',
      form: 'draft-decree',
      about: 'Quy định về quản lý, kết nối và chia sẻ dữ liệu số của cơ quan nhà nước trong chuyển đổi số',
      agency: 'Bộ Khoa học và Công nghệ',
      number: '/NĐ-CP',
      pages: 28,
    },
    {
      title: 'Bản tóm tắt dự thảo Nghị định',
      kind: 'summary',
      form: 'summary',
      about: 'Dự thảo Nghị định về chia sẻ dữ liệu số trong chuyển đổi số',
      agency: 'Bộ Khoa học và Công nghệ',
      number: '87/TT-BKHCN',
      pages: 4,
    },
  ],
}

const communeClause = {
  article: 5,
  text: 'Ủy ban nhân dân cấp xã hoàn thành kết nối dữ liệu trong thời hạn 18 tháng kể từ ngày Nghị định này có hiệu lực thi hành.',
}

const dataSharing: DemoBallot = {
  id: 'demo-5',
  leadAgency: 'bkhcn',
  handlers: ['vanphong1', 'vanphong2'],
  issuedOn: [-2, '09:00'],
  deadline: [1, '11:00'],
  words: sharingWords,
  amendment: {
    on: [-1, '10:30'],
    deadline: [2, '17:00'],
    reason:
      'Tiếp thu ý kiến về lộ trình: tách riêng thời hạn kết nối của cấp xã thành một vấn đề để các đồng chí cho ý kiến.',
    words: {
      ...sharingWords,
      summary: sharingWords.summary.replace(
        'Thời hạn hoàn thành kết nối là 12 tháng kể từ ngày Nghị định có hiệu lực.',
        'Thời hạn hoàn thành kết nối là 12 tháng kể từ ngày Nghị định có hiệu lực; riêng cấp xã được đề xuất 18 tháng (sửa đổi so với bản trước).',
      ),
      issues: [
        ...sharingWords.issues,
        {
          question: 'Đồng chí có đồng ý cho cấp xã hoàn thành kết nối dữ liệu trong thời hạn 18 tháng không?',
        },
      ],
      documents: sharingWords.documents.map((document) =>
        document.kind === 'draft' ? { ...document, addedClause: communeClause } : document,
      ),
    },
    answeredBefore: {
      'bt-noivu': [{ other: 'Đề nghị kéo dài lộ trình kết nối đối với cấp xã.' }],
      'bt-xaydung': ['agree'],
      ptt6: ['agree'],
    },
  },
  replies: {
    away: [...leftForTrying, 'bt-quocphong'],
    silent: ['bt-ngoaigiao', 'bt-dantoc', 'ptt3', 'bt-vanhoa'],
    reading: ['bt-tuphap', 'thongdoc', 'ptt2'],
    usual: ['agree', 'agree'],
    differing: {
      'bt-congan': [
        'agree',
        { other: 'Đề nghị bổ sung yêu cầu kiểm tra an toàn thông tin trước khi cấp xã kết nối.' },
      ],
    },
    revised: { 'bt-xaydung': ['agree', 'agree'] },
  },
}

const railways: DemoBallot = {
  id: 'demo-6',
  leadAgency: 'bxd',
  handlers: ['vanphong1', 'vanphong3'],
  issuedOn: [-1, '10:00'],
  deadline: [3, '17:00'],
  words: {
    title: 'Lựa chọn các dự án giao thông trọng điểm ưu tiên chuẩn bị đầu tư trong năm tới',
    reason:
      'Nguồn vốn chuẩn bị đầu tư chỉ đủ cho hai dự án; Bộ Xây dựng trình bốn dự án đủ điều kiện tại Tờ trình số 431/TTr-BXD để tập thể Chính phủ lựa chọn.',
    summary:
      'Bốn dự án đều thuộc quy hoạch được duyệt và đã có báo cáo nghiên cứu tiền khả thi.\na) Đường sắt nối cảng biển với tuyến Bắc - Nam: giảm chi phí vận tải hàng hóa, tổng mức đầu tư lớn nhất.\nb) Đường cao tốc nối vùng Tây Nguyên với duyên hải: hiệu quả kinh tế - xã hội cao, giải phóng mặt bằng phức tạp.\nc) Mở rộng cảng hàng không khu vực miền Trung: phục vụ du lịch, thời gian thi công ngắn.\nd) Nâng cấp luồng đường thủy đồng bằng sông Cửu Long: tổng mức đầu tư nhỏ nhất, tác động môi trường cần đánh giá thêm.',
    advice:
      'Đồng chí được chọn tối đa hai dự án. Báo cáo nghiên cứu tổng hợp dài 120 trang; bản tóm tắt 5 trang kèm theo nêu đủ các chỉ tiêu so sánh.',
    issues: [
      {
        question: 'Đồng chí chọn những dự án nào để ưu tiên chuẩn bị đầu tư (tối đa hai)?',
        alternatives: [
          'Đường sắt nối cảng biển với tuyến Bắc - Nam',
          'Đường cao tốc nối vùng Tây Nguyên với duyên hải',
          'Mở rộng cảng hàng không khu vực miền Trung',
          'Nâng cấp luồng đường thủy đồng bằng sông Cửu Long',
        ],
        atMost: 2,
      },
    ],
    documents: [
      {
        title: 'Bản tóm tắt so sánh bốn dự án',
        kind: 'summary',
        form: 'summary',
        about: 'So sánh bốn dự án giao thông trọng điểm',
        agency: 'Bộ Xây dựng',
        number: '431/TT-BXD',
        pages: 5,
      },
      {
        title: 'Tờ trình số 431/TTr-BXD về lựa chọn dự án giao thông trọng điểm',
        kind: 'submission',
        form: 'submission',
        about: 'Về lựa chọn dự án giao thông trọng điểm ưu tiên chuẩn bị đầu tư',
        agency: 'Bộ Xây dựng',
        number: '431/TTr-BXD',
        pages: 10,
      },
      {
        title: 'Báo cáo nghiên cứu tổng hợp và phụ lục số liệu bốn dự án',
        kind: 'other',
        form: 'statistics',
        about: 'Về bốn dự án giao thông trọng điểm',
        agency: 'Bộ Xây dựng',
        number: '431/PL-BXD',
        pages: 120,
      },
    ],
  },
  replies: {
    away: [...leftForTrying, 'ptt8', 'bt-dantoc'],
    silent: ['bt-quocphong', 'ptt4', 'ptt5', 'ptt7', 'bt-ngoaigiao', 'thongdoc', 'tong-thanhtra'],
    reading: ['bt-tuphap', 'bt-congan', 'ptt2', 'bt-noivu', 'bt-khoahoc'],
    usual: [{ pick: 'ab' }],
    differing: {
      'bt-congthuong': [{ pick: 'a' }],
      'bt-nongnghiep': [{ pick: 'ad' }],
      'bt-vanhoa': [{ pick: 'bc' }],
    },
  },
}

const healthProgramme: DemoBallot = {
  id: 'demo-7',
  leadAgency: 'byt',
  handlers: ['vanphong1', 'vanphong2', 'vanphong3'],
  issuedOn: [-1, '16:45'],
  deadline: [4, '16:30'],
  words: {
    title:
      'Chương trình mục tiêu quốc gia về chăm sóc sức khỏe, dân số và phát triển: nội dung trình cấp có thẩm quyền',
    reason:
      'Bộ Y tế trình tại Tờ trình số 129/TTr-BYT; còn bốn nội dung cần ý kiến của từng thành viên Chính phủ trước khi hoàn thiện hồ sơ.',
    summary:
      'Chương trình thực hiện trong mười năm, chia hai giai đoạn, gồm năm dự án thành phần: y tế cơ sở; dự phòng và phát hiện sớm bệnh; dân số và người cao tuổi; nhân lực y tế; quản lý và giám sát.\nTổng vốn ngân sách trung ương giai đoạn 1 được đề xuất hai mức. Ngân sách địa phương đối ứng theo khả năng cân đối.\nChỉ tiêu chính: trên 90% dân số được quản lý sức khỏe bằng hồ sơ điện tử; mọi xã, phường, đặc khu có trạm y tế đạt tiêu chí quốc gia.',
    advice:
      'Vấn đề 1 và 2 đã được đa số bộ, cơ quan thống nhất. Vấn đề 3 về mức vốn còn hai loại ý kiến. Vấn đề 4 liên quan đến phân cấp, kính đề nghị đồng chí lưu ý ý kiến của Bộ Nội vụ tại Phụ lục.',
    issues: [
      { question: 'Đồng chí có đồng ý với mục tiêu và phạm vi của Chương trình không?' },
      { question: 'Đồng chí có đồng ý với năm dự án thành phần như đề xuất không?' },
      {
        question: 'Đồng chí chọn mức vốn ngân sách trung ương nào cho giai đoạn 1?',
        alternatives: [
          'Mức 1: 68.000 tỷ đồng, đầu tư đủ cho y tế cơ sở',
          'Mức 2: 52.000 tỷ đồng, phần còn lại huy động từ địa phương',
        ],
      },
      { question: 'Đồng chí có đồng ý phân cấp toàn bộ việc giao danh mục đầu tư cho cấp tỉnh không?' },
    ],
    documents: [
      {
        title: 'Tờ trình số 129/TTr-BYT về Chương trình mục tiêu quốc gia',
        kind: 'submission',
        form: 'submission',
        about: 'Về Chương trình mục tiêu quốc gia chăm sóc sức khỏe, dân số và phát triển',
        agency: 'Bộ Y tế',
        number: '129/TTr-BYT',
        pages: 11,
      },
      {
        title: 'Bản tóm tắt Chương trình',
        kind: 'summary',
        form: 'summary',
        about: 'Chương trình mục tiêu quốc gia chăm sóc sức khỏe, dân số và phát triển',
        agency: 'Bộ Y tế',
        number: '129/TT-BYT',
        pages: 6,
      },
      {
        title: 'Báo cáo thẩm định của Hội đồng thẩm định nhà nước',
        kind: 'appraisal',
        form: 'appraisal',
        about: 'Chương trình mục tiêu quốc gia chăm sóc sức khỏe, dân số và phát triển',
        agency: 'Bộ Tài chính',
        number: '98/BC-HĐTĐNN',
        pages: 14,
      },
      {
        title: 'Phụ lục: số liệu y tế cơ sở và nhu cầu vốn',
        kind: 'other',
        form: 'statistics',
        about: 'Về y tế cơ sở, chăm sóc sức khỏe và nhu cầu vốn',
        agency: 'Bộ Y tế',
        number: '129/PL-BYT',
        pages: 40,
      },
    ],
  },
  replies: {
    away: [...leftForTrying, 'ptt3', 'ptt5', 'ptt8', 'bt-dantoc', 'bt-quocphong', 'bt-congan'],
    silent: ['ptt2', 'ptt4', 'ptt6', 'ptt7', 'ptt9', 'bt-ngoaigiao', 'bt-noivu', 'thongdoc', 'bt-xaydung'],
    reading: ['bt-tuphap', 'bt-vanhoa', 'bt-khoahoc', 'bt-nongnghiep', 'tong-thanhtra'],
    usual: ['agree', 'agree', { pick: 'a' }, 'agree'],
    differing: {},
  },
}

export const ballotsDueLater: readonly DemoBallot[] = [dataSharing, railways, healthProgramme]
