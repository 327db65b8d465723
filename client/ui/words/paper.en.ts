import type { paperVi } from './paper.vi.ts'
import type { SameKeys } from './same-keys.ts'

export const paperEn = {
  'ballot-report': { docx: 'Summary report (DOCX)', pdf: 'Summary report (PDF)' },
  invitation: { docx: 'Invitation (DOCX)', pdf: 'Invitation (PDF)' },
  'conclusion-notice': { docx: 'Conclusion notice (DOCX)', pdf: 'Conclusion notice (PDF)' },
  minutes: { docx: 'Minutes (DOCX)', pdf: 'Minutes (PDF)' },
  report: 'Summary report of opinions',
  reportText:
    'In the layout of Decree 30/2020/ND-CP: result and names for each issue, opinions word for word, the root of the ledger. Number and day of signing are left open for the registry.',
  working: 'The server is writing the paper…',
  workingPart: 'The server is writing the file: {{percent}}%',
  stop: 'Stop',
  done: 'Downloaded {{name}}',
  failed: 'The paper could not be fetched',
} as const satisfies SameKeys<typeof paperVi>
