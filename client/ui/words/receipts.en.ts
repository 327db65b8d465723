import type { receiptsVi } from './receipts.vi.ts'
import type { SameKeys } from './same-keys.ts'

export const receiptsEn = {
  title: 'Your answers and receipts',
  under:
    'A receipt proves that the Office has recorded an answer. You can take it home, and check it at any time.',
  take: 'Download to take home',
  taken_one:
    'A file with the receipts of {{count}} answer was made. It holds your opinions: please keep it carefully.',
  taken_other:
    'A file with the receipts of {{count}} answers was made. It holds your opinions: please keep it carefully.',
  checkAll: 'Check all',
  none: 'No receipts yet',
  noneText: 'Once the Office has recorded an answer, its receipt appears here and is kept for a year.',
  one: 'Receipt no. {{n}}',
  latest: 'Latest',
  earlier: 'Earlier answer',
  more_one: '{{count}} more ballot',
  more_other: '{{count}} more ballots',
  number: 'Number',
  at: 'Recorded at',
  accepted: 'Recorded',
  held: 'Held: {{why}}',
  refused: 'Not taken',
  check: 'Check the receipt',
  valid: 'The receipt is valid',
  validText: 'The ledger’s signature is right, and entry {{n}} is in the ledger of {{size}} entries.',
  allValid_one: 'Every receipt is valid ({{count}} answer).',
  allValid_other: 'Every receipt is valid ({{count}} answers).',
  invalid: 'The receipt is not valid',
  invalidText:
    'It does not prove that this entry is in the ledger. Please tell the Office and the auditors; do not delete the application.',
  someInvalid_one:
    '{{count}} receipt is not valid. Please tell the Office and the auditors; do not delete the application.',
  someInvalid_other:
    '{{count}} receipts are not valid. Please tell the Office and the auditors; do not delete the application.',
  signedAt: 'Signed on the device at',
  proof: 'Proof (to be checked with other tools)',
  leaf: 'The entry',
  path: 'Path and checkpoint',
  unknownBallot: 'A ballot no longer on this device',
} as const satisfies SameKeys<typeof receiptsVi>
