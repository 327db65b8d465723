/** Words for what became of a matter across ballots and meetings. */
export const trailVi = {
  title: 'Quá trình xem xét',
  here: 'Đang xem',
  ballotDraft: 'Phiếu lấy ý kiến đang soạn',
  item: 'Nội dung tại {{meeting}}',
  directive: 'Văn bản chỉ đạo, điều hành',
  inBlock: 'Thông qua cùng khối',
  state: {
    planned: 'Trong chương trình họp',
    'under-way': 'Đang thảo luận',
    discussed: 'Đã thảo luận, chưa có kết luận',
    concluded: 'Đã có kết luận',
    withdrawn: 'Đã rút khỏi chương trình',
    cancelled: 'Phiên họp đã hủy',
  },
  task: {
    over: 'Nhiệm vụ giao {{agency}}',
    report: 'Báo cáo gần nhất: {{percent}}%, {{when}}',
    done: 'Báo cáo gần nhất: hoàn thành, {{when}}',
  },
  outcome: {
    toMeeting: 'Đã chuyển ra phiên họp',
    resolved: 'Đã ban hành {{number}} ngày {{day}}',
  },
  stillOpen_other: 'Còn {{count}} trường hợp chờ hai cán bộ quyết định',
  stillOpenText:
    'Sau khi ghi kết quả xử lý thì không quyết định thêm được nữa. Xin quyết định trước ở mục “Cần quyết định”, nếu các trả lời ấy phải được tính.',
  resolve: {
    title: 'Ghi kết quả của Phiếu {{number}}',
    text: 'Ghi số và ngày của nghị quyết đã ban hành trên cơ sở phiếu này. Mọi thành viên thấy kết quả ở phiếu; ghi lại thì bản sau thay bản trước, bản trước vẫn nằm trong sổ ghi nhận.',
    number: 'Số, ký hiệu nghị quyết',
    date: 'Ngày ban hành',
    confirm: 'Ghi kết quả',
    done: 'Đã ghi kết quả của phiếu.',
  },
  toMeeting: {
    title: 'Chuyển Phiếu {{number}} ra phiên họp',
    text: 'Phiếu được đánh dấu đã chuyển ra phiên họp. Khi soạn chương trình họp, chọn phiếu này ở mục “Nội dung này tiếp nối” để hai việc nối với nhau.',
    confirm: 'Chuyển ra phiên họp',
    done: 'Đã chuyển phiếu ra phiên họp.',
  },
  source: {
    label: 'Nội dung này tiếp nối',
    hint: 'Phiếu lấy ý kiến được chuyển ra phiên họp, hoặc nội dung của phiên họp trước chưa kết thúc.',
    none: 'Không tiếp nối việc nào',
    item: 'Phiên họp {{day}}',
    notHere: 'Việc trước đó không có trên máy này',
  },
} as const
