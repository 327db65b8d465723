/** The archive bundle of a closed ballot or a concluded meeting, and the ledger's root beside it. */
export const archiveVi = {
  title: 'Lưu trữ và đối chiếu',
  text: 'Gói lưu trữ gồm mọi mục của phiếu trong sổ ghi nhận, chữ ký và kết quả kiểm phiếu; kiểm được độc lập, không cần máy chủ.',
  textMeeting:
    'Gói lưu trữ gồm mọi mục của phiên họp trong sổ ghi nhận: chương trình, mã các tài liệu, diễn biến, từng phiếu biểu quyết, kết quả và kết luận; kiểm được độc lập, không cần máy chủ. Gói chứa cả những nội dung chỉ mở cho một số thành viên.',
  root: 'Mã gốc sổ ghi nhận',
  entries: '({{count}} mục)',
  copy: 'Sao chép',
  copied: 'Đã sao chép',
  fetch: 'Tải gói lưu trữ',
  notFetched: 'Chưa tải được gói lưu trữ',
  good: 'Đã tải và kiểm trên máy này: gói đúng, kiểm phiếu lại cho cùng kết quả.',
  goodMeeting: 'Đã tải và kiểm trên máy này: gói đúng, đếm lại các cuộc biểu quyết cho cùng kết quả.',
  bad: 'Gói tải về KHÔNG đúng: {{count}} sai lệch. Xin giữ tệp này làm bằng chứng.',
  closing: 'Mã gốc lúc kiểm phiếu',
  concluding: 'Mã gốc lúc kết luận phiên họp',
  closedAt: 'đóng',
  ballots: 'Gói lưu trữ của các phiếu đã đóng',
  ballotsText:
    'Gói cho người kiểm tra không chứa nội dung dự thảo và ý kiến; mọi cam kết và chữ ký vẫn kiểm được.',
} as const
