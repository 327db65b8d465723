/** Words for what became of a matter across ballots and meetings. */
export const trailVi = {
  title: 'Quá trình xem xét',
  here: 'Đang xem',
  ballotDraft: 'Phiếu lấy ý kiến đang soạn',
  item: 'Nội dung tại {{meeting}}',
  inBlock: 'Thông qua theo khối',
  state: {
    planned: 'Trong chương trình họp',
    'under-way': 'Đang thảo luận',
    discussed: 'Đã thảo luận, chưa có kết luận',
    concluded: 'Đã có kết luận',
    withdrawn: 'Đã rút khỏi chương trình',
    cancelled: 'Phiên họp đã hủy',
  },
  source: {
    label: 'Nội dung này tiếp nối',
    hint: 'Phiếu lấy ý kiến được chuyển ra phiên họp, hoặc nội dung của phiên họp trước chưa xong.',
    none: 'Không tiếp nối việc nào',
    item: 'Phiên họp {{day}}',
    notHere: 'Việc trước đó không có trên máy này',
  },
} as const
