/** What a verification looks at, in the order in which it is told. */
export const checkIds = [
  'key',
  'attestation',
  'checkpoint',
  'leaves',
  'closing-tree',
  'devices',
  'signatures',
  'verdicts',
  'server-entries',
  'openings',
  'members',
  'tally',
  'completeness',
] as const
export type CheckId = (typeof checkIds)[number]

/** `n` names the ledger entry where it is one. */
export type BundleFault =
  | { check: 'key'; kind: 'other-key' }
  | { check: 'attestation'; kind: 'not-signed' | 'says-other'; why?: string }
  | { check: 'checkpoint'; kind: 'not-signed'; why: string }
  | {
      check: 'leaves'
      kind: 'unreadable' | 'out-of-order' | 'hour-falls' | 'number-differs' | 'not-in-tree' | 'twice'
      n: number
    }
  | { check: 'closing-tree'; kind: 'not-consistent' | 'not-at-the-count' }
  | { check: 'devices'; kind: 'not-enrolled' | 'not-theirs' | 'enrolled-alone'; n: number; device: string }
  | { check: 'signatures'; kind: 'does-not-hold' | 'not-canonical'; n: number }
  | { check: 'verdicts'; kind: 'differs' | 'does-not-apply' | 'of-another-matter'; n: number }
  | { check: 'server-entries'; kind: 'not-due' | 'differs'; n: number }
  | { check: 'server-entries'; kind: 'missing'; id: string; after: number }
  | { check: 'openings'; kind: 'does-not-fit' | 'out-of-order' | 'of-nothing' | 'missing'; commit: string }
  | { check: 'members'; kind: 'differ'; n: number }
  | { check: 'tally'; kind: 'differs'; n: number }
  | { check: 'tally'; kind: 'none' }
  | { check: 'completeness'; kind: 'act-missing'; act: string; n: number }
  | { check: 'completeness'; kind: 'not-closed' | 'other-ledger' }
  | { check: 'completeness'; kind: 'leaf-missing'; n: number }
  | { check: 'verdicts'; kind: 'cannot-be-judged'; why: string }
