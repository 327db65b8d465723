/** Words for what came back to a member: what happened, what it means, what to do. */
export const returnedVi = {
  asking_other: 'Việc chuyển lại đồng chí, cần xử lý ({{count}})',
  words_other: 'Việc gửi phiên họp không được nhận ({{count}})',
  told_other: 'Việc chuyển lại đồng chí, để biết ({{count}})',
  recalledAt: 'Thu hồi lúc {{when}}',
  news: 'Phiếu {{number}}: {{what}}',
  newsMore_other: 'Và {{count}} việc khác được chuyển lại.',
  look: 'Xem',
  deal: 'Tôi đã rõ',
  answerAgain: 'Trả lời lại',
  confirmAgain: 'Giữ ý kiến, ký cho bản mới',
  openBallot: 'Mở phiếu',
  said: 'Đồng chí đã trả lời',
  when: 'Ký lúc {{when}}',
  short: {
    late: 'đến sau khi hết hạn',
    conflict: 'khác với trả lời từ máy khác',
    'former-version': 'trả lời cho bản đã được sửa đổi',
    recalled: 'phiếu đã bị thu hồi',
    'device-revoked': 'thiết bị ký đã bị thu hồi',
    refused: 'không hợp lệ',
  },
  late: {
    title: 'Trả lời đến sau khi phiếu đóng',
    claimed:
      'Trả lời của đồng chí ký trước hạn nhưng tới Văn phòng sau khi phiếu đóng. Văn phòng đã lưu, chưa tính vào kết quả; hai cán bộ sẽ quyết định có tính hay không.',
    notClaimed:
      'Trả lời của đồng chí tới Văn phòng sau khi phiếu đóng. Văn phòng đã lưu, chưa tính vào kết quả; hai cán bộ sẽ quyết định có tính hay không.',
    remedy: 'Đồng chí không cần làm gì thêm. Nếu cần giải thích, xin liên hệ Văn phòng.',
  },
  ruled: {
    counted: 'Trả lời đến muộn được tính',
    notCounted: 'Trả lời đến muộn không được tính',
    remedy:
      'Kết quả kiểm phiếu trong phiếu đã theo quyết định này. Nếu cần biết lý do, xin liên hệ Văn phòng.',
  },
  heldConflict: {
    title: 'Trả lời này khác với trả lời từ máy khác của đồng chí',
    text: 'Văn phòng đã lưu cả hai, chưa tính trả lời nào.',
    remedy: 'Khi đồng bộ xong, cả hai sẽ hiện ở đây để đồng chí chọn.',
  },
  heldFormer: {
    title: 'Trả lời được ghi cho bản đã sửa đổi',
    text: 'Khi trả lời tới Văn phòng, phiếu đã có bản mới. Trả lời được ghi cho bản {{no}}; không đồng ý và ý kiến khác vẫn giữ nguyên hiệu lực, đồng ý thì chưa tính cho bản mới.',
    remedy: 'Xin xem bản mới và trả lời lại.',
  },
  heldRecalled: {
    title: 'Phiếu đã bị thu hồi trước khi trả lời tới nơi',
    text: 'Văn phòng đã lưu trả lời của đồng chí nhưng không tính, vì phiếu không còn hiệu lực.',
    remedy: 'Đồng chí không cần làm gì thêm.',
  },
  heldRevoked: {
    title: 'Trả lời ký trên một thiết bị đã bị thu hồi',
    text: 'Văn phòng đã lưu trả lời nhưng chưa tính, vì thiết bị ký nó không còn được tin cậy.',
    remedy:
      'Nếu đúng là đồng chí đã ký, xin trả lời lại trên thiết bị này; nếu không phải, xin báo Văn phòng ngay.',
  },
  refused: {
    title: 'Văn phòng không nhận trả lời này',
    meaning: 'Trả lời không được tính. Nội dung vẫn còn trên máy này.',
    notAllowed: 'Theo sổ ghi nhận, đồng chí không thuộc diện trả lời phiếu này.',
    final: 'Đồng chí đã trả lời trước đó, và trả lời phiếu này chỉ được gửi một lần.',
    unknown: 'Phiếu hoặc bản phiếu này không có trong sổ của Văn phòng.',
    content: 'Nội dung trả lời không khớp với các vấn đề của phiếu.',
    state: 'Trạng thái của phiếu lúc đó không cho phép.',
    remedy: 'Xin mở phiếu, xem lại và trả lời lại, hoặc liên hệ Văn phòng.',
  },
  former: {
    title: 'Phiếu đã được sửa đổi sau khi đồng chí trả lời',
    text: 'Lý do: {{reason}}',
    rule: 'Không đồng ý và ý kiến khác với bản trước vẫn giữ nguyên; đồng ý và phương án đã chọn được ghi riêng, chưa tính cho bản mới.',
    'disagree-stands': 'Vấn đề {{nos}}: “Không đồng ý” của đồng chí vẫn giữ nguyên cho bản mới.',
    'other-stands': 'Vấn đề {{nos}}: “Ý kiến khác” của đồng chí vẫn giữ nguyên cho bản mới.',
    'agree-apart':
      'Vấn đề {{nos}}: “Đồng ý” của đồng chí với bản trước được ghi riêng, chưa tính cho bản mới.',
    'alternatives-apart':
      'Vấn đề {{nos}}: phương án đồng chí chọn ở bản trước được ghi riêng, chưa tính cho bản mới.',
    'not-asked': 'Vấn đề {{nos}}: mới thêm hoặc đã đổi cách hỏi, đồng chí chưa có trả lời.',
    remedy: 'Xin xem phần thay đổi, rồi giữ ý kiến cho bản mới hoặc trả lời lại.',
  },
  conflict: {
    title: 'Hai máy của đồng chí trả lời khác nhau',
    text: 'Cả hai trả lời đều được lưu, nhưng chưa trả lời nào được tính cho tới khi đồng chí chọn.',
    remedy: 'Xin chọn trả lời đúng. Đồng chí sẽ ký một trả lời mới thay cho cả hai.',
    thisDevice: 'Ký trên thiết bị này',
    otherDevice: 'Ký trên thiết bị khác',
    choose: 'Chọn trả lời này',
    neither: 'Trả lời khác cả hai',
  },
  /** What one said to a meeting, by kind of act. */
  word: {
    what: {
      'join-session': 'Ghi có mặt',
      'leave-session': 'Ghi rời phiên họp',
      'request-to-speak': 'Đăng ký phát biểu',
      'withdraw-request': 'Rút đăng ký phát biểu',
      'pull-from-block': 'Đề nghị bàn riêng',
      'cast-vote': 'Biểu quyết',
      'record-session': 'Ghi chép của chủ trì',
      'reply-to-invitation': 'Trả lời giấy mời',
      'take-position': 'Quan điểm trước phiên họp',
    },
    sign: { refused: 'Không được ghi nhận', held: 'Giữ riêng, không tính', rejected: 'Máy chủ chưa nhận' },
    unknownMeeting: 'Một phiên họp không còn trên máy này',
    signedAt: 'Ký trên máy này lúc {{signed}}, Văn phòng trả lời lúc {{when}}.',
    signed: 'Ký trên máy này lúc {{signed}}.',
    said: 'Đồng chí đã gửi: {{said}}',
    recorded: {
      'item-started': 'bắt đầu bàn',
      'item-finished': 'kết thúc bàn',
      spoke: 'phát biểu',
      note: 'ghi chép',
    },
    why: {
      over: 'Khi tới Văn phòng thì phiên họp đã bế mạc.',
      cancelled: 'Khi tới Văn phòng thì phiên họp đã bị hủy.',
      begun: 'Khi tới Văn phòng thì phiên họp đã khai mạc.',
      state: 'Khi tới Văn phòng thì trạng thái của phiên họp không cho phép.',
      gone: 'Nội dung này đã được rút khỏi chương trình, hoặc không còn mở cho đồng chí.',
      goneMeeting: 'Phiên họp này không còn mở cho đồng chí.',
      'not-allowed': 'Theo sổ ghi nhận, khi ấy đồng chí không có quyền làm việc này.',
      notChair:
        'Theo giờ ghi trên máy, lúc đó đồng chí không còn là người chủ trì: quyền chủ trì đã được chuyển.',
      'session-not-near': 'Chỉ ghi có mặt trong vòng 12 giờ trước giờ họp.',
      adopted: 'Khi tới Văn phòng thì nội dung đã được thông qua cùng khối.',
      changed: 'Khi tới Văn phòng thì nội dung đã thay đổi so với bản đồng chí xem.',
      other: 'Nội dung gửi đi không hợp lệ ({{code}}).',
      late: 'Phiếu biểu quyết tới Văn phòng sau khi đóng biểu quyết.',
      recalled: 'Lần biểu quyết này đã bị chủ trì hủy.',
      'device-revoked': 'Thiết bị ký đã bị thu hồi.',
      conflict: 'Hai máy của đồng chí biểu quyết khác nhau, và biểu quyết đã đóng.',
      server: 'Máy chủ chưa nhận: {{why}}. Máy này sẽ tiếp tục gửi lại.',
    },
    remedy: {
      'join-session': 'Nếu đồng chí dự họp, xin báo thư ký phiên họp để điểm danh hoặc ghi vào biên bản.',
      'leave-session': 'Nếu đồng chí đã rời phiên họp, xin báo thư ký phiên họp để ghi giờ.',
      'request-to-speak':
        'Nếu vẫn cần phát biểu, xin đăng ký lại hoặc báo chủ trì; nếu phiên họp đã kết thúc, xin gửi ý kiến cho thư ký phiên họp.',
      'withdraw-request': 'Nếu được mời mà không phát biểu nữa, xin báo chủ trì.',
      'pull-from-block': 'Nếu vẫn cần bàn riêng nội dung này, xin báo ngay chủ trì.',
      'cast-vote':
        'Phiếu biểu quyết vẫn còn trong sổ ghi nhận và trên máy này. Nếu cần ghi ý kiến vào biên bản, xin báo thư ký phiên họp.',
      'record-session':
        'Ghi chép còn nguyên trên máy này. Xin chuyển cho người chủ trì hiện nay hoặc thư ký phiên họp để đưa vào biên bản.',
      'reply-to-invitation': 'Xin mở phiên họp để trả lời lại, hoặc báo Văn phòng.',
      'take-position': 'Xin mở nội dung để nêu lại, hoặc phát biểu tại phiên họp.',
    },
    open: 'Mở phiên họp',
    news: '{{sign}}: {{what}}. {{meeting}}',
  },
  /** Why the server did not take an act. */
  why: {
    malformed: 'nội dung không đọc được',
    'cannot-unseal': 'không mở được phong bì, có thể khóa của máy chủ đã đổi',
    'bad-signature': 'chữ ký của thiết bị không hợp lệ',
    'unknown-device': 'máy chủ không biết thiết bị này',
    'id-taken': 'trùng mã với một yêu cầu khác',
    'too-large': 'nội dung quá lớn',
    'read-only': 'máy chủ đang khôi phục dữ liệu, tạm chưa nhận',
    'too-many-refused': 'thiết bị này vừa có quá nhiều yêu cầu bị từ chối, máy chủ tạm dừng nhận',
  },
  rejected: {
    title: 'Máy chủ không nhận được trả lời này',
    text: 'Trả lời đã lưu trên máy nhưng máy chủ chưa nhận: {{why}}. Văn phòng chưa ghi nhận.',
    remedy:
      'Máy sẽ tiếp tục gửi lại. Nếu thông báo này còn hiện sau khi đồng bộ, xin ký lại hoặc báo Văn phòng kèm mã trên.',
  },
  recalled: {
    title: 'Phiếu đã bị thu hồi',
    text: 'Lý do: {{reason}}',
    remedy: 'Đồng chí không cần trả lời nữa. Trả lời đã gửi (nếu có) vẫn được lưu.',
  },
  unsigned: {
    title: 'Phiếu đã đóng khi đồng chí chưa ký',
    text: 'Trên máy còn một bản trả lời viết dở, chưa ký nên chưa gửi.',
    remedy:
      'Đồng chí vẫn có thể ký gửi; Văn phòng sẽ ghi là đến muộn và hai cán bộ quyết định có tính hay không.',
  },
} as const
