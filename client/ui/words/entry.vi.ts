/** Words of coming in: sign-in, one-time code, pass phrase, unlocking. */
export const entryVi = {
  program: 'Phòng họp Chính phủ không giấy',
  office: 'Văn phòng Chính phủ',
  starting: 'Đang mở ứng dụng',
  lack: {
    title: 'Chưa mở được ứng dụng ở đây',
    meaning: 'Ứng dụng không khởi động để không có trả lời nào bị gửi đi mà không được bảo vệ.',
    'secure-address': {
      title: 'Địa chỉ này không được mã hóa',
      remedy: 'Xin mở bằng địa chỉ bắt đầu bằng https:// do Văn phòng cung cấp.',
    },
    receipts: {
      title: 'Trình duyệt này không kiểm được biên nhận của Văn phòng',
      remedy: 'Xin cập nhật thiết bị: iPadOS 17 trở lên, hoặc Chrome, Edge bản mới.',
    },
    storage: {
      title: 'Trình duyệt này không cho lưu trên thiết bị',
      remedy: 'Xin tắt chế độ duyệt riêng tư, hoặc cập nhật trình duyệt rồi mở lại.',
    },
  },
  signIn: {
    title: 'Đăng nhập lần đầu trên thiết bị này',
    text: 'Dùng tài khoản và mật khẩu do Văn phòng cấp. Những lần sau, đồng chí chỉ cần cụm mật khẩu của thiết bị, kể cả khi không có mạng.',
    account: 'Tài khoản',
    password: 'Mật khẩu',
    go: 'Tiếp tục',
  },
  enrol: {
    title: 'Đăng ký thiết bị này',
    step: 'Bước {{step}} trên 2',
    codeText: 'Nhập mã dùng một lần mà cán bộ Văn phòng trao cho đồng chí.',
    code: 'Mã dùng một lần',
    label: 'Tên thiết bị',
    labelHint:
      'Tên này hiện trên màn hình khóa, ai cầm máy cũng đọc được: đủ để đồng chí nhận ra máy, ví dụ “iPad phòng làm việc”; không ghi họ tên hay chức vụ.',
    labelTablet: 'Máy tính bảng',
    labelDesk: 'Máy tính bàn',
    next: 'Tiếp tục',
    phraseTitle: 'Chọn cụm mật khẩu',
    phraseText:
      'Cụm mật khẩu khóa mọi thứ trên thiết bị này, và mở được cả khi không có mạng. Không ai khác biết nó, kể cả Văn phòng: nếu quên, thiết bị phải đăng ký lại.',
    phrase: 'Cụm mật khẩu',
    phraseHint: 'Ít nhất {{length}} ký tự, hoặc {{words}} từ. Một câu dễ nhớ với riêng đồng chí là tốt nhất.',
    again: 'Nhập lại cụm mật khẩu',
    differs: 'Hai lần nhập chưa giống nhau.',
    go: 'Đăng ký thiết bị',
    phraseKept: 'Cụm mật khẩu vừa chọn vẫn được giữ, chỉ cần nhập lại mã.',
    working: 'Đang tạo khóa và đăng ký, mất vài giây',
    back: 'Đăng nhập bằng tài khoản khác',
  },
  phraseFault: {
    'too-short': 'Còn ngắn: cần ít nhất {{length}} ký tự, hoặc {{words}} từ.',
    'digits-only': 'Chỉ có chữ số thì dễ dò ra. Xin thêm chữ.',
    'too-uniform': 'Lặp lại ít ký tự quá. Xin đổi câu khác.',
    'easily-guessed': 'Câu này dễ đoán. Xin đổi câu khác.',
  },
  pending: {
    title: 'Chờ hai cán bộ xác nhận thiết bị',
    text: 'Đồng chí đã có một thiết bị khác, nên thiết bị này cần hai cán bộ xác nhận. Việc này ngăn người khác đăng ký thiết bị thay đồng chí.',
    code: 'Mã khóa của thiết bị này',
    since: 'Đã gửi yêu cầu lúc {{when}}.',
    remedy:
      'Xin đọc mã khóa này cho Văn phòng. Hai cán bộ chỉ xác nhận khi thấy đúng mã ấy ở trang Thiết bị. Sau đó, đồng chí mở khóa bằng cụm mật khẩu đã chọn.',
    again: 'Mở khóa để kiểm tra lại',
  },
  unlock: {
    title: 'Mở khóa',
    phrase: 'Cụm mật khẩu của thiết bị',
    go: 'Mở khóa',
    goIn_other: 'Thử lại được sau {{count}} giây',
    tooSoon_other: 'Chưa thử lần này: còn {{count}} giây. Cụm mật khẩu vừa nhập vẫn còn trong ô.',
  },
  device: {
    label: 'Thiết bị: {{label}}',
    code: 'Mã khóa: {{code}}',
  },
  sending: {
    waiting_other:
      '{{count}} việc đã ký chưa có biên nhận. Máy vẫn tiếp tục chuyển về Văn phòng khi màn hình khóa.',
    arrived_other: '{{count}} việc đã ký được Văn phòng ghi nhận. Biên nhận hiện ra khi mở khóa.',
    left_other: '{{count}} việc đã ký từ lần đăng ký trước trên máy này đang được chuyển về Văn phòng.',
  },
  forgotten: {
    title: 'Quên cụm mật khẩu',
    nobody: 'Không ai mở hộ được, kể cả Văn phòng. Muốn dùng lại máy này thì phải đăng ký lại.',
    kept: 'Việc đã ký không mất: máy giữ và chuyển hết về Văn phòng. Chỉ phần viết dở chưa ký trên máy này là không mở lại được.',
    remedy:
      'Xin Văn phòng thu hồi thiết bị cũ (đọc mã khóa ở trên) và trao mã dùng một lần mới, rồi bấm nút dưới đây.',
  },
  again: {
    go: 'Đăng ký lại thiết bị',
    title: 'Đăng ký lại thiết bị này',
    text: 'Dùng tài khoản, mật khẩu và một mã dùng một lần mới. Cho đến khi đăng ký xong, chưa có gì thay đổi; việc đã ký trước đây vẫn được chuyển về Văn phòng.',
    back: 'Quay lại',
  },
  problem: {
    wrongPhrase: 'Cụm mật khẩu chưa đúng.',
    wait: 'Đã nhập sai {{failures}} lần. Mỗi lần sai, phải đợi lâu hơn rồi mới thử lại được.',
    noKeys: 'Thiết bị này chưa có khóa. Xin đăng ký lại với Văn phòng.',
    stillPending: 'Thiết bị chưa được hai cán bộ xác nhận. Xin báo Văn phòng, rồi thử lại.',
    leaseTitle: 'Thiết bị đã quá lâu không gặp máy chủ',
    leaseText:
      'Lần cuối là {{when}}. Để bảo vệ dữ liệu khi máy bị mất, ứng dụng chỉ mở khi không có mạng trong một thời hạn nhất định. Trả lời đã ký vẫn còn và sẽ được gửi.',
    leaseRemedy: 'Xin kết nối mạng rồi mở khóa lại.',
    wrongSignIn: 'Tài khoản hoặc mật khẩu chưa đúng. Chưa có gì thay đổi; xin kiểm tra rồi nhập lại.',
    wrongCode:
      'Mã chưa đúng hoặc đã hết hạn. Thiết bị chưa được đăng ký; xin kiểm tra mã, hoặc xin Văn phòng mã mới.',
    unreachable: 'Không kết nối được máy chủ. Chưa có gì thay đổi; xin kiểm tra mạng rồi thử lại.',
    signedOut: 'Phiên đăng nhập đã hết hạn. Xin đăng nhập lại.',
    notUnderstood: 'Ứng dụng và máy chủ khác phiên bản. Xin tải lại trang.',
    storage:
      'Trình duyệt không lưu được dữ liệu trên thiết bị này (có thể đang ở chế độ riêng tư, hoặc hết chỗ). Thiết bị chưa được đăng ký.',
  },
  revoked: {
    title: 'Thiết bị này đã bị thu hồi',
    text: 'Hồ sơ trên thiết bị này không mở được nữa, kể cả khi không có mạng.',
    kept: 'Trả lời đã ký mà chưa gửi vẫn được chuyển về Văn phòng và được lưu, chờ quyết định. Nếu đồng chí không biết vì sao máy bị thu hồi, xin liên hệ Văn phòng; muốn dùng lại, xin mã dùng một lần mới rồi đăng ký lại.',
    askTitle: 'Hỏi lại Văn phòng',
    remedy: 'Nếu Văn phòng nói thiết bị vẫn còn hiệu lực, nhập cụm mật khẩu khi có mạng để máy hỏi lại.',
    ask: 'Hỏi lại',
    notAsked: 'Chưa hỏi được vì không kết nối được máy chủ. Xin thử lại khi có mạng.',
    still: 'Văn phòng chưa cho thiết bị này dùng lại.',
  },
  wiped: {
    title: 'Dữ liệu trên thiết bị này đã được xóa',
    text: 'Văn phòng đã ra lệnh xóa, có chữ ký. Mọi trả lời chưa gửi, nếu có, đã được chuyển về Văn phòng trước khi xóa. Tài liệu, ghi chú và khóa không còn trên thiết bị; ghi chú chưa kịp đồng bộ không khôi phục được.',
    remedy: 'Để dùng lại, xin đăng ký thiết bị với Văn phòng.',
    again: 'Đăng ký lại thiết bị',
  },
  vanished: {
    title: 'Dữ liệu trên thiết bị này đã bị trình duyệt xóa',
    text: 'Trình duyệt, hoặc ai đó trong phần cài đặt của máy, đã xóa dữ liệu của ứng dụng. Tài liệu, ghi chú và khóa không còn trên thiết bị. Những gì Văn phòng đã ghi nhận vẫn còn nguyên.',
    sending: 'Đang chuyển {{count}} việc đồng chí đã ký về Văn phòng. Xin đừng đóng trang này.',
    sent: 'Mọi việc đồng chí đã ký đã về đến Văn phòng.',
    notSent:
      'Còn {{count}} việc đồng chí đã ký chưa về đến Văn phòng vì không có kết nối. Xin đừng đóng trang này, nối mạng rồi bấm “Gửi lại”.',
    sendAgain: 'Gửi lại',
    remedy: 'Để dùng lại, xin đăng ký thiết bị với Văn phòng. Ghi chú đã đồng bộ sẽ tự trở về.',
    again: 'Đăng ký lại thiết bị',
  },
  failed: {
    title: 'Ứng dụng chưa mở được',
    meaning: 'Trình duyệt không cho đọc dữ liệu trên thiết bị. Dữ liệu đã lưu chưa bị thay đổi.',
    remedy:
      'Xin thử lại, đóng các cửa sổ khác, hoặc khởi động lại máy. Nếu vẫn vậy, xin báo Văn phòng; đừng xóa dữ liệu trình duyệt.',
  },
} as const
