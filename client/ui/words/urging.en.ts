import type { SameKeys } from './same-keys.ts'
import type { urgingVi } from './urging.vi.ts'

export const urgingEn = {
  open: 'Rule of urging',
  title: 'By which rule agencies are urged',
  text: 'The system urges the lead agency by itself at 08:00 of a working day, by this rule. It does not where completion has been reported, or an extension asked in time has not been answered.',
  before: 'Before the due date, working days',
  beforeHint: 'Several with commas between, as 7, 3, 1. Empty for none.',
  beforeWrong: 'Up to 5 different numbers from 1 to 60, please.',
  onDay: 'On the due date',
  everyAfter: 'After the due date, every so many working days',
  everyAfterHint: '0: not after the due date.',
  from: 'A new rule holds from {{day}}. Days before that one are not made up.',
  coming: 'Shown is the rule that was set, which holds from {{day}}.',
  save: 'Sign and set the rule',
  saved: 'Rule of urging set',
  yes: 'Yes',
  no: 'No',
  headOnly: 'The head of the Office sets this rule.',
  byRule: 'By rule',
  beforeDue_one: 'Urged: {{count}} working day until due',
  beforeDue_other: 'Urged: {{count}} working days until due',
  onDue: 'Urged: due',
  afterDue_one: 'Urged: {{count}} working day overdue',
  afterDue_other: 'Urged: {{count}} working days overdue',
} satisfies SameKeys<typeof urgingVi>
