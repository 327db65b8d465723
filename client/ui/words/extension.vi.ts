/** Words of an extension that waits for an answer, and of one that can no longer be asked (T4). */
export const extensionVi = {
  sign_other: 'Đang xin thêm {{count}} ngày, đến {{day}}',
  title_other: 'Đang xin gia hạn thêm {{count}} ngày: từ {{from}} đến {{to}}',
  forOffice: 'Chờ Văn phòng xem xét',
  forAssigner: 'Văn phòng đã trình, chờ {{name}} quyết định',
  asked: '{{name}} gửi lúc {{when}}',
  reason: 'Lý do: {{reason}}',
  onTheWay: 'Đề nghị đã lưu trên máy này, chờ gửi.',
  one: 'Mỗi lần chỉ có một đề nghị gia hạn. Sau khi đề nghị này được trả lời, đồng chí có thể gửi đề nghị khác.',
  understood: 'Đã rõ',
  tooLate:
    'Thời hạn {{day}} đã qua nên không xin gia hạn được nữa. Xin đồng chí báo cáo tiến độ, ghi rõ lý do chậm và ngày dự kiến xong.',
  refusedLate:
    'Đề nghị đến sau thời hạn, và không có căn cứ cho thấy đã được viết trước hạn. Thời hạn không đổi; xin báo cáo tiến độ, ghi rõ lý do chậm.',
  report: 'Báo cáo tiến độ',
  toAnswer_other: 'Đề nghị gia hạn chờ trả lời ({{count}})',
  more_other: 'Xem thêm {{count}} đề nghị',
} as const
