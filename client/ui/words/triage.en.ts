import type { SameKeys } from './same-keys.ts'
import type { triageVi } from './triage.vi.ts'

export const triageEn = {
  title: 'To do',
  toAnswer_one: 'Waiting for your answer ({{count}})',
  toAnswer_other: 'Waiting for your answer ({{count}})',
  answered: 'Answered, not yet closed',
  summary: 'Summary',
  reason: 'Why it is asked',
  advice: 'The Office’s advice',
  open_one: 'Open the dossier, {{count}} document',
  open_other: 'Open the dossier, {{count}} documents',
  count_one: '{{count}} thing waits for you',
  count_other: '{{count}} things wait for you',
  emptyTitle: 'Nothing waits for you',
  emptyNext:
    'The next ballot closes at {{when}}; you have answered it and can change your answer until then.',
  emptyNone:
    'When the Office issues a ballot it appears here, fetched beforehand so that it can be read without a network.',
  firstSync: 'Fetching your data for the first time',
  firstSyncText: 'This tablet is receiving ballots and documents. Please stay connected for a few minutes.',
  toRead: {
    none_one: 'The document has been opened',
    none_other: 'All {{count}} documents have been opened',
    unread_one: '{{count}} of {{of}} documents is unread',
    unread_other: '{{count}} of {{of}} documents are unread',
    changed_one: '{{count}} document changed after you read it',
    changed_other: '{{count}} documents changed after you read them',
  },
  ready: {
    ready: 'Can be read offline',
    checking: 'Checking the documents',
    waiting: 'Documents not complete yet ({{percent}}%)',
    noRoom: 'No room for the documents ({{size}} missing)',
    noProgram: 'All documents are here, the program is not stored yet',
    none: 'No documents attached',
  },
} as const satisfies SameKeys<typeof triageVi>
