import type { changesVi } from './changes.vi.ts'
import type { SameKeys } from './same-keys.ts'

export const changesEn: SameKeys<typeof changesVi> = {
  since: 'Changes since version {{no}}',
  sinceYours: 'Changes since version {{no}}, the one you answered',
  more_one: 'and {{count}} more change',
  more_other: 'and {{count}} more changes',
  nothing: 'Words, issues and documents are those of version {{no}}.',
  notHere: 'This device no longer holds the former version to compare with. Please read the new one.',
  added: 'Added',
  removed: 'Removed',
  changed: 'Changed',
  moved: 'Reordered',
  title: 'Subject',
  issue: 'Issue {{no}}',
  formerIssue: 'Issue {{no}} of the former version',
  question: 'Issue {{no}}: question',
  alternative: 'Issue {{no}}: alternative',
  atMost: 'Issue {{no}}: how many may be chosen',
  atMostText: 'Formerly up to {{was}}, now up to {{is}}.',
  form: 'Issue {{no}}: way to answer',
  formText: 'Formerly: {{was}}. Now: {{is}}.',
  formOpinion: 'agree, disagree or other opinion',
  formAlternatives: 'choose among {{labels}}',
  documentNamed: 'Document “{{title}}”',
  file: 'The file itself has changed; please read it again.',
  sameFile: 'Only its name or kind has changed; the file is the same.',
  order: {
    issues: 'The issues',
    alternatives: 'The alternatives',
    documents: 'The documents',
  },
}
