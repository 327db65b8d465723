/** Words around all screens: places, the line that says where things stand, the update, the other tab. */
export const programVi = {
  place: {
    home: 'Việc cần làm',
    homeWaiting_other: '{{count}} việc đang chờ đồng chí',
    ballots: 'Phiếu lấy ý kiến',
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
    notStored: 'Máy tính bảng không ghi được dữ liệu mới',
    waiting_other: '{{count}} trả lời chờ gửi',
    on: '{{hour}} ngày {{day}}',
  },
  unknownPerson: 'Đang tải thông tin người dùng',
  update: {
    title: 'Có phiên bản mới của ứng dụng',
    ready:
      'Cập nhật chỉ mất vài giây. Những gì đồng chí đã lưu và đã viết vẫn còn nguyên; ứng dụng sẽ khóa lại và hỏi cụm mật khẩu.',
    unsent_other:
      'Còn {{count}} trả lời chưa gửi về Văn phòng. Nên đợi gửi xong rồi cập nhật. Nếu cập nhật ngay, trả lời vẫn nằm trên máy và sẽ được gửi sau.',
    drafting:
      'Đồng chí đang viết dở một trả lời. Bản viết dở đã được giữ trên máy; nên ký gửi xong rồi cập nhật.',
    now: 'Cập nhật ngay',
    anyway: 'Vẫn cập nhật',
    later: 'Để sau',
  },
  tab: {
    waitingTitle: 'Ứng dụng đang mở ở một thẻ khác',
    asideTitle: 'Ứng dụng đã chuyển sang một thẻ khác',
    text: 'Mỗi lúc chỉ một thẻ được làm việc, để không trả lời nào bị ghi hai lần. Dữ liệu của đồng chí không bị ảnh hưởng.',
    remedy: 'Đồng chí đóng thẻ này, hoặc chuyển việc về đây. Phần viết dở ở thẻ kia vẫn được giữ.',
    takeOver: 'Làm việc ở thẻ này',
  },
} as const
