/** Words of what follows a session: concluding it, its minutes, the notice, and drafts sent round. */
export const afterMeetingVi = {
  act: { conclude: 'Kết thúc, ban hành kết luận', circulate: 'Lấy ý kiến dự thảo kết luận' },
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
    attended: 'Dự họp: {{present}}/{{members}} thành viên Chính phủ.',
    vote: 'Biểu quyết: {{question}}',
  },
  circulate: {
    title: 'Lấy ý kiến thành viên về dự thảo kết luận',
    text: 'Một phiếu lấy ý kiến được soạn sẵn trên máy này, kèm dự thảo thông báo kết luận của nội dung đã chọn. Đồng chí xem lại, đặt hạn trả lời rồi trình duyệt như mọi phiếu; chưa có gì được gửi đi.',
    item: 'Nội dung',
    itemHint:
      'Phiếu gửi đến mọi thành viên, nên chỉ chọn được nội dung không giới hạn người đọc và đã có kết luận.',
    none: 'Chưa có nội dung nào lấy ý kiến được.',
    confirm: 'Soạn phiếu',
    working: 'Đang lập và gửi dự thảo lên máy chủ…',
    failed: 'Chưa soạn được phiếu',
    refused: 'Máy chủ không nhận tệp dự thảo. Xin thử lại, hoặc tải dự thảo về và soạn phiếu bằng tay.',
    notKept: 'Máy này không ghi được bản soạn. Xin giải phóng chỗ trống rồi thử lại.',
    ballotTitle: 'Dự thảo kết luận: {{title}}',
    reason: 'Kết luận tại {{meeting}}, lấy ý kiến thành viên Chính phủ trước khi ban hành.',
    question: 'Đồng chí có đồng ý với dự thảo kết luận về “{{title}}” không?',
    document: 'Dự thảo Thông báo kết luận',
  },
  gap: {
    'no-conclusion': 'Nội dung {{no}} đã bàn, chưa có kết luận.',
    'not-discussed': 'Nội dung {{no}} chưa bàn.',
    'paper-waits': 'Nội dung {{no}}: phiếu giấy của {{name}} chưa có cán bộ thứ hai xác nhận.',
  },
} as const
