/** Following the page of who presents. */
export const presentingVi = {
  label: 'Theo người trình bày',
  leads: '{{name}} đang trình bày: {{title}}, trang {{page}}',
  leadsUnknown: '{{name}} đang trình bày một tài liệu không có trên máy của đồng chí',
  follow: 'Theo người trình bày',
  following: 'Đang theo người trình bày',
  leave: 'Thôi theo',
  back: 'Quay lại trang đang trình bày',
  present: 'Trình bày từ máy của tôi',
  presenting: 'Đang trình bày từ máy của đồng chí: ai theo dõi sẽ thấy trang đồng chí đang mở',
  presentingNothing: 'Đang trình bày từ máy của đồng chí: mở một tài liệu để mọi người cùng xem',
  stop: 'Thôi trình bày',
  cut: 'Mất kết nối với người trình bày. Tài liệu vẫn đọc được; khi có mạng sẽ tự theo lại.',
}
