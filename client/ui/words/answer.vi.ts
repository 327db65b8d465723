/** Words of an answer to a ballot: choices, making it, signing it, where it stands. */
export const answerVi = {
  agree: 'Đồng ý',
  disagree: 'Không đồng ý',
  other: 'Ý kiến khác',
  otherNote: 'Cần ghi rõ nội dung',
  none: 'Chưa chọn',
  issue: 'Vấn đề {{no}}',
  ballot: 'Phiếu {{number}}',
  textOther: 'Nội dung ý kiến khác (bắt buộc)',
  textComment: 'Ý kiến kèm theo (không bắt buộc)',
  addText: 'Thêm ý kiến kèm theo',
  textTooLong_other: 'Ý kiến dài quá {{count}} chữ. Xin rút gọn, hoặc gửi công văn riêng.',
  textMissing: 'Đồng chí đã chọn “Ý kiến khác”, xin ghi rõ nội dung.',
  kept: 'Bản viết dở được giữ trên máy tính bảng này, chưa gửi.',
  notKept:
    'Không giữ được bản viết dở vì máy không ghi được dữ liệu. Đồng chí nên ký gửi ngay, hoặc chép lại trước khi rời màn hình.',
  chosen: 'Đã chọn {{done}}/{{total}} vấn đề',
  gap: {
    missing: 'Còn thiếu: {{what}}',
    'not-chosen': 'lựa chọn ở Vấn đề {{no}}',
    'text-missing': 'nội dung ý kiến khác ở Vấn đề {{no}}',
    'text-too-long_other': 'Ý kiến ở Vấn đề {{no}} dài quá {{count}} chữ',
  },
  review: 'Xem và ký',
  reviewAgain: 'Sửa trả lời',
  sheet: {
    one: 'Gửi “{{choice}}” cho Phiếu {{number}}, Vấn đề {{no}}',
    many_other: 'Gửi trả lời cho {{count}} vấn đề của Phiếu {{number}}',
    words: 'Kèm ý kiến:',
    version: 'Trả lời cho bản {{no}} của phiếu',
    sign: 'Ký và gửi',
    signOffline: 'Ký và gửi khi có kết nối',
    offline:
      'Chưa kết nối được với Văn phòng: ký xong, trả lời được lưu trên máy này và tự gửi đi khi có kết nối.',
    revisable:
      'Sau khi gửi, đồng chí vẫn có thể trả lời lại cho đến khi phiếu đóng. Mọi lần trả lời đều được lưu.',
    final: 'Trả lời này là cuối cùng: sau khi gửi không sửa được nữa.',
    replaces: 'Trả lời này thay cho trả lời trước của đồng chí.',
    settles: 'Trả lời này thay cho cả hai trả lời trước đó từ hai máy.',
    late: 'Đã quá hạn trả lời theo giờ của máy tính bảng. Trả lời vẫn được ký và gửi; Văn phòng có thể ghi là đến muộn.',
    closed:
      'Phiếu đã đóng. Trả lời vẫn được ký và gửi, nhưng Văn phòng sẽ ghi là đến muộn và chưa tính, cho đến khi hai cán bộ quyết định.',
    recalled: 'Phiếu đã bị thu hồi. Trả lời vẫn được ký và gửi, nhưng sẽ chỉ được lưu lại, không tính.',
    notStored: 'Chưa lưu được trả lời vào máy tính bảng',
    notStoredFull:
      'Máy tính bảng đã hết chỗ, nên trả lời chưa được ký gửi. Nội dung đồng chí chọn vẫn còn trên màn hình này. Xin mở trang Lưu trữ để giải phóng chỗ, rồi ký lại.',
    notStoredOther:
      'Máy tính bảng không ghi được dữ liệu, nên trả lời chưa được ký gửi. Nội dung đồng chí chọn vẫn còn trên màn hình này. Xin ký lại; nếu vẫn lỗi, báo Văn phòng kèm mã: {{detail}}',
    notFound: 'Phiếu này không còn trên máy tính bảng, nên chưa ký được. Xin đồng bộ rồi mở lại phiếu.',
  },
  /** What the count made of a silence, or of what came late. */
  count: {
    title: 'Đồng chí trong kết quả kiểm phiếu',
    deemed:
      'Đồng chí không trả lời trước hạn. Thiết bị của đồng chí đã nhận phiếu, nên được tính là coi như đồng ý.',
    'deemed-by-ruling': 'Đồng chí không trả lời trước hạn. Hai cán bộ đã quyết định tính là coi như đồng ý.',
    'not-reached':
      'Phiếu được ghi là chưa tới được đồng chí trước hạn, nên không tính là tán thành, trừ khi hai cán bộ quyết định khác.',
    'not-reached-by-ruling':
      'Phiếu được ghi là chưa tới được đồng chí trước hạn. Hai cán bộ đã quyết định không tính là tán thành.',
    held: 'Trả lời của đồng chí đang tạm giữ, chưa tính vào kết quả; chờ hai cán bộ quyết định.',
    'held-by-ruling': 'Hai cán bộ đã quyết định không tính trả lời đến muộn của đồng chí.',
    'counted-by-ruling': 'Hai cán bộ đã quyết định tính trả lời của đồng chí vào kết quả.',
  },
  recordedToast: 'Phiếu {{number}}: Văn phòng đã nhận và ghi vào sổ.',
  savedToast: 'Phiếu {{number}}: đã lưu trên máy, chờ gửi Văn phòng.',
  state: {
    none: 'Chưa trả lời',
    saved: 'Đã lưu trên máy tính bảng này',
    savedShort: 'Đã lưu trên máy, Văn phòng chưa nhận',
    savedText: 'Lưu lúc {{when}}, chờ gửi. Văn phòng chưa nhận được.',
    savedOutlook: 'Khi gửi tới, Văn phòng có thể tạm giữ: {{why}}',
    recorded: 'Văn phòng đã ghi nhận',
    recordedText: 'Văn phòng đã ghi nhận số {{n}}, lúc {{when}}.',
    heldText: 'Văn phòng đã nhận và tạm giữ, số {{n}}, lúc {{when}}: {{why}}.',
    refusedText: 'Văn phòng không nhận trả lời này, số {{n}}, lúc {{when}}.',
    receipt: 'Xem biên nhận',
    former: 'Đã ghi nhận cho bản trước',
    held: 'Đang tạm giữ',
    refused: 'Không được nhận',
    conflict: 'Hai trả lời khác nhau',
    rejected: 'Gửi chưa thành công',
    yours: 'Trả lời của đồng chí',
    unreadable: 'Nội dung không còn trên máy này',
  },
} as const
