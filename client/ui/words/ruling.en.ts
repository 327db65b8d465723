import type { rulingVi } from './ruling.vi.ts'
import type { SameKeys } from './same-keys.ts'

export const rulingEn = {
  none: 'Nothing to rule on',
  noneText: 'Every member has answered validly, or was silent with sufficient evidence.',
  text: 'Each ruling needs two officers on two devices: one proposes with a reason, another confirms. The count is then made again and says what it replaces.',
  case: {
    'not-reached': 'Not reached',
    late: 'Late answer',
    lateClaimed: 'Late answer, signed before the deadline',
    conflict: 'Two different answers',
    'device-revoked': 'Sent from a revoked device',
    other: 'Held',
  },
  why: {
    late: 'Recorded as {{n}} at {{when}}, after the deadline.',
    lateClaimed:
      'Recorded as {{n}} at {{when}}, after the deadline. The device states that it was signed at {{cast}} and names a ledger mark from before the deadline, which supports the claim of being in time.',
    conflict: 'One of two answers in force at once, from two devices. Recorded as {{n}} at {{when}}.',
    other: 'Recorded as {{n}} at {{when}}.',
  },
  waits: 'Waits for a ruling',
  proposed: 'Waits for a second officer',
  ruled: 'Ruled',
  proposedBy: '{{name}} proposed at {{when}}: {{what}}',
  own: 'You proposed it and cannot confirm it yourself. Another officer is needed.',
  otherwise:
    'If you disagree you need do nothing: a proposal has no effect until a second officer confirms it.',
  counts: 'Propose to count',
  countsSilence: 'Propose deemed to agree',
  not: 'Propose not to count',
  confirm: 'Confirm',
  ruledText: '{{first}} and {{second}} ruled at {{when}}: {{what}}. Reason: {{reason}}',
  decision: {
    'count-late': 'count this answer',
    'count-silence': 'deemed to agree',
    'do-not-count': 'do not count',
  },
  sheet: {
    counts: 'Propose to count the answer of {{name}}',
    countsSilence: 'Propose to deem {{name}} to agree',
    not: 'Propose not to count the answer of {{name}}',
    notSilence: 'Propose to leave {{name}} as not reached',
    text: 'The proposal is recorded in the ledger and waits for another officer. The count does not change until then.',
    confirmText:
      'Once confirmed the server counts again. The new count names both officers and what it replaces.',
    propose: 'Sign and propose',
    proposed: 'Proposal recorded. It waits for a second officer.',
    confirm: 'Sign and confirm',
    confirmed: 'Confirmed. The server has counted again.',
    confirmTitle: 'Confirm the proposal on {{name}}',
  },
  proposal: {
    device: 'to enrol a further device',
    silenceCounts: 'to deem {{name}} to agree. Reason: {{reason}}',
    silenceNot: 'to leave {{name}} as not reached. Reason: {{reason}}',
    heldCounts: 'to count the answer of {{name}}. Reason: {{reason}}',
    heldNot: 'not to count the answer of {{name}}. Reason: {{reason}}',
  },
} as const satisfies SameKeys<typeof rulingVi>
