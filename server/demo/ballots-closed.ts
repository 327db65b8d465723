import type { DemoBallot } from './demo-ballot.ts'

/** Two ballots of the past days: one adopts an issue and not the other; one leaves alternatives undecided. */

const medicines: DemoBallot = {
  id: 'demo-1',
  leadAgency: 'byt',
  handlers: ['vanphong1', 'vanphong2'],
  issuedOn: [-9, '09:20'],
  deadline: [-5, '17:00'],
  words: {
    title:
      'Dự thảo Nghị quyết của Chính phủ về các giải pháp bảo đảm thuốc, thiết bị y tế cho cơ sở khám bệnh, chữa bệnh công lập',
    reason:
      'Bộ Y tế trình tại Tờ trình số 118/TTr-BYT. Nội dung thuộc thẩm quyền của tập thể Chính phủ và cần được quyết định trước khi các cơ sở y tế ký hợp đồng cung ứng cho năm sau.',
    summary:
      'Dự thảo Nghị quyết gồm 3 chương, 11 điều, tập trung vào ba nhóm giải pháp:\n1. Cho phép cơ sở y tế công lập gia hạn hợp đồng mua thuốc, vật tư đã trúng thầu thêm không quá 6 tháng khi kết quả đấu thầu tập trung chưa có.\n2. Phân cấp cho giám đốc bệnh viện hạng I trở lên quyết định mua sắm thuốc hiếm, thuốc cấp cứu trong hạn mức được giao.\n3. Kéo dài hiệu lực giấy đăng ký lưu hành của thuốc chưa kịp gia hạn, có hậu kiểm của cơ quan quản lý dược.\nDự toán kinh phí lấy từ nguồn thu dịch vụ và quỹ bảo hiểm y tế, không làm tăng chi ngân sách nhà nước.',
    advice:
      'Văn phòng Chính phủ thấy rằng nhóm giải pháp 1 và 2 đã được các bộ, cơ quan thống nhất. Đối với việc kéo dài giấy đăng ký lưu hành còn ý kiến khác nhau về điều kiện hậu kiểm; kính đề nghị đồng chí cho ý kiến riêng tại vấn đề 2.',
    issues: [
      { question: 'Đồng chí có đồng ý thông qua dự thảo Nghị quyết với các nhóm giải pháp 1 và 2 không?' },
      {
        question:
          'Đồng chí có đồng ý kéo dài hiệu lực giấy đăng ký lưu hành thuốc thêm 12 tháng, thực hiện hậu kiểm, không?',
      },
    ],
    documents: [
      {
        title: 'Tờ trình số 118/TTr-BYT về dự thảo Nghị quyết bảo đảm thuốc, thiết bị y tế',
        kind: 'submission',
        form: 'submission',
        about: 'Về dự thảo Nghị quyết bảo đảm thuốc, thiết bị y tế cho cơ sở khám bệnh, chữa bệnh công lập',
        agency: 'Bộ Y tế',
        number: '118/TTr-BYT',
        pages: 6,
      },
      {
        title: 'Báo cáo thẩm định của Bộ Tư pháp',
        kind: 'appraisal',
        form: 'appraisal',
        about: 'Dự thảo Nghị quyết bảo đảm thuốc, thiết bị y tế cho cơ sở khám bệnh, chữa bệnh công lập',
        agency: 'Bộ Tư pháp',
        number: '207/BC-BTP',
        pages: 8,
      },
      {
        title: 'Phụ lục: số liệu cung ứng thuốc, vật tư tại các bệnh viện',
        kind: 'other',
        form: 'statistics',
        about: 'Về cung ứng thuốc, vật tư y tế tại các bệnh viện công lập',
        agency: 'Bộ Y tế',
        number: '118/PL-BYT',
        pages: 10,
      },
    ],
  },
  replies: {
    away: ['ptt8', 'bt-dantoc'],
    silent: ['bt-quocphong'],
    reading: ['bt-ngoaigiao', 'bt-vanhoa', 'ptt4'],
    usual: ['agree', 'agree'],
    differing: {
      'bt-tuphap': [
        'agree',
        {
          other:
            'Đề nghị chỉ kéo dài đối với thuốc chưa có thuốc thay thế và quy định rõ trách nhiệm của doanh nghiệp khi thuốc bị thu hồi trong thời gian kéo dài.',
        },
      ],
      'bt-taichinh': ['agree', { against: 'Thời hạn 12 tháng là quá dài so với năng lực hậu kiểm hiện có.' }],
      'bt-congan': ['agree', { against: 'Cần hoàn thiện hệ thống truy xuất nguồn gốc trước khi kéo dài.' }],
      'bt-noivu': ['agree', { against: '' }],
      'bt-congthuong': ['agree', { against: 'Nên giữ thời hạn 6 tháng như dự thảo ban đầu.' }],
      'bt-khoahoc': ['agree', { against: '' }],
      'bt-xaydung': ['agree', { against: '' }],
      'tong-thanhtra': [
        {
          other:
            'Đề nghị bổ sung cơ chế kiểm tra việc phân cấp mua sắm, công khai giá trúng thầu trên cổng thông tin trong 3 ngày làm việc.',
        },
        { against: 'Chưa có đánh giá tác động đầy đủ.' },
      ],
      thongdoc: ['agree', { against: '' }],
      ptt3: [
        'agree',
        { other: 'Đồng ý về chủ trương; đề nghị giao Thủ tướng Chính phủ quyết định danh mục cụ thể.' },
      ],
      'bt-nongnghiep': [{ against: 'Cần làm rõ nguồn lực của tuyến y tế cơ sở.' }, { against: '' }],
      ptt6: [
        'agree',
        { other: 'Đề nghị gắn việc kéo dài với nghĩa vụ cập nhật dữ liệu thuốc lên hệ thống quốc gia.' },
      ],
    },
    revised: { 'bt-noivu': ['agree', { against: 'Thống nhất với ý kiến của Bộ Tài chính về thời hạn.' }] },
    late: { ptt9: ['agree', { against: 'Đề nghị giữ thời hạn 6 tháng.' }] },
  },
  responses: {
    by: 'daumoi-yte',
    on: [-3, '09:40'],
    given: [
      {
        to: 'tong-thanhtra',
        issue: 1,
        outcome: 'accepted',
        reason: 'Đã bổ sung quy định công khai giá trúng thầu trong 3 ngày làm việc và kiểm tra hằng quý.',
        place: 'Điều 7 khoản 3',
      },
      {
        to: 'bt-tuphap',
        issue: 2,
        outcome: 'partly',
        reason:
          'Tiếp thu về trách nhiệm của doanh nghiệp khi thuốc bị thu hồi. Chưa giới hạn ở thuốc không có thuốc thay thế, vì nhiều thuốc thông dụng cũng đang chờ gia hạn.',
        place: 'Điều 9 khoản 2 và khoản 4',
      },
      {
        to: 'bt-taichinh',
        issue: 2,
        outcome: 'not-accepted',
        reason:
          'Năng lực hậu kiểm đã được tính tại Phụ lục; rút ngắn dưới 12 tháng sẽ thiếu thuốc cho đợt đấu thầu tập trung kế tiếp.',
        place: '',
      },
    ],
  },
}

const revenue: DemoBallot = {
  id: 'demo-2',
  leadAgency: 'btc',
  handlers: ['vanphong1', 'vanphong3'],
  issuedOn: [-7, '14:15'],
  deadline: [-3, '10:00'],
  words: {
    title: 'Phương án sử dụng nguồn tăng thu, tiết kiệm chi ngân sách trung ương năm nay',
    reason:
      'Bộ Tài chính trình ba phương án tại Tờ trình số 214/TTr-BTC và đề nghị Chính phủ chọn một phương án để báo cáo cấp có thẩm quyền.',
    summary:
      'Nguồn tăng thu, tiết kiệm chi sau khi trích lập quỹ cải cách tiền lương được Bộ Tài chính đề xuất sử dụng theo một trong ba phương án:\na) Ưu tiên bổ sung vốn cho các dự án hạ tầng giao thông, thủy lợi trọng điểm đang thiếu vốn.\nb) Ưu tiên trả nợ gốc và giảm bội chi.\nc) Chia đều cho hạ tầng, an sinh xã hội và khoa học, công nghệ.\nCả ba phương án đều bảo đảm các chỉ tiêu an toàn nợ công trong giới hạn cho phép.',
    advice:
      'Văn phòng Chính phủ đề nghị đồng chí chọn một phương án. Nếu không phương án nào quá nửa tổng số thành viên Chính phủ, nội dung sẽ được đưa ra thảo luận tại phiên họp gần nhất.',
    issues: [
      {
        question: 'Đồng chí chọn phương án nào để sử dụng nguồn tăng thu, tiết kiệm chi?',
        alternatives: [
          'Phương án 1: Ưu tiên hạ tầng giao thông, thủy lợi trọng điểm',
          'Phương án 2: Ưu tiên trả nợ gốc, giảm bội chi ngân sách',
          'Phương án 3: Chia cho hạ tầng, an sinh xã hội và khoa học, công nghệ',
        ],
      },
      { question: 'Đồng chí có đồng ý giao Bộ Tài chính thay mặt Chính phủ hoàn thiện báo cáo không?' },
    ],
    documents: [
      {
        title: 'Tờ trình số 214/TTr-BTC về phương án sử dụng nguồn tăng thu, tiết kiệm chi',
        kind: 'submission',
        form: 'submission',
        about: 'Về phương án sử dụng nguồn tăng thu, tiết kiệm chi ngân sách trung ương',
        agency: 'Bộ Tài chính',
        number: '214/TTr-BTC',
        pages: 9,
      },
      {
        title: 'Phụ lục: số liệu thu, chi ngân sách và nhu cầu vốn',
        kind: 'other',
        form: 'statistics',
        about: 'Về thu, chi ngân sách trung ương và nhu cầu vốn',
        agency: 'Bộ Tài chính',
        number: '214/PL-BTC',
        pages: 10,
      },
    ],
  },
  replies: {
    away: ['bt-vanhoa'],
    silent: ['bt-quocphong', 'bt-dantoc'],
    reading: ['ptt9'],
    usual: [{ pick: 'a' }, 'agree'],
    differing: {
      'bt-taichinh': [{ pick: 'b' }, 'agree'],
      thongdoc: [{ pick: 'b' }, 'agree'],
      ptt2: [{ pick: 'b' }, 'agree'],
      'bt-tuphap': [{ pick: 'b' }, 'agree'],
      'bt-ngoaigiao': [{ pick: 'b' }, 'agree'],
      'tong-thanhtra': [
        { pick: 'b' },
        { other: 'Đề nghị báo cáo thêm kết quả thanh tra việc sử dụng nguồn tăng thu năm trước.' },
      ],
      'bt-khoahoc': [{ pick: 'c' }, 'agree'],
      'bt-giaoduc': [{ pick: 'c' }, 'agree'],
      'bt-yte': [{ pick: 'c' }, 'agree'],
      ptt7: [{ pick: 'c' }, 'agree'],
      ptt6: [{ pick: 'c' }, 'agree'],
      'bt-noivu': [{ pick: 'c' }, 'agree'],
    },
  },
}

export const closedBallots: readonly DemoBallot[] = [medicines, revenue]
