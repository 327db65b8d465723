/** Words around the restore of the ledger from a backup: what everybody is told, and what two officers do. */
export const restoreVi = {
  status: 'Sổ ghi nhận đang khôi phục; việc đã ký chờ trên máy này',
  title: 'Khôi phục sổ ghi nhận',
  under:
    'Sau khi máy chủ trở về một bản sao lưu: khai báo, nhận lại những gì các thiết bị còn giữ, rồi kết thúc.',
  banner: {
    title: 'Sổ ghi nhận đang được khôi phục từ bản sao lưu',
    text: '{{first}} và {{second}} đã khai báo lúc {{when}}. Lý do: “{{reason}}” Máy này đã nộp lại các biên nhận nó giữ. Phiếu phát hành sau bản sao lưu trở lại khi khôi phục xong. Đồng chí vẫn đọc và ký được; việc đã ký chờ trên máy và được gửi lúc đó.',
    open: 'Xem việc khôi phục',
    undeclaredTitle: 'Máy chủ báo vừa được khôi phục, chưa ai khai báo',
    undeclaredText:
      'Sổ ghi nhận của máy chủ không khớp với những gì máy này đã thấy. Máy này giữ nguyên dữ liệu. Nếu đúng là đã khôi phục, cần hai cán bộ khai báo.',
    declare: 'Khai báo khôi phục',
  },
  loading: 'Đang hỏi máy chủ',
  notFetched: 'Chưa xem được tình trạng khôi phục',
  refresh: 'Xem lại',
  none: 'Sổ ghi nhận không ở trong đợt khôi phục nào',
  noneText: 'Trang này chỉ dùng sau khi người vận hành phục hồi cơ sở dữ liệu từ bản sao lưu.',
  phase: {
    announced: 'Chờ khai báo',
    declared: 'Đang nhận lại từ các thiết bị',
    ended: 'Đã kết thúc',
  },
  next: {
    announced:
      'Người vận hành báo đã phục hồi bản sao lưu. Khi hai cán bộ khai báo xong, các máy tính bảng mới tin và nộp lại biên nhận chúng giữ. Trong lúc này máy chủ không đóng phiếu, không cấp số, không nhận việc nào khác.',
    declared:
      'Các thiết bị nộp lại khi có mạng. Xem những số còn thiếu, thiết bị chưa nộp và tài liệu thiếu bên dưới; đủ rồi thì kết thúc. Khi kết thúc, những gì nhận lại được ghi vào sổ theo đúng thứ tự và giờ cũ.',
    ended:
      'Sổ ghi nhận làm việc bình thường. Trả lời nào đến sau được xét theo giờ hôm nay, kèm biên nhận cũ để hai cán bộ quyết định.',
  },
  epoch: 'Kỳ của sổ',
  size: 'Bản sao lưu có',
  entries_other: '{{count}} mục',
  root: 'Mã gốc của bản sao lưu',
  keptTo: 'Mục cuối cùng ghi lúc',
  reason: 'Lý do',
  seen: 'Các thiết bị từng thấy',
  handedIn: 'Đã nhận lại',
  missing: 'Số còn thiếu',
  missingText_other: '{{count}} số cũ chưa thiết bị nào nộp lại: {{list}}',
  missingMore_other: 'và {{count}} khoảng nữa',
  missingNone: 'Mọi số mà các thiết bị từng thấy đã được nộp lại.',
  missingHint:
    'Mục do máy chủ tự ghi và việc không nằm trong phiếu nào (như đăng ký thiết bị) không máy tính bảng nào giữ; chúng vẫn tính là thiếu.',
  apart: 'Để riêng, không ghi lại',
  apartText_other: '{{count}} mục trái với sổ hoặc đến quá muộn: {{list}}',
  files: 'Tài liệu thiếu',
  filesText_other:
    '{{count}} tài liệu của các phiếu không còn ở máy chủ. Chuyên viên tải lại đúng tệp cũ là đủ.',
  filesNone: 'Không thiếu tài liệu nào.',
  devices: 'Thiết bị đã nộp lại',
  devicesCount: '{{done}} / {{total}}',
  device: 'Thiết bị',
  owner: 'Người dùng',
  at: 'Nộp xong lúc',
  notYet: 'chưa nộp xong',
  leaves: 'Số mục',
  begin: 'Đề nghị khai báo',
  beginText:
    'Đề nghị được ký bằng khóa của máy này và ghi vào sổ. Cán bộ thứ hai xác nhận trên thiết bị khác; từ lúc đó các máy tính bảng tin kỳ mới của sổ.',
  end: 'Đề nghị kết thúc',
  endText:
    'Sau khi cán bộ thứ hai xác nhận, những gì đã nhận lại được ghi vào sổ và máy chủ làm việc bình thường.',
  endWarning_other:
    'Còn {{count}} số cũ chưa có. Những gì không ai giữ coi như mất, và được ghi rõ trong sổ.',
  sign: 'Ký và đề nghị',
  proposed: 'Đã ghi đề nghị. Chờ cán bộ thứ hai.',
  waits: 'Chờ cán bộ thứ hai',
  proposedBy: '{{name}} đề nghị lúc {{when}}: {{what}}.',
  operatorSaid: 'Người vận hành ghi: “{{reason}}”',
  saidReason: 'Lý do: “{{reason}}”',
  own: 'Đồng chí đã đề nghị nên không tự xác nhận được. Cần một cán bộ khác, trên thiết bị khác.',
  confirm: 'Ký và xác nhận',
  confirmTitle: 'Xác nhận: {{what}}',
  confirmed: 'Đã xác nhận.',
  proposal: {
    'begin-epoch': 'khai báo khôi phục sổ ghi nhận',
    'end-restore': 'kết thúc khôi phục sổ ghi nhận',
  },
} as const
