/** Words of plain pages for roles whose own parts come later: clerk, auditor, administrator. */
export const directoryVi = {
  people: {
    title: 'Người dùng & chức vụ',
    under: 'Danh sách để tra cứu: ai giữ chức vụ nào, từ ngày nào, có bao nhiêu thiết bị đang dùng.',
    label: 'Danh sách người dùng',
    find: 'Tìm theo tên, chức vụ, cơ quan',
    name: 'Họ tên',
    post: 'Chức vụ',
    agency: 'Cơ quan',
    from: 'Từ ngày',
    devices: 'Thiết bị',
    filter: 'Lọc người dùng',
    nothingFound: 'Không có người nào khớp.',
    show: {
      all: 'Tất cả',
      members: 'Thành viên Chính phủ',
      office: 'Văn phòng',
      others: 'Khác',
      noDevice: 'Chưa có thiết bị',
    },
  },
  agency: {
    title: 'Phiếu của cơ quan',
    under: 'Phiếu do cơ quan của đồng chí chủ trì: xem hồ sơ, và giải trình ý kiến sau khi phiếu đóng.',
    none: 'Chưa có phiếu nào do cơ quan của đồng chí chủ trì',
    noneText: 'Phiếu hiện ở đây sau khi được phát hành.',
    choose: 'Chọn một phiếu để xem',
    notHere: 'Nội dung phiếu chưa tải về máy này.',
  },
  ledger: {
    title: 'Sổ ghi nhận',
    under:
      'Để kiểm tra sổ độc lập với máy chủ. Sổ không chứa nội dung ý kiến, chỉ có cam kết (mã băm có muối).',
    now: 'Mốc sổ máy này đã kiểm',
    epoch: 'Kỳ',
    size: 'Số mục',
    root: 'Mã gốc (SHA-256)',
    none: 'Máy này chưa kiểm mốc nào',
    noneText: 'Mốc hiện ra sau lần đồng bộ đầu tiên.',
    compare:
      'So mã gốc này với mã in trên báo cáo hoặc trên máy của người khác ở cùng số mục: khác nhau là sổ đã bị sửa hoặc tách đôi.',
    download: 'Tải toàn bộ sổ',
    downloadText:
      'Tệp JSON gồm nguyên văn từng mục theo thứ tự và mốc do máy chủ ký. Máy tính lại cây băm ngay khi tải và so với mốc đã ký.',
    start: 'Tải và kiểm',
    working: 'Đang tải sổ',
    share: '{{done}} mục',
    save: 'Lưu tệp',
    result: {
      good: 'Khớp: {{count}} mục cho đúng mã gốc trong mốc do máy chủ ký.',
      'root-differs':
        'Không khớp: các mục tải về cho mã gốc khác với mốc do máy chủ ký. Xin giữ tệp này làm bằng chứng.',
      'not-signed': 'Mốc tải về không có chữ ký hợp lệ của máy chủ. Xin giữ tệp này làm bằng chứng.',
      'leaves-missing': 'Máy chủ đưa ít mục hơn mốc đã ký. Xin thử lại; nếu lặp lại, giữ tệp làm bằng chứng.',
      stopped: 'Đã dừng.',
    },
    seen: {
      good: 'Mốc máy này từng thấy nằm trong sổ vừa tải, không bị sửa.',
      differs: 'Mốc máy này từng thấy KHÔNG nằm trong sổ vừa tải: sổ đã bị thay hoặc quay lui.',
    },
    key: 'Khóa sổ đã ghim lúc đăng ký',
    notFetched: 'Chưa tải được sổ',
  },
} as const
