/** Words of what follows a session: concluding it, its minutes, the notice, and drafts sent round. */
export const afterMeetingVi = {
  act: 'Kết thúc, ban hành kết luận',
  ended: 'Phiên họp đã bế mạc lúc {{when}}',
  endedText:
    'Người chủ trì còn sửa được kết luận ở bàn điều hành, cho đến khi lãnh đạo Văn phòng ký kết thúc phiên họp.',
  concluded: '{{name}} ký kết thúc phiên họp lúc {{when}}',
  concludedText: 'Kết luận không sửa được nữa. Thông báo kết luận đã đến những người được đọc.',
  notice: 'Đã có thông báo kết luận',
  noticeText: 'Ban hành lúc {{when}}, gồm những nội dung đồng chí được đọc.',
  consoleEnded:
    'Đã bế mạc. Đồng chí chủ trì còn sửa được kết luận từng nội dung, cho đến khi lãnh đạo Văn phòng ký kết thúc phiên họp.',
  voteFirst: 'Còn một biểu quyết đang mở: xin đóng hoặc hủy trước khi bế mạc.',
  task: 'Phiên họp đã bế mạc, chờ ký kết thúc',
  conclude: {
    title: 'Kết thúc phiên họp: {{title}}',
    confirm: 'Ký kết thúc',
    done: 'Đã kết thúc phiên họp. Thông báo kết luận đã được ban hành.',
    warning: 'Sau khi ký, kết luận và phiếu giấy không sửa, không bổ sung được nữa.',
    text: 'Đồng chí ký ban hành các kết luận dưới đây. Mỗi người dự họp đọc được thông báo kết luận với những nội dung mình được đọc.',
    missing_other: 'Còn thiếu {{count}} việc',
    adopted: 'Thông qua cùng khối, không có kết luận riêng.',
    none: 'Chưa có kết luận.',
    assignments_other: 'Giao {{count}} nhiệm vụ',
  },
  gap: {
    'no-conclusion': 'Nội dung {{no}} đã bàn, chưa có kết luận.',
    'not-discussed': 'Nội dung {{no}} chưa bàn.',
    'paper-waits': 'Nội dung {{no}}: phiếu giấy của {{name}} chưa có cán bộ thứ hai xác nhận.',
  },
} as const
