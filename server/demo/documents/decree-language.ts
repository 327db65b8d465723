/** Articles of a draft decree. Braces as in the sentences of the ministries. */
export const firstClauses: Record<string, string> = {
  'Phạm vi điều chỉnh':
    'Nghị định này quy định chi tiết và hướng dẫn thi hành các nội dung được luật giao; trình tự, thẩm quyền và trách nhiệm tổ chức thực hiện.',
  'Đối tượng áp dụng':
    'Nghị định này áp dụng đối với cơ quan nhà nước, đơn vị sự nghiệp công lập, doanh nghiệp và tổ chức, cá nhân có liên quan.',
  'Hiệu lực thi hành':
    'Nghị định này có hiệu lực thi hành sau 45 ngày kể từ ngày ký ban hành. Các quy định trước đây trái với Nghị định này bị bãi bỏ.',
}

export const decreeChapters: readonly { readonly name: string; readonly articles: readonly string[] }[] = [
  {
    name: 'QUY ĐỊNH CHUNG',
    articles: [
      'Phạm vi điều chỉnh',
      'Đối tượng áp dụng',
      'Giải thích từ ngữ',
      'Nguyên tắc thực hiện',
      'Các hành vi bị nghiêm cấm',
    ],
  },
  {
    name: 'TRÌNH TỰ, THỦ TỤC THỰC HIỆN',
    articles: [
      'Hồ sơ đề nghị',
      'Tiếp nhận và kiểm tra hồ sơ',
      'Thẩm quyền quyết định',
      'Thời hạn giải quyết',
      'Thông báo kết quả',
      'Điều chỉnh, thu hồi quyết định',
    ],
  },
  {
    name: 'NGUỒN LỰC VÀ ĐIỀU KIỆN BẢO ĐẢM',
    articles: [
      'Nguồn kinh phí',
      'Lập, chấp hành và quyết toán kinh phí',
      'Cơ sở dữ liệu và kết nối, chia sẻ dữ liệu',
      'Nhân lực thực hiện',
    ],
  },
  {
    name: 'KIỂM TRA, GIÁM SÁT VÀ XỬ LÝ VI PHẠM',
    articles: [
      'Nội dung kiểm tra',
      'Hình thức giám sát',
      'Chế độ báo cáo',
      'Xử lý vi phạm',
      'Giải quyết khiếu nại, tố cáo',
    ],
  },
  {
    name: 'TỔ CHỨC THỰC HIỆN',
    articles: [
      'Trách nhiệm của các bộ, cơ quan ngang bộ',
      'Trách nhiệm của Ủy ban nhân dân cấp tỉnh',
      'Trách nhiệm của Ủy ban nhân dân cấp xã',
      'Quy định chuyển tiếp',
      'Hiệu lực thi hành',
    ],
  },
]

export const decreeClauses: readonly string[] = [
  'Cơ quan, tổ chức, cá nhân nộp 01 bộ hồ sơ trực tuyến qua Cổng Dịch vụ công quốc gia, trực tiếp hoặc qua dịch vụ bưu chính công ích.',
  'Trong thời hạn {days} ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ, cơ quan tiếp nhận xem xét, quyết định và thông báo bằng văn bản.',
  'Trường hợp hồ sơ chưa hợp lệ, cơ quan tiếp nhận có văn bản nêu rõ lý do và hướng dẫn hoàn thiện một lần duy nhất.',
  'Kinh phí thực hiện được bố trí từ ngân sách nhà nước theo phân cấp hiện hành và các nguồn hợp pháp khác.',
  'Người đứng đầu cơ quan, đơn vị chịu trách nhiệm trước pháp luật về tính chính xác, trung thực của thông tin, số liệu báo cáo.',
  'Việc khai thác, sử dụng dữ liệu phải đúng mục đích, bảo đảm an toàn thông tin và bảo vệ dữ liệu cá nhân theo quy định.',
  'Cơ quan có thẩm quyền không được yêu cầu cung cấp giấy tờ, thông tin đã có trong cơ sở dữ liệu quốc gia, cơ sở dữ liệu chuyên ngành.',
  'Chế độ báo cáo định kỳ 6 tháng được gửi trước ngày 15 tháng 6, báo cáo năm gửi trước ngày 15 tháng 12 hằng năm.',
  'Ủy ban nhân dân cấp tỉnh bố trí nhân lực, phương tiện và công khai quy trình giải quyết tại trụ sở và trên cổng thông tin điện tử.',
  'Hồ sơ đã tiếp nhận trước ngày Nghị định này có hiệu lực thi hành được tiếp tục giải quyết theo quy định tại thời điểm tiếp nhận.',
  'Tổ chức, cá nhân vi phạm thì tùy theo tính chất, mức độ mà bị xử lý kỷ luật, xử phạt vi phạm hành chính hoặc truy cứu trách nhiệm hình sự.',
  'Mức hỗ trợ tối đa là {money} cho một dự án và không quá {pct} tổng mức đầu tư được phê duyệt.',
]

/** Each introduces points. */
export const pointIntroductions: readonly string[] = [
  'Hồ sơ gồm các giấy tờ, tài liệu sau đây:',
  'Tài liệu gửi kèm văn bản đề nghị bao gồm:',
  'Cơ quan tiếp nhận kiểm tra các thành phần sau:',
]

export const decreePoints: readonly string[] = [
  'Văn bản đề nghị theo mẫu tại Phụ lục ban hành kèm theo Nghị định này',
  'Thuyết minh sự cần thiết, mục tiêu, quy mô và nguồn vốn thực hiện',
  'Tài liệu chứng minh năng lực tài chính, kỹ thuật của tổ chức, cá nhân đề nghị',
  'Ý kiến bằng văn bản của cơ quan quản lý chuyên ngành có liên quan',
  'Báo cáo đánh giá tác động và phương án tổ chức thực hiện',
  'Kết quả thực hiện của năm trước liền kề, nếu có',
]
