/** Words of what two officers rule on after closing. */
export const rulingVi = {
  none: 'Không có trường hợp nào cần quyết định',
  noneText: 'Mọi thành viên đã trả lời hợp lệ, hoặc im lặng có đủ bằng chứng.',
  text: 'Mỗi quyết định cần hai cán bộ trên hai thiết bị: một người đề nghị kèm lý do, một người khác xác nhận. Kết quả được kiểm lại và ghi rõ thay cho mục nào.',
  case: {
    'not-reached': 'Chưa tiếp cận được',
    late: 'Trả lời đến muộn',
    lateClaimed: 'Trả lời đến muộn, ký trước hạn',
    conflict: 'Hai trả lời khác nhau',
    'device-revoked': 'Gửi từ thiết bị đã bị thu hồi',
    other: 'Đang tạm giữ',
  },
  why: {
    late: 'Ghi nhận số {{n}}, lúc {{when}}, sau khi hết hạn.',
    lateClaimed:
      'Ghi nhận số {{n}}, lúc {{when}}, sau khi hết hạn. Thiết bị ghi giờ ký {{cast}} và mốc sổ trước hạn, nên lời khai “đúng hạn” có cơ sở.',
    conflict: 'Một trong hai trả lời cùng có hiệu lực từ hai thiết bị. Ghi nhận số {{n}}, lúc {{when}}.',
    other: 'Ghi nhận số {{n}}, lúc {{when}}.',
  },
  waits: 'Chờ quyết định',
  proposed: 'Chờ cán bộ thứ hai',
  ruled: 'Đã quyết định',
  proposedBy: '{{name}} đề nghị lúc {{when}}: {{what}}',
  own: 'Đồng chí đã đề nghị nên không tự xác nhận được. Cần một cán bộ khác.',
  otherwise:
    'Không đồng ý thì đồng chí không cần làm gì: đề nghị không có hiệu lực khi chưa có người thứ hai xác nhận.',
  counts: 'Đề nghị tính',
  countsSilence: 'Đề nghị coi như đồng ý',
  not: 'Đề nghị không tính',
  confirm: 'Xác nhận',
  ruledText: '{{first}} và {{second}} quyết định lúc {{when}}: {{what}}. Lý do: {{reason}}',
  decision: {
    'count-late': 'tính trả lời này',
    'count-silence': 'coi như đồng ý',
    'do-not-count': 'không tính',
  },
  sheet: {
    counts: 'Đề nghị tính trả lời của {{name}}',
    countsSilence: 'Đề nghị coi {{name}} như đồng ý',
    not: 'Đề nghị không tính trả lời của {{name}}',
    notSilence: 'Đề nghị giữ {{name}} là chưa tiếp cận được',
    text: 'Đề nghị được ghi vào sổ và chờ một cán bộ khác xác nhận. Kết quả kiểm phiếu chưa đổi cho đến lúc đó.',
    confirmText:
      'Sau khi xác nhận, máy chủ kiểm phiếu lại ngay. Kết quả mới ghi tên cả hai cán bộ và mục được thay.',
    propose: 'Ký và đề nghị',
    proposed: 'Đã ghi đề nghị. Chờ cán bộ thứ hai.',
    confirm: 'Ký và xác nhận',
    confirmed: 'Đã xác nhận. Máy chủ đã kiểm phiếu lại.',
    confirmTitle: 'Xác nhận đề nghị về {{name}}',
  },
  proposal: {
    device: 'đăng ký thêm một thiết bị',
    silenceCounts: 'coi {{name}} như đồng ý. Lý do: {{reason}}',
    silenceNot: 'giữ {{name}} là chưa tiếp cận được. Lý do: {{reason}}',
    heldCounts: 'tính trả lời của {{name}}. Lý do: {{reason}}',
    heldNot: 'không tính trả lời của {{name}}. Lý do: {{reason}}',
  },
} as const
