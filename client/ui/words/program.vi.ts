/** Words around all screens: places, the line that says where things stand, the update, the other tab. */
export const programVi = {
  place: {
    home: 'Việc cần làm',
    homeWaiting_other: '{{count}} việc đang chờ đồng chí',
    meetings: 'Phiên họp',
    ballots: 'Phiếu lấy ý kiến',
    search: 'Tra cứu',
    receipts: 'Biên nhận',
    storage: 'Lưu trữ',
    devices: 'Thiết bị',
    desk: 'Bàn làm việc',
    deskBallots: 'Phiếu',
    agency: 'Phiếu của cơ quan',
    ledger: 'Sổ ghi nhận',
    people: 'Người dùng & chức vụ',
  },
  status: {
    synced: 'Đã đồng bộ lúc {{when}}',
    syncing: 'Đang đồng bộ lần đầu',
    offline: 'Ngoại tuyến từ {{when}}',
    offlineUnknown: 'Đang ngoại tuyến',
    silent: 'Máy chủ không phản hồi từ {{when}}, đang thử lại',
    silentUnknown: 'Máy chủ không phản hồi, đang thử lại',
    signedOut: 'Máy chủ chưa nhận thiết bị này, đang đăng nhập lại',
    update: 'Văn phòng yêu cầu cập nhật ứng dụng',
    notTrusted: 'Dữ liệu từ máy chủ không khớp với sổ ghi nhận, đã ngừng nhận',
    full: 'Máy tính bảng hết chỗ, tài liệu mới chưa tải được',
    lacking_other: 'Thiếu chỗ, {{count}} tài liệu chưa tải được',
    fetching: 'đang tải tài liệu {{percent}}%',
    notStored: 'Máy tính bảng không ghi được dữ liệu mới',
    waiting_other: '{{count}} trả lời chờ gửi',
    notesWaiting_other: 'ghi chú trên {{count}} tài liệu chờ gửi',
    on: '{{hour}} ngày {{day}}',
  },
  unknownPerson: 'Đang tải thông tin người dùng',
  update: {
    title: 'Có phiên bản mới của ứng dụng',
    ready:
      'Cập nhật chỉ mất vài giây. Những gì đồng chí đã lưu và đã viết vẫn còn nguyên; ứng dụng sẽ khóa lại và hỏi cụm mật khẩu.',
    unsent_other:
      'Còn {{count}} trả lời chưa gửi về Văn phòng. Nên đợi gửi xong rồi cập nhật. Nếu cập nhật ngay, trả lời vẫn nằm trên máy và sẽ được gửi sau.',
    notes_other:
      'Còn ghi chú trên {{count}} tài liệu chưa gửi. Nên đợi gửi xong rồi cập nhật. Nếu cập nhật ngay, ghi chú vẫn nằm trên máy và sẽ được gửi sau.',
    drafting: 'Đồng chí có phần đang viết dở. Phần đó đã được giữ trên máy; nên làm xong rồi cập nhật.',
    now: 'Cập nhật ngay',
    anyway: 'Vẫn cập nhật',
    later: 'Để sau',
  },
  signOut: {
    title: 'Đăng xuất khi còn ghi chú chưa gửi',
    notes_other:
      'Ghi chú trên {{count}} tài liệu mới chỉ có trên máy này. Ghi chú vẫn được giữ, niêm phong, và chỉ gửi đi sau lần mở khóa tiếp theo khi có mạng.',
    confirm: 'Đăng xuất',
  },
  tab: {
    waitingTitle: 'Ứng dụng đang mở ở một cửa sổ khác',
    asideTitle: 'Ứng dụng đã chuyển sang một cửa sổ khác',
    text: 'Mỗi lúc chỉ một cửa sổ được làm việc, để không trả lời nào bị ghi hai lần. Dữ liệu của đồng chí không bị ảnh hưởng.',
    free: 'Khi cửa sổ kia đóng lại, cửa sổ này tự làm việc tiếp và hỏi cụm mật khẩu.',
    remedy: 'Đồng chí đóng cửa sổ này, hoặc chuyển việc về đây. Phần viết dở ở cửa sổ kia vẫn được giữ.',
    takeOver: 'Làm việc ở cửa sổ này',
  },
} as const
