import type { BallotContent } from './ballot.ts'

/** M2: whoever gets a long paper gets a short one with it. */
const longPages = 10
const summaryPages = 6

type Paper = Pick<BallotContent['documents'][number], 'kind' | 'pages'>

export const needsSummary = ({ kind, pages }: Paper): boolean => kind !== 'summary' && pages > longPages

/** What the papers of a ballot still lack of a summary; null where nothing. */
export function summaryGap(documents: readonly Paper[]): 'summary-missing' | 'summary-too-long' | null {
  const summaries = documents.filter(({ kind }) => kind === 'summary')
  if (summaries.some(({ pages }) => pages <= summaryPages)) return null
  if (!documents.some(({ pages }) => pages > longPages)) return null
  return summaries.length === 0 ? 'summary-missing' : 'summary-too-long'
}
