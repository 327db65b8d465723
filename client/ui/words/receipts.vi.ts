/** Words of a member's own answers and receipts. */
export const receiptsVi = {
  title: 'Trả lời và biên nhận của đồng chí',
  under:
    'Biên nhận chứng minh Văn phòng đã ghi nhận trả lời. Đồng chí có thể mang về, và kiểm tra lại bất cứ lúc nào.',
  take: 'Tải tệp mang về',
  taken_other:
    'Đã tạo tệp biên nhận của {{count}} trả lời. Tệp có nội dung ý kiến của đồng chí: xin giữ cẩn thận.',
  checkAll: 'Kiểm tra tất cả',
  none: 'Chưa có biên nhận nào',
  noneText: 'Sau khi Văn phòng ghi nhận một trả lời, biên nhận sẽ hiện ở đây và được giữ một năm.',
  one: 'Biên nhận số {{n}}',
  latest: 'Mới nhất',
  earlier: 'Lần trả lời trước',
  more_other: 'Xem thêm {{count}} phiếu',
  number: 'Số ghi nhận',
  at: 'Ghi nhận lúc',
  accepted: 'Đã ghi nhận',
  held: 'Tạm giữ: {{why}}',
  refused: 'Không được nhận',
  check: 'Kiểm tra biên nhận',
  valid: 'Biên nhận hợp lệ',
  validText: 'Chữ ký của sổ ghi nhận đúng, và mục số {{n}} nằm trong sổ có {{size}} mục.',
  allValid_other: 'Mọi biên nhận đều hợp lệ ({{count}} trả lời).',
  invalid: 'Biên nhận không hợp lệ',
  invalidText:
    'Không chứng minh được mục này nằm trong sổ ghi nhận. Xin báo Văn phòng và bộ phận kiểm tra; đừng xóa ứng dụng.',
  someInvalid_other:
    '{{count}} biên nhận không hợp lệ. Xin báo Văn phòng và bộ phận kiểm tra; đừng xóa ứng dụng.',
  signedAt: 'Ký trên máy lúc',
  proof: 'Bằng chứng (để kiểm tra bằng công cụ khác)',
  leaf: 'Mục trong sổ',
  path: 'Đường dẫn và điểm kiểm',
  unknownBallot: 'Phiếu không còn trên máy',
} as const
