/** Words of what an agency's desk has to answer or to take note of (T3, T4, T6). */
export const deskNewsVi = {
  title: 'Cần trả lời, cần biết',
  titleCount_other: 'Cần trả lời, cần biết ({{count}})',
  more_other: 'Xem thêm {{count}} việc',
  urging: 'Văn phòng đôn đốc, chờ trả lời',
  returned: 'Báo cáo hoàn thành bị trả lại',
  extensionRefused: 'Không được gia hạn đến {{day}}',
  refused: '{{what}}: không được ghi nhận',
  taskNotHere: 'Nhiệm vụ không còn trên máy này',
  unitAct: {
    'set-unit': 'Ghi đơn vị của cơ quan',
    'give-part': 'Giao việc cho đơn vị',
    'note-part': 'Ghi tình hình của đơn vị',
  },
  act: { 'answer-urging': 'Trả lời đôn đốc', 'report-done': 'Báo cáo lại' },
  deal: 'Đã rõ',
  week: 'Tuần này, {{from}} – {{to}}',
  weekNone: 'Không có nhiệm vụ nào quá hạn, đến hạn, chờ trả lời đôn đốc hay bị trả lại.',
  weekOf: {
    overdue: 'quá hạn',
    due: 'đến hạn trong tuần',
    asked: 'bị đôn đốc, chưa trả lời',
    returned: 'bị trả lại',
  },
} as const
