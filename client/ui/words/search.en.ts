import type { SameKeys } from './same-keys.ts'
import type { searchVi } from './search.vi.ts'

export const searchEn = {
  title: 'Search',
  under: 'In every ballot and document on this device, without a network too.',
  field: 'Find in ballots and documents',
  hint: 'Type without diacritics to find every spelling, with them to find exactly that. Several words are found together, in their order.',
  clear: 'Clear the search',
  startTitle: 'What are you looking for?',
  startText: 'Type the number of a ballot, its title, an issue, or words of a document.',
  ready_one: 'Searches {{count}} document on this device.',
  ready_other: 'Searches {{count}} documents on this device.',
  building: 'Preparing document {{done}} of {{total}}; results are complete when this is done.',
  missing_one: '{{count}} document cannot be searched yet: its text is not on this device.',
  missing_other: '{{count}} documents cannot be searched yet: their text is not on this device.',
  textless_one: '{{count}} page is a scan, without text to search.',
  textless_other: '{{count}} pages are scans, without text to search.',
  found_one: 'Found in {{count}} ballot.',
  found_other: 'Found in {{count}} ballots.',
  noneTitle: 'Nothing found',
  noneText:
    '“{{query}}” is in none of the ballots and documents on this device. Try fewer words, or type without diacritics.',
  noneYet: 'Nothing found yet; documents are still being prepared.',
  issue: 'Issue',
  inTitle: 'In the name of the document',
  pages_one: '{{count}} page',
  pages_other: '{{count}} pages',
  page: 'Page {{page}}',
  more_one: 'Show {{count}} more page',
  more_other: 'Show {{count}} more pages',
  rest_one: '{{count}} more page: open the document to see it.',
  rest_other: '{{count}} more pages: open the document to see them.',
} as const satisfies SameKeys<typeof searchVi>
