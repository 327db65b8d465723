/** Words of the document viewer. */
export const viewerVi = {
  label: 'Tài liệu đang mở',
  opening: 'Đang mở tài liệu',
  page: 'Trang',
  pageOf: 'trên {{total}}',
  goTo: 'Đến trang',
  previous: 'Trang trước',
  next: 'Trang sau',
  zoomIn: 'Phóng to',
  zoomOut: 'Thu nhỏ',
  fitWidth: 'Vừa chiều rộng',
  fitPage: 'Vừa cả trang',
  percent: '{{percent}}%',
  notLoaded:
    'Không tải được phần đọc tài liệu của ứng dụng. Tài liệu vẫn còn trên máy, trả lời của đồng chí không bị ảnh hưởng.',
  remedy: 'Xin thử lại, hoặc đọc tài liệu khác.',
} as const
