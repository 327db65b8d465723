import type { DemoBallot } from './demo-ballot.ts'
import { leftForTrying } from './left-for-trying.ts'

/** The two nearest their deadline: a decree with one issue, and money for storm damage with a scanned paper. */

const scholarships: DemoBallot = {
  id: 'demo-3',
  leadAgency: 'bgddt',
  handlers: ['vanphong1', 'vanphong2'],
  issuedOn: [-3, '09:10'],
  deadline: 'soon',
  words: {
    title:
      'Dự thảo Nghị định về chính sách học bổng cho người học các ngành khoa học cơ bản, kỹ thuật then chốt và công nghệ chiến lược',
    reason:
      'Bộ Giáo dục và Đào tạo trình tại Tờ trình số 1562/TTr-BGDĐT; Nghị định cần được ban hành trước kỳ tuyển sinh để các cơ sở đào tạo kịp thực hiện.',
    summary:
      'Dự thảo Nghị định gồm 4 chương, 21 điều. Đối tượng là sinh viên, học viên cao học, nghiên cứu sinh các ngành thuộc danh mục do Thủ tướng Chính phủ ban hành.\nMức học bổng bằng học phí cộng hỗ trợ sinh hoạt phí theo bậc đào tạo; cấp theo học kỳ, căn cứ kết quả học tập.\nNgân sách nhà nước bảo đảm phần lớn, cơ sở đào tạo và doanh nghiệp cùng tham gia. Người nhận học bổng không phải hoàn trả nếu tốt nghiệp đúng hạn.',
    advice:
      'Các bộ, cơ quan cơ bản thống nhất. Bộ Tài chính đề nghị làm rõ tổng nhu cầu kinh phí 5 năm, Bộ Giáo dục và Đào tạo đã giải trình tại mục IV của Tờ trình. Văn phòng Chính phủ kính đề nghị đồng chí cho ý kiến.',
    issues: [{ question: 'Đồng chí có đồng ý ban hành Nghị định theo dự thảo kèm theo không?' }],
    documents: [
      {
        title: 'Tờ trình số 1562/TTr-BGDĐT về dự thảo Nghị định chính sách học bổng',
        kind: 'submission',
        form: 'submission',
        about:
          'Về dự thảo Nghị định chính sách học bổng cho người học khoa học cơ bản trong giáo dục và đào tạo',
        agency: 'Bộ Giáo dục và Đào tạo',
        number: '1562/TTr-BGDĐT',
        pages: 7,
      },
      {
        title: 'Dự thảo Nghị định',
        kind: 'draft',
        form: 'draft-decree',
        about:
          'Quy định chính sách học bổng cho người học các ngành khoa học cơ bản, kỹ thuật then chốt trong giáo dục và đào tạo',
        agency: 'Bộ Giáo dục và Đào tạo',
        number: '/NĐ-CP',
        pages: 16,
      },
      {
        title: 'Bản tóm tắt dự thảo Nghị định',
        kind: 'summary',
        form: 'summary',
        about: 'Dự thảo Nghị định chính sách học bổng trong giáo dục và đào tạo',
        agency: 'Bộ Giáo dục và Đào tạo',
        number: '1562/TT-BGDĐT',
        pages: 1,
      },
    ],
  },
  replies: {
    away: [...leftForTrying, 'bt-dantoc'],
    silent: ['bt-quocphong', 'ptt5', 'bt-vanhoa'],
    reading: ['ptt4', 'bt-congan', 'bt-ngoaigiao', 'bt-xaydung'],
    usual: ['agree'],
    differing: {
      'bt-tuphap': [
        {
          other:
            'Đồng ý ban hành; đề nghị rà soát Điều 9 về thẩm quyền công bố danh mục ngành để thống nhất với Luật Giáo dục đại học.',
        },
      ],
      thongdoc: [{ against: 'Cần tính lại nguồn kinh phí trong trung hạn trước khi ban hành.' }],
    },
  },
}

const storms: DemoBallot = {
  id: 'demo-4',
  leadAgency: 'btc',
  handlers: ['vanphong1', 'vanphong3'],
  issuedOn: [-2, '15:20'],
  deadline: [1, '17:00'],
  words: {
    title:
      'Bổ sung kinh phí từ dự phòng ngân sách trung ương cho các địa phương khắc phục hậu quả bão, mưa lũ',
    reason:
      'Năm địa phương đề nghị hỗ trợ khẩn cấp; mức bổ sung vượt thẩm quyền quyết định của Thủ tướng Chính phủ nên cần lấy ý kiến các thành viên Chính phủ.',
    summary:
      'Bộ Tài chính đề xuất bổ sung 1.850 tỷ đồng từ dự phòng ngân sách trung ương cho năm địa phương để khôi phục hạ tầng thiết yếu, hỗ trợ nhà ở và giống cây trồng, vật nuôi.\nMức hỗ trợ từng địa phương căn cứ thiệt hại đã được xác nhận. Phần còn lại do ngân sách địa phương và nguồn huy động hợp pháp bảo đảm.\nCác địa phương chịu trách nhiệm về số liệu, sử dụng đúng mục đích, báo cáo kết quả trước ngày 31 tháng 3 năm sau.',
    advice:
      'Việc bổ sung kinh phí là cần thiết và cấp bách. Văn phòng Chính phủ kính đề nghị đồng chí cho ý kiến đúng hạn để kịp thời hỗ trợ người dân.',
    issues: [
      { question: 'Đồng chí có đồng ý bổ sung 1.850 tỷ đồng cho năm địa phương như đề xuất không?' },
      { question: 'Đồng chí có đồng ý với mức phân bổ cho từng địa phương tại Phụ lục không?' },
    ],
    documents: [
      {
        title: 'Tờ trình số 236/TTr-BTC về bổ sung kinh phí khắc phục hậu quả bão, mưa lũ',
        kind: 'submission',
        form: 'submission',
        about: 'Về bổ sung kinh phí từ dự phòng ngân sách trung ương khắc phục hậu quả bão, mưa lũ',
        agency: 'Bộ Tài chính',
        number: '236/TTr-BTC',
        pages: 4,
      },
      {
        title: 'Phụ lục: mức phân bổ cho từng địa phương',
        kind: 'other',
        form: 'statistics',
        about: 'Về mức phân bổ ngân sách khắc phục hậu quả bão, mưa lũ',
        agency: 'Bộ Tài chính',
        number: '236/PL-BTC',
        pages: 3,
      },
      {
        title: 'Công văn đề nghị hỗ trợ của địa phương (bản chụp)',
        kind: 'other',
        form: 'scan',
        about: 'Về việc đề nghị hỗ trợ kinh phí khắc phục hậu quả bão, mưa lũ từ ngân sách trung ương',
        agency: 'Ủy ban nhân dân tỉnh Quảng Trị',
        number: '3108/UBND-KT',
        pages: 3,
      },
    ],
  },
  replies: {
    away: [...leftForTrying, 'ptt8'],
    silent: ['bt-ngoaigiao', 'bt-khoahoc', 'ptt9'],
    reading: ['bt-vanhoa', 'bt-tuphap', 'ptt2', 'bt-noivu'],
    usual: ['agree', 'agree'],
    differing: {
      'bt-nongnghiep': [
        'agree',
        {
          other:
            'Đề nghị tăng mức hỗ trợ giống cây trồng, vật nuôi cho hai địa phương có diện tích thiệt hại lớn nhất.',
        },
      ],
    },
  },
}

export const ballotsDueSoon: readonly DemoBallot[] = [scholarships, storms]
