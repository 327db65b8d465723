/** Words of files that go with what an agency's desk says of its task (T5). */
export const taskFilesVi = {
  label: 'Tệp kèm theo',
  hint: 'PDF, DOCX, XLSX, PNG hoặc JPG, mỗi tệp đến 100 MB. Không có mạng thì tệp được giữ trên máy này và tự gửi sau.',
  add: 'Thêm tệp',
  remove: 'Bỏ tệp {{name}}',
  tooMany: 'mỗi lần kèm nhiều nhất {{most}} tệp.',
  noName: 'Tệp không có tên trên máy này',
  notArrived: 'Tệp chưa tới Văn phòng',
  toSend: 'Tệp đã lưu trên máy này, chờ gửi',
  sending: 'Đang gửi tệp, {{percent}}%',
  turnedAway: 'Máy chủ không nhận tệp này; báo cáo vẫn được ghi nhận. Xin kèm tệp khác vào lần báo cáo sau.',
  notTheFile: 'Tệp nhận được không đúng tệp đã kèm.',
  notKept: 'Chưa lưu được: máy không đọc được tệp, hoặc hết chỗ. Không có gì được gửi.',
  save: 'Lưu tệp',
} as const
