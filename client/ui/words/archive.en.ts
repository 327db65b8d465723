import type { archiveVi } from './archive.vi.ts'
import type { SameKeys } from './same-keys.ts'

export const archiveEn = {
  title: 'Archive and comparison',
  text: 'The archive bundle holds every entry of this ballot in the ledger, the signatures and the count; it can be checked independently, without the server.',
  textMeeting:
    'The archive bundle holds every entry of this meeting in the ledger: agenda, hashes of documents, what happened, every vote cast, results and conclusions; it can be checked independently, without the server. It also holds items that only some members may read.',
  root: 'Root of the ledger',
  entries: '({{count}} entries)',
  copy: 'Copy',
  copied: 'Copied',
  fetch: 'Download archive bundle',
  notFetched: 'The archive bundle could not be fetched',
  good: 'Fetched and checked on this device: the bundle is right, counted again it gives the same result.',
  goodMeeting:
    'Fetched and checked on this device: the bundle is right, the votes counted again give the same results.',
  bad: 'The bundle is NOT right: {{count}} faults. Please keep this file as evidence.',
  closing: 'Root at the count',
  concluding: 'Root at the conclusion of the meeting',
  closedAt: 'closed',
  ballots: 'Archive bundles of closed ballots',
  ballotsText:
    'An auditor’s bundle holds neither the words of the ballot nor opinions; every commitment and signature can still be checked.',
} as const satisfies SameKeys<typeof archiveVi>
