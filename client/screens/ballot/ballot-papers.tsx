import type { BallotView } from '../../app/ballot.ts'
import { dateAndHour } from '../../ui/date-text.tsx'
import { useWords } from '../../ui/i18n.ts'
import { PaperEntry, type PapersInHand } from '../paper-entry.tsx'
import { PastPapers, usePastPapers } from '../past-papers.tsx'
import { useStandings } from '../use-standings.ts'

/** A ballot's documents in their order. */
export function BallotPapers({ view, hand }: { view: BallotView; hand: PapersInHand }) {
  const { t } = useWords()
  const { documents } = view.content
  const standings = useStandings(view.ballot)
  const past = usePastPapers({ ballot: view.ballot.id })
  if (past && documents.length === 0) return <PastPapers counted={past} />
  if (documents.length === 0) return <li className="ec-quiet ec-paper-none">{t('ballot.noDocuments')}</li>
  return documents.map((document) => {
    const standing = standings.get(document.id)
    const late = standing?.late
    return (
      <PaperEntry
        key={document.id}
        document={document}
        standing={standing}
        late={
          late
            ? t(late.isNew ? 'ballot.sentLate' : 'ballot.replacedLate', { when: dateAndHour(late.at) })
            : null
        }
        hand={hand}
      />
    )
  })
}
