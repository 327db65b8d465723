import type { SameKeys } from './same-keys.ts'
import type { trailVi } from './trail.vi.ts'

export const trailEn = {
  title: 'How it was considered',
  here: 'You are here',
  ballotDraft: 'A ballot being prepared',
  item: 'Item at {{meeting}}',
  inBlock: 'Adopted in the block',
  state: {
    planned: 'On the agenda',
    'under-way': 'Being discussed',
    discussed: 'Discussed, without a conclusion so far',
    concluded: 'Concluded',
    withdrawn: 'Taken off the agenda',
    cancelled: 'The meeting was cancelled',
  },
  source: {
    label: 'This item continues',
    hint: 'A ballot that was sent to a meeting, or an unfinished item of an earlier meeting.',
    none: 'Nothing before it',
    item: 'Meeting of {{day}}',
    notHere: 'What it continues is not on this device',
  },
} as const satisfies SameKeys<typeof trailVi>
