import type { deskNewsVi } from './desk-news.vi.ts'
import type { SameKeys } from './same-keys.ts'

export const deskNewsEn: SameKeys<typeof deskNewsVi> = {
  title: 'To answer, to know',
  titleCount_one: 'To answer, to know ({{count}})',
  titleCount_other: 'To answer, to know ({{count}})',
  more_one: 'Show {{count}} more',
  more_other: 'Show {{count}} more',
  urging: 'Urged by the Office, waits for an answer',
  returned: 'The report of completion was returned',
  extensionRefused: 'Not extended to {{day}}',
  refused: '{{what}}: not recorded',
  taskNotHere: 'The task is no longer on this device',
  unitAct: {
    'set-unit': 'Entering a unit of the agency',
    'give-part': 'Giving a part to a unit',
    'note-part': 'Noting a unit’s part',
  },
  act: { 'answer-urging': 'Answer', 'report-done': 'Report again' },
  deal: 'Understood',
  week: 'This week, {{from}} – {{to}}',
  weekNone: 'No task is overdue, due this week, awaiting your answer or returned.',
  weekOf: {
    overdue: 'overdue',
    due: 'due this week',
    asked: 'urged, not answered',
    returned: 'returned',
  },
}
