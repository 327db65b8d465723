/** Words around acts of authority: they need the server at that moment, and say what came of it. */
export const authorityVi = {
  needsServer: 'Cần máy chủ ngay lúc này',
  needsServerText:
    'Duyệt, phát hành, gia hạn, thu hồi, sửa đổi, đóng phiếu và các quyết định khác chỉ làm được khi có kết nối, để không việc nào bị thực hiện muộn ngoài ý muốn. Xem và soạn thảo vẫn được; phần soạn được giữ trên máy này.',
  reason: 'Lý do',
  reasonMissing: 'Xin ghi lý do.',
  reasonTooLong_other: 'Dài quá {{count}} chữ. Xin rút gọn.',
  notDone: 'Chưa thực hiện được',
  refused: {
    'not-allowed':
      'Đồng chí không có quyền thực hiện việc này; có thể quyền vừa được chuyển cho người khác. Không có gì thay đổi.',
    'not-found': 'Máy chủ không còn thấy nội dung này trong phạm vi của đồng chí. Không có gì thay đổi.',
    'wrong-state':
      'Nội dung này đã chuyển sang trạng thái khác (có thể do người khác vừa xử lý). Không có gì thay đổi; xin xem lại màn hình.',
    'stale-content':
      'Nội dung đã được sửa sau khi đồng chí mở. Không có gì thay đổi; xin xem lại bản mới rồi thực hiện lại.',
    'conclusions-changed':
      'Kết luận, kết quả biểu quyết hoặc danh sách dự họp đã thay đổi sau khi đồng chí mở (có thể do người khác vừa sửa). Không có gì bị mất; xin xem lại rồi ký lại.',
    'unknown-version': 'Phiên bản này không có ở máy chủ. Không có gì thay đổi.',
    'answer-is-final': 'Trả lời trước là cuối cùng, không sửa được nữa.',
    'issues-do-not-match': 'Các vấn đề không khớp với phiếu. Không có gì thay đổi.',
    'opening-missing': 'Thiếu một phần nội dung. Không có gì thay đổi; xin thử lại.',
    'choice-not-offered': 'Có lựa chọn không thuộc phiếu. Không có gì thay đổi.',
    'opinion-text-missing': 'Thiếu nội dung ý kiến. Không có gì thay đổi.',
    'text-not-clean': 'Văn bản có ký tự không được phép. Không có gì thay đổi; xin gõ lại đoạn đó.',
    'content-malformed':
      'Nội dung chưa hợp lệ (thiếu mục bắt buộc, quá dài, hoặc có ký tự không được phép). Không có gì thay đổi.',
    'file-missing':
      'Có tài liệu chưa được máy chủ nhận đủ, hoặc khác với bản đã tải lên. Không có gì thay đổi; xin tải lại tài liệu đó.',
    'summary-missing':
      'Có tài liệu trên 10 trang mà chưa kèm bản tóm tắt. Không có gì thay đổi; xin bổ sung bản tóm tắt không quá 6 trang.',
    'summary-too-long':
      'Bản tóm tắt dài hơn 6 trang. Không có gì thay đổi; xin thay bằng bản tóm tắt không quá 6 trang.',
    'deadline-outside-window':
      'Hạn trả lời phải trong khoảng từ {{earliest}} đến {{latest}}; ngoài khoảng đó phải ghi lý do. Không có gì thay đổi.',
    'deadline-passed': 'Thời điểm này đã ở trong quá khứ. Không có gì thay đổi; xin chọn thời điểm khác.',
    'deadline-not-later': 'Hạn mới phải muộn hơn hạn hiện tại. Không có gì thay đổi.',
    'members-still-silent':
      'Còn {{count}} thành viên chưa trả lời bản hiện hành, nên chưa đóng phiếu trước hạn được. Không có gì thay đổi.',
    'agenda-empty': 'Chương trình chưa có nội dung nào. Không có gì thay đổi; xin thêm nội dung trước.',
    'ends-before-start': 'Giờ kết thúc phải sau giờ bắt đầu và chưa qua. Không có gì thay đổi; xin chọn lại.',
    'chair-not-member':
      'Người chủ trì phải là thành viên Chính phủ vào ngày họp. Không có gì thay đổi; xin chọn người khác.',
    'secret-item-holds-files':
      'Nội dung có tài liệu bí mật nhà nước không được chứa tệp nào: tài liệu do người giữ phát trực tiếp. Không có gì thay đổi; xin bỏ các tệp khỏi nội dung này.',
    'not-admissible':
      'Không mở được nội dung này cho người đã chọn: đại biểu mời chỉ dự một nội dung của phiên họp, đại biểu dự thay chỉ dự những gì thành viên đã cử. Không có gì thay đổi.',
    'no-quorum':
      'Chưa đủ số thành viên dự họp: có mặt {{present}} trên {{members}}, cần ít nhất {{needed}}. Không có gì thay đổi; xin đợi thêm thành viên hoặc ghi nhận người đã có mặt.',
    'session-not-near':
      'Chưa đến giờ ghi nhận có mặt: chỉ ghi được từ 12 giờ trước giờ khai mạc. Không có gì thay đổi.',
    'item-is-current':
      'Nội dung này đang được thảo luận nên chưa rút khỏi chương trình được. Không có gì thay đổi; xin kết thúc nội dung trước.',
    'item-not-current':
      'Nội dung này không phải là nội dung đang thảo luận. Không có gì thay đổi; xin xem lại màn hình.',
    'vote-under-way':
      'Đang có một biểu quyết chưa đóng. Không có gì thay đổi; xin đóng hoặc hủy biểu quyết đó trước.',
    'objection-stands':
      'Có thành viên phản đối nội dung này trước phiên họp, nên không đưa vào khối thông qua được. Không có gì thay đổi.',
    'pulled-from-block':
      'Có thành viên đã đề nghị bàn riêng nội dung này, nên không thông qua cùng khối được. Không có gì thay đổi; xin đưa ra bàn riêng.',
    'not-present':
      'Người được chọn chưa có mặt tại phiên họp. Không có gì thay đổi; xin chọn người đang có mặt.',
    'agency-unknown': 'Có cơ quan không có trong danh sách. Đồng chí chọn lại cơ quan chủ trì, phối hợp.',
    'agency-closed':
      'Cơ quan này đã sáp nhập vào cơ quan khác. Không có gì thay đổi; xin chọn cơ quan tiếp nhận.',
    'agency-exists': 'Đã có cơ quan mang tên hoặc mã này. Không có gì thay đổi.',
    'day-not-come': 'Ngày này chưa đến. Không có gì thay đổi; xin làm lại vào ngày đó.',
    'day-not-later': 'Ngày này phải sau ngày đổi tên lần trước. Không có gì thay đổi.',
    'assigner-not-member': 'Người giao nhiệm vụ phải là thành viên Chính phủ đang giữ chức vụ.',
    'deadline-missing': 'Nhiệm vụ chưa có thời hạn hoàn thành.',
    'deadline-before-source': 'Thời hạn sớm hơn ngày của văn bản giao nhiệm vụ.',
    'source-incomplete': 'Chưa đủ nguồn của nhiệm vụ: cần số, ký hiệu, ngày và trích yếu của văn bản.',
    'secret-directive-holds-words':
      'Văn bản mật: chỉ ghi số, ký hiệu và ngày; không trích yếu, cơ quan ban hành, người ký hay tệp.',
    'directive-incomplete': 'Chưa đủ để công bố: cần số, ký hiệu, ngày, cơ quan ban hành và trích yếu.',
    'directive-not-in-force': 'Văn bản trong thư viện không còn hoặc chưa có hiệu lực tra cứu.',
    'secret-task-holds-words':
      'Nhiệm vụ mật không được ghi nội dung, trích yếu hay sản phẩm vào hệ thống; chỉ ghi số và ngày của văn bản giấy.',
    'secret-task-holds-files':
      'Nhiệm vụ mật không nhận tệp: tài liệu gửi theo quy định về văn bản mật. Không có gì thay đổi; xin bỏ tệp.',
    'part-after-deadline': 'Hạn nội bộ không được sau hạn của nhiệm vụ. Không có gì thay đổi.',
    'product-missing': 'Báo cáo hoàn thành phải có số, ngày của văn bản sản phẩm hoặc kèm tệp.',
    'day-not-possible': 'Ngày hoàn thành phải từ ngày giao nhiệm vụ đến hôm nay.',
    'reason-missing': 'Cần ghi lý do.',
    'place-missing': 'Cần ghi vị trí trong dự thảo mới.',
    'agency-has-desk':
      'Cơ quan chủ trì đã có đầu mối; việc giải trình do đầu mối thực hiện. Không có gì thay đổi.',
    'same-officer':
      'Người xác nhận phải khác người đề nghị, và dùng thiết bị khác. Không có gì thay đổi; xin chuyển cho cán bộ thứ hai.',
    'copy-is-out':
      'Bản số {{copy}} đang ở người khác và chưa được trả. Không có gì thay đổi; xin xem lại số bản hoặc thu hồi trước.',
    'already-done': 'Việc này đã được thực hiện rồi. Xin xem lại màn hình.',
    'plan-changed': 'Sổ nhiệm vụ đã thay đổi từ khi đồng chí xem. Xin xem lại những gì sẽ nhập.',
    'rows-with-problems': 'Tệp còn {{count}} dòng có lỗi, nên chưa nhập dòng nào.',
  },
  held: 'Máy chủ đã ghi vào sổ nhưng tạm giữ, chưa có hiệu lực. Xin báo bộ phận kiểm tra.',
  fault: {
    unreachable: 'Không kết nối được máy chủ. Không có gì thay đổi; xin thử lại khi có mạng.',
    'signed-out':
      'Máy chủ chưa nhận thiết bị này (phiên đã hết). Không có gì thay đổi; xin đợi vài giây rồi thử lại.',
    'not-understood': 'Ứng dụng và máy chủ khác phiên bản. Chưa có gì được xác nhận; xin tải lại trang.',
    'not-proven':
      'Máy chủ trả lời nhưng biên nhận không hợp lệ, nên chưa thể coi là đã thực hiện. Xin báo bộ phận kiểm tra.',
    'outcome-unknown':
      'Mất kết nối giữa chừng: việc này có thể đã hoặc chưa được ghi nhận. Xin đợi đồng bộ và xem lại màn hình trước khi làm lại.',
    'content-malformed':
      'Nội dung phiếu chưa hợp lệ (thiếu mục bắt buộc, quá dài, hoặc có ký tự không được phép). Chưa gửi gì.',
  },
  rejected: {
    malformed: 'Máy chủ không đọc được yêu cầu. Không có gì thay đổi; xin tải lại trang.',
    'cannot-unseal':
      'Máy chủ không mở được yêu cầu (khóa đã đổi). Không có gì thay đổi; xin báo quản trị hệ thống.',
    'bad-signature': 'Chữ ký của thiết bị không hợp lệ. Không có gì thay đổi; xin báo quản trị hệ thống.',
    'unknown-device': 'Máy chủ không biết thiết bị này. Không có gì thay đổi; xin báo quản trị hệ thống.',
    'id-taken': 'Yêu cầu trùng mã với một yêu cầu khác. Không có gì thay đổi; xin thử lại.',
    'too-large': 'Nội dung quá lớn. Không có gì thay đổi; xin rút gọn.',
    'read-only': 'Máy chủ đang ở chế độ chỉ đọc (đang khôi phục). Không có gì thay đổi; xin thử lại sau.',
    'too-many-refused':
      'Thiết bị này vừa có quá nhiều yêu cầu bị từ chối, nên máy chủ tạm ngừng nhận yêu cầu loại này. Không có gì thay đổi; xin đợi vài phút, và báo quản trị hệ thống nếu không rõ vì sao.',
  },
} as const
