/** Words of the frame around every screen: the rail, the person, the line that says where things stand. */
export const frameVi = {
  title: 'Phòng họp Chính phủ không giấy',
  navigation: 'Điều hướng chính',
  person: {
    menu: 'Tài khoản của {{name}}',
    lock: 'Khóa màn hình',
    signOut: 'Đăng xuất',
  },
  head: 'Đầu trang',
  statusLine: 'Tình trạng đồng bộ',
} as const
