import type { SameKeys } from './same-keys.ts'
import type { trailVi } from './trail.vi.ts'

export const trailEn = {
  title: 'How it was considered',
  here: 'You are here',
  ballotDraft: 'A ballot being prepared',
  item: 'Item at {{meeting}}',
  directive: 'Directive in the library',
  inBlock: 'Adopted in the block',
  state: {
    planned: 'On the agenda',
    'under-way': 'Being discussed',
    discussed: 'Discussed, without a conclusion so far',
    concluded: 'Concluded',
    withdrawn: 'Taken off the agenda',
    cancelled: 'The meeting was cancelled',
  },
  task: {
    over: 'Task of {{agency}}',
    report: 'Last report: {{percent}}%, {{when}}',
    done: 'Last report: done, {{when}}',
  },
  outcome: {
    toMeeting: 'Sent to a meeting',
    resolved: '{{number}} was issued on {{day}}',
  },
  stillOpen_one: 'One case waits for two officers',
  stillOpen_other: '{{count}} cases wait for two officers',
  stillOpenText:
    'Once this is recorded nothing more is ruled on. Rule first, under “To rule on”, if those answers are to count.',
  resolve: {
    title: 'What came of ballot {{number}}',
    text: 'Enter number and day of the resolution issued upon this ballot. Every member sees it with the ballot; entered again, the later one holds, the earlier stays in the ledger.',
    number: 'Number of the resolution',
    date: 'Day of issue',
    confirm: 'Record',
    done: 'What came of the ballot is recorded.',
  },
  toMeeting: {
    title: 'Send ballot {{number}} to a meeting',
    text: 'The ballot is marked as sent to a meeting. In the agenda, choose it under “This item continues”, so that the two are linked.',
    confirm: 'Send to a meeting',
    done: 'The ballot was sent to a meeting.',
  },
  source: {
    label: 'This item continues',
    hint: 'A ballot that was sent to a meeting, or an unfinished item of an earlier meeting.',
    none: 'Nothing before it',
    item: 'Meeting of {{day}}',
    notHere: 'What it continues is not on this device',
  },
} as const satisfies SameKeys<typeof trailVi>
