/**
 * Sentences as ministries write them, invented for the demonstration. In braces what chance fills in:
 * {pct} a percentage, {n} a count, {few} 3 to 9, {tens} 12 to 95, {money} an amount, {year} a year to come, {days} a term.
 */
export type PolicyField = {
  readonly name: string
  /** Found in a title without diacritics; the first field that has one is taken. */
  readonly signs: readonly string[]
  readonly sentences: readonly string[]
  /** What its tables count. */
  readonly measures: readonly string[]
}

export const policyFields: readonly PolicyField[] = [
  {
    name: 'y tế',
    signs: ['y te', 'benh', 'duoc pham', 'suc khoe'],
    sentences: [
      'Tỷ lệ người dân tham gia bảo hiểm y tế đạt {pct}, song mức hưởng tại tuyến xã còn thấp so với nhu cầu thực tế.',
      'Mạng lưới y tế cơ sở đã phủ kín các xã, phường, đặc khu nhưng {pct} trạm y tế chưa đủ bác sĩ làm việc thường xuyên.',
      'Việc đấu thầu thuốc, vật tư y tế kéo dài trung bình {days} ngày làm ảnh hưởng đến cung ứng dịch vụ cho người bệnh.',
      'Hồ sơ sức khỏe điện tử đã được lập cho {n} nghìn người, bước đầu liên thông giữa các cơ sở khám bệnh, chữa bệnh.',
      'Chi tiêu y tế trực tiếp từ hộ gia đình vẫn chiếm {pct} tổng chi, tạo gánh nặng cho nhóm có thu nhập thấp.',
      'Cơ chế tự chủ của bệnh viện công lập cần được gắn với trách nhiệm giải trình và kiểm soát chất lượng chuyên môn.',
      'Công tác dự phòng, phát hiện sớm bệnh không lây nhiễm phải được thực hiện ngay từ tuyến y tế cơ sở.',
      'Đội ngũ nhân viên y tế tại vùng sâu, vùng xa, biên giới, hải đảo cần được hưởng phụ cấp ưu đãi tương xứng.',
      'Giá dịch vụ khám bệnh, chữa bệnh được điều chỉnh theo lộ trình tính đúng, tính đủ chi phí đến năm {year}.',
      'Cả nước hiện có {tens} cơ sở đạt chuẩn thực hành tốt sản xuất thuốc, đáp ứng khoảng {pct} nhu cầu trong nước.',
    ],
    measures: [
      'Số cơ sở khám bệnh, chữa bệnh',
      'Số giường bệnh',
      'Số lượt khám bệnh (nghìn lượt)',
      'Số bác sĩ',
      'Số trạm y tế đạt chuẩn',
    ],
  },
  {
    name: 'giáo dục và đào tạo',
    signs: ['giao duc', 'truong hoc', 'nha giao', 'hoc sinh', 'hoc phi', 'dao tao'],
    sentences: [
      'Quy mô học sinh phổ thông tăng {pct} so với năm học trước, gây áp lực lớn về phòng học tại các đô thị và khu công nghiệp.',
      'Cả nước còn thiếu {n} giáo viên, tập trung ở cấp mầm non và các môn học mới của chương trình giáo dục phổ thông.',
      'Chính sách miễn, hỗ trợ học phí cần bảo đảm công bằng giữa cơ sở giáo dục công lập và ngoài công lập.',
      'Tỷ lệ phòng học kiên cố đạt {pct}; phần còn lại chủ yếu ở các xã miền núi có điều kiện kinh tế - xã hội đặc biệt khó khăn.',
      'Học bạ số được triển khai tại {tens} địa phương, giảm đáng kể giấy tờ khi học sinh chuyển trường.',
      'Việc sắp xếp mạng lưới trường học phải bảo đảm quyền học tập của trẻ em, không để học sinh phải đi học quá xa.',
      'Giáo dục nghề nghiệp cần gắn với nhu cầu của thị trường lao động và chiến lược phát triển các ngành mũi nhọn.',
      'Các trường nội trú liên cấp tại xã biên giới được ưu tiên đầu tư, hoàn thành trước năm học {year}.',
      'Ngân sách chi cho giáo dục và đào tạo được bố trí tối thiểu 20% tổng chi ngân sách nhà nước.',
      'Việc dạy học hai buổi một ngày ở cấp tiểu học đạt {pct}, tăng đều trong {few} năm gần đây.',
    ],
    measures: [
      'Số trường học',
      'Số lớp học',
      'Số học sinh (nghìn người)',
      'Số giáo viên',
      'Số phòng học kiên cố',
    ],
  },
  {
    name: 'chuyển đổi số',
    signs: ['chuyen doi so', 'du lieu', 'dien tu', 'thu tuc hanh chinh', 'an ninh mang', 'dinh danh'],
    sentences: [
      'Tỷ lệ hồ sơ thủ tục hành chính được giải quyết trực tuyến toàn trình đạt {pct}, chưa tương xứng với hạ tầng đã đầu tư.',
      'Các cơ sở dữ liệu quốc gia đã kết nối nhưng chất lượng dữ liệu chưa đồng đều, nhiều trường thông tin còn thiếu hoặc trùng lặp.',
      'Người dân chỉ phải cung cấp thông tin một lần cho cơ quan nhà nước; cơ quan tiếp nhận có trách nhiệm khai thác dữ liệu đã có.',
      'Đã cắt giảm {tens} thủ tục và {pct} chi phí tuân thủ của doanh nghiệp so với thời điểm trước khi thực hiện.',
      'Việc bảo đảm an toàn hệ thống thông tin theo cấp độ mới hoàn thành tại {pct} hệ thống đang vận hành.',
      'Nền tảng dùng chung được xây dựng thống nhất từ trung ương đến cấp xã, tránh đầu tư trùng lặp, cát cứ dữ liệu.',
      'Chữ ký số được cấp cho {n} nghìn cán bộ, công chức, viên chức để xử lý văn bản trên môi trường mạng.',
      'Dữ liệu mở được công bố theo danh mục, cập nhật định kỳ và ở định dạng máy có thể đọc được.',
      'Nhân lực công nghệ thông tin tại cấp xã còn mỏng, bình quân mỗi xã chưa có một công chức chuyên trách.',
      'Hệ thống phải hoạt động ổn định cả khi đường truyền gián đoạn và không được làm mất hồ sơ đã tiếp nhận.',
    ],
    measures: [
      'Số hồ sơ tiếp nhận trực tuyến',
      'Số dịch vụ công toàn trình',
      'Số hệ thống được phê duyệt cấp độ',
      'Số văn bản ký số (nghìn)',
      'Số bộ dữ liệu mở',
    ],
  },
  {
    name: 'giao thông vận tải',
    signs: ['giao thong', 'duong bo', 'cao toc', 'duong sat', 'cang bien', 'van tai', 'hang khong'],
    sentences: [
      'Tổng chiều dài đường bộ cao tốc đưa vào khai thác đạt {n} km, vượt kế hoạch được giao.',
      'Công tác giải phóng mặt bằng của {few} dự án quan trọng quốc gia còn chậm so với mốc tiến độ đã cam kết.',
      'Nguồn vật liệu đắp nền tại khu vực đồng bằng sông Cửu Long đáp ứng {pct} nhu cầu trong giai đoạn cao điểm.',
      'Chi phí logistics chiếm {pct} tổng sản phẩm trong nước, làm giảm sức cạnh tranh của hàng hóa xuất khẩu.',
      'Số vụ tai nạn giao thông giảm {pct} so với cùng kỳ, song số người chết trên các tuyến quốc lộ vẫn ở mức cao.',
      'Việc phân cấp cho địa phương làm cơ quan chủ quản giúp rút ngắn thời gian chuẩn bị đầu tư khoảng {days} ngày.',
      'Kết nối giữa cảng biển, đường sắt và trung tâm hậu cần còn thiếu đồng bộ, hàng hóa phụ thuộc vào đường bộ.',
      'Hệ thống thu phí không dừng vận hành ổn định, tỷ lệ phương tiện sử dụng đạt {pct}.',
      'Nhu cầu vốn bảo trì hằng năm khoảng {money}, trong khi ngân sách mới đáp ứng được một phần.',
      'Phát triển phương tiện sử dụng năng lượng sạch phải đi cùng quy hoạch trạm sạc và tiêu chuẩn an toàn.',
    ],
    measures: [
      'Chiều dài đường đưa vào khai thác (km)',
      'Khối lượng hàng hóa (nghìn tấn)',
      'Số lượt hành khách (nghìn lượt)',
      'Số công trình hoàn thành',
      'Số vụ tai nạn',
    ],
  },
  {
    name: 'quản lý đất đai',
    signs: ['dat dai', 'boi thuong', 'tai dinh cu', 'nha o', 'quy hoach'],
    sentences: [
      'Bảng giá đất được xây dựng sát với thị trường, làm cơ sở tính nghĩa vụ tài chính và bồi thường khi Nhà nước thu hồi đất.',
      'Tỷ lệ thửa đất được cấp giấy chứng nhận lần đầu đạt {pct}; phần còn lại vướng mắc về nguồn gốc sử dụng.',
      'Việc bố trí tái định cư phải hoàn thành trước khi thu hồi đất, bảo đảm người dân có chỗ ở bằng hoặc tốt hơn nơi ở cũ.',
      'Cơ sở dữ liệu đất đai được chuẩn hóa tại {n} xã, sẵn sàng kết nối với cơ sở dữ liệu quốc gia về dân cư.',
      'Có {tens} dự án chậm đưa đất vào sử dụng cần được gia hạn, điều chỉnh hoặc thu hồi theo quy định.',
      'Thời gian xác định giá đất cụ thể bình quân {days} ngày, là nguyên nhân chính làm chậm tiến độ dự án.',
      'Diện tích đất trồng lúa được giữ ổn định, việc chuyển mục đích phải tuân thủ chỉ tiêu đã phân bổ.',
      'Tranh chấp, khiếu nại về đất đai chiếm {pct} tổng số đơn thư tiếp nhận, cần giải quyết dứt điểm ngay từ cơ sở.',
      'Quỹ đất dành cho nhà ở xã hội được xác định trong quy hoạch và công khai để người dân giám sát.',
      'Nguồn thu từ đất đạt {money}, trong đó phần để lại cho địa phương được ưu tiên đầu tư hạ tầng.',
    ],
    measures: [
      'Số giấy chứng nhận đã cấp',
      'Diện tích đo đạc (nghìn ha)',
      'Số dự án thu hồi đất',
      'Số hộ được tái định cư',
      'Số đơn thư đã giải quyết',
    ],
  },
  {
    name: 'ngân sách nhà nước',
    signs: ['ngan sach', 'tai chinh', 'dau tu cong', 'thue'],
    sentences: [
      'Thu ngân sách nhà nước {few} tháng đầu năm ước đạt {pct} dự toán, tăng so với cùng kỳ năm trước.',
      'Tỷ lệ giải ngân vốn đầu tư công đến hết tháng báo cáo đạt {pct}, trong đó {tens} đơn vị có tỷ lệ dưới mức bình quân chung.',
      'Chi thường xuyên được tiết kiệm thêm 10% để dành nguồn cho an sinh xã hội và đầu tư phát triển.',
      'Nhu cầu kinh phí thực hiện trong giai đoạn đến năm {year} dự kiến khoảng {money} từ ngân sách trung ương.',
      'Bội chi và nợ công nằm trong giới hạn an toàn do Quốc hội quyết định, tạo dư địa cho chính sách tài khóa.',
      'Việc phân bổ vốn phải có trọng tâm, trọng điểm; kiên quyết cắt bỏ dự án chưa thật sự cần thiết, kém hiệu quả.',
      'Định mức phân bổ cần tính đến dân số, diện tích tự nhiên và tỷ lệ hộ nghèo của từng địa phương.',
      'Các khoản hỗ trợ trực tiếp được chi trả qua tài khoản, bảo đảm đúng đối tượng, công khai, minh bạch.',
      'Cơ quan chủ quản chịu trách nhiệm về tính chính xác của số liệu và hiệu quả sử dụng nguồn vốn được giao.',
      'Trường hợp phát sinh nhiệm vụ chi ngoài dự toán, cơ quan được giao báo cáo cấp có thẩm quyền trong thời hạn {days} ngày.',
    ],
    measures: [
      'Số thu ngân sách (tỷ đồng)',
      'Số chi đầu tư (tỷ đồng)',
      'Vốn đã giải ngân (tỷ đồng)',
      'Số dự án hoàn thành',
      'Số đơn vị báo cáo',
    ],
  },
]

/** Fit any field; mixed in among its own sentences. */
export const commonSentences: readonly string[] = [
  'Dự thảo đã được lấy ý kiến của các bộ, cơ quan ngang bộ và Ủy ban nhân dân {tens} tỉnh, thành phố trực thuộc trung ương.',
  'Đa số ý kiến thống nhất với sự cần thiết ban hành; {few} ý kiến đề nghị làm rõ phạm vi và lộ trình áp dụng.',
  'Các nội dung sửa đổi bảo đảm phù hợp với Hiến pháp, thống nhất với hệ thống pháp luật và điều ước quốc tế có liên quan.',
  'Việc phân cấp, phân quyền đi đôi với kiểm tra, giám sát và nâng cao trách nhiệm của người đứng đầu.',
  'Chính sách mới không làm phát sinh thủ tục hành chính, không làm tăng tổ chức bộ máy và biên chế.',
  'Cơ quan chủ trì đã nghiên cứu, tiếp thu tối đa và giải trình đầy đủ các ý kiến tham gia.',
  'Quá trình thực hiện cần sơ kết hằng năm, tổng kết vào năm {year} để kịp thời điều chỉnh.',
  'Báo cáo đánh giá tác động cho thấy lợi ích mang lại vượt chi phí tuân thủ khoảng {pct}.',
]
