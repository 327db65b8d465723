/** Words of a member's home: what needs them, by urgency. */
export const triageVi = {
  title: 'Việc cần làm',
  toAnswer_other: 'Chờ đồng chí trả lời ({{count}})',
  answered: 'Đã trả lời, phiếu chưa đóng',
  summary: 'Tóm tắt',
  reason: 'Vì sao lấy ý kiến',
  advice: 'Ý kiến tham mưu của Văn phòng',
  open_other: 'Mở hồ sơ, {{count}} tài liệu',
  count_other: '{{count}} việc đang chờ đồng chí',
  emptyTitle: 'Không có việc nào đang chờ đồng chí',
  emptyNext: 'Phiếu gần nhất đóng lúc {{when}}; đồng chí đã trả lời và vẫn có thể sửa đến lúc đó.',
  emptyNone:
    'Khi Văn phòng phát hành phiếu mới, phiếu sẽ hiện ở đây và được tải sẵn để đọc khi không có mạng.',
  firstSync: 'Đang tải dữ liệu lần đầu',
  firstSyncText: 'Máy tính bảng đang nhận phiếu và tài liệu. Xin giữ kết nối mạng trong ít phút.',
  toRead: {
    none_other: 'Đã mở đủ {{count}} tài liệu',
    unread_other: 'Chưa đọc {{count}}/{{of}} tài liệu',
    changed_other: '{{count}} tài liệu thay đổi sau khi đọc',
  },
  ready: {
    ready: 'Đọc được khi không có mạng',
    checking: 'Đang kiểm tra tài liệu',
    waiting: 'Chưa tải đủ tài liệu ({{percent}}%)',
    noRoom: 'Máy không đủ chỗ cho tài liệu (thiếu {{size}})',
    noProgram: 'Đủ tài liệu, chưa lưu xong ứng dụng vào máy',
    none: 'Không có tài liệu kèm theo',
  },
} as const
