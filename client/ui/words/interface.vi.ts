/** Words of the domain-free components. */
export const interfaceVi = {
  back: 'Quay lại',
  close: 'Đóng',
  cancel: 'Để sau',
  stop: 'Dừng',
  undo: 'Hoàn tác',
  retry: 'Thử lại',
  loading: 'Đang tải',
  change: { added: 'thêm', removed: 'bỏ' },
  skipToContent: 'Đến nội dung chính',
  list: {
    fold: 'Thu gọn danh sách',
    unfold: 'Mở danh sách',
    thing: 'Nội dung đang mở',
  },
  choice: {
    upTo: 'Chọn tối đa {{most}}, đã chọn {{count}}',
  },
  deadline: {
    label: 'Hạn trả lời',
    workingDays_other: 'còn {{count}} ngày làm việc',
    hours_other: 'còn {{count}} giờ',
    hoursAndDays_other: '{{hours}} ({{count}} ngày làm việc)',
    minutes_other: 'còn {{count}} phút',
    none: 'còn chưa đầy một phút',
    passed: 'đã hết hạn',
  },
  notKept: 'Không giữ được trên máy này',
  notKeptText: 'Máy không ghi được dữ liệu. Xin ký gửi ngay, hoặc chép lại trước khi rời màn hình.',
  month: { previous: 'Tháng trước', next: 'Tháng sau' },
  weekday: {
    sunday: 'Chủ nhật',
    monday: 'Thứ Hai',
    tuesday: 'Thứ Ba',
    wednesday: 'Thứ Tư',
    thursday: 'Thứ Năm',
    friday: 'Thứ Sáu',
    saturday: 'Thứ Bảy',
  },
  passPhrase: {
    show: 'Hiện chữ đã nhập',
    hide: 'Ẩn chữ đã nhập',
    capsLock: 'Phím Caps Lock đang bật',
  },
  progress: {
    share: '{{done}} / {{total}}',
  },
  bar: {
    share: '{{percent}}%',
  },
  table: {
    sortBy: 'Sắp xếp theo {{column}}',
  },
  error: {
    title: 'Có lỗi xảy ra',
    meaning: 'Những gì đồng chí đã lưu trên máy tính bảng vẫn còn nguyên.',
    remedy: 'Bấm “Thử lại”. Nếu lỗi lặp lại, xin báo bộ phận hỗ trợ của Văn phòng kèm mã dưới đây.',
    code: 'Mã lỗi',
  },
  notAllowed: {
    title: 'Nội dung này không dành cho đồng chí',
    text: 'Không có nội dung nào ở địa chỉ này mà đồng chí được xem.',
  },
  offline: {
    title: 'Máy tính bảng đang ngoại tuyến',
    since: 'Ngoại tuyến từ {{hour}}.',
  },
  theme: {
    label: 'Nền màn hình',
    light: 'Sáng',
    dark: 'Tối',
    auto: 'Theo máy',
  },
  textSize: { label: 'Cỡ chữ', usual: 'Chữ vừa', large: 'Chữ lớn', larger: 'Rất lớn' },
  language: {
    label: 'Ngôn ngữ',
  },
} as const
