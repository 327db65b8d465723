/** What the server answers instead of doing it: what happened, what it means, what to do. One for each kind of error. */
export const serverErrorVi = {
  malformed: 'Máy chủ không đọc được yêu cầu. Không có gì thay đổi; xin tải lại trang rồi thử lại.',
  'signed-out':
    'Phiên làm việc đã hết. Không có gì thay đổi; xin đợi vài giây rồi thử lại, hoặc khóa và mở khóa lại.',
  'device-needed':
    'Việc này chỉ làm được trên thiết bị đã đăng ký. Không có gì thay đổi; xin đăng ký thiết bị này với Văn phòng.',
  'foreign-site':
    'Trình duyệt gửi yêu cầu từ một trang khác nên máy chủ không nhận. Không có gì thay đổi; xin mở lại ứng dụng bằng đúng địa chỉ của Văn phòng.',
  'wrong-credentials': 'Tài khoản hoặc mật khẩu chưa đúng. Chưa có gì thay đổi; xin kiểm tra rồi nhập lại.',
  'proof-failed':
    'Máy chủ không xác minh được khóa của thiết bị này. Không có gì thay đổi; xin tải lại trang và thử lại, nếu vẫn vậy xin báo quản trị hệ thống.',
  'code-wrong':
    'Mã chưa đúng hoặc đã hết hạn. Không có gì thay đổi; xin kiểm tra mã, hoặc xin Văn phòng mã mới.',
  'device-taken': 'Thiết bị này đã được đăng ký. Không có gì thay đổi; xin tải lại trang rồi mở khóa.',
  'device-not-active':
    'Thiết bị chưa được xác nhận, hoặc đã bị thu hồi. Không có gì thay đổi; xin báo Văn phòng.',
  'not-found': 'Máy chủ không còn thấy nội dung này trong phạm vi của đồng chí. Không có gì thay đổi.',
  'method-not-allowed': 'Ứng dụng và máy chủ khác phiên bản. Không có gì thay đổi; xin tải lại trang.',
  'too-large': 'Nội dung gửi đi quá lớn. Không có gì thay đổi; xin rút gọn rồi gửi lại.',
  'unsupported-content': 'Ứng dụng và máy chủ khác phiên bản. Không có gì thay đổi; xin tải lại trang.',
  'too-many-requests':
    'Quá nhiều yêu cầu trong thời gian ngắn. Không có gì thay đổi; xin đợi một phút rồi thử lại.',
  'too-many-attempts': 'Thử quá nhiều lần. Xin đợi ít phút rồi thử lại; tài khoản không bị khóa.',
  'quota-exceeded':
    'Đang có quá nhiều tệp tải dở hoặc đã tải trong ngày. Xin đợi hoặc báo quản trị hệ thống.',
  'storage-full':
    'Ổ đĩa của máy chủ đã đầy nên chưa ghi được. Không có gì thay đổi, phần đồng chí đã làm vẫn giữ trên máy này; xin báo ngay quản trị hệ thống rồi thử lại sau.',
  'file-too-large': 'Tệp lớn hơn mức cho phép. Xin giảm dung lượng hoặc tách tệp.',
  'wrong-offset': 'Việc tải lên bị lệch quãng. Xin bấm thử lại; phần đã nhận không phải gửi lại.',
  'hash-mismatch':
    'Tệp đến máy chủ không giống tệp trên máy này (có thể bị sửa hoặc hỏng trên đường). Máy chủ không giữ tệp; xin chọn lại tệp và tải lại.',
  'file-refused':
    'Máy chủ không nhận tệp này sau khi kiểm tra an toàn. Xin xuất lại thành PDF thường rồi tải lên.',
  'read-only': 'Máy chủ đang ở chế độ chỉ đọc (đang khôi phục). Không có gì thay đổi; xin thử lại sau.',
  'database-silent':
    'Cơ sở dữ liệu của máy chủ tạm thời không phản hồi. Không có gì thay đổi; xin thử lại sau ít phút, nếu vẫn vậy xin báo quản trị hệ thống.',
  'clock-behind-ledger':
    'Đồng hồ của máy chủ chạy chậm hơn sổ ghi nhận, nên máy chủ tạm ngừng ghi để không phiếu nào bị đóng sớm. Không có gì thay đổi; xin báo quản trị hệ thống chỉnh giờ rồi thử lại.',
  stopping: 'Máy chủ đang khởi động lại. Không có gì thay đổi; xin thử lại sau ít phút.',
  internal:
    'Máy chủ gặp lỗi bên trong. Chưa có gì được xác nhận; xin xem lại màn hình, thử lại, và báo quản trị hệ thống mã {{code}}.',
  unknown:
    'Máy chủ không nhận yêu cầu (mã {{code}}). Không có gì thay đổi; xin tải lại trang rồi thử lại, nếu vẫn vậy xin báo quản trị hệ thống mã này.',
} as const
