import { useNavigate } from 'react-router'
import type { FoundBallot } from '../../app/search.ts'
import { Card } from '../../ui/card.tsx'
import { useWords } from '../../ui/i18n.ts'
import { useApp } from '../app-context.tsx'
import { BallotStateSign } from '../ballot-state-sign.tsx'
import { FoundLines, otherThan } from '../found-lines.tsx'
import { paths } from '../paths.ts'
import { FoundDocumentPart } from './found-document.tsx'

/** One ballot with what was found in its own words and, document by document, on which pages. */
export function FoundBallotCard({ found, query }: { found: FoundBallot; query: string }) {
  const app = useApp()
  const { t } = useWords()
  const navigate = useNavigate()
  const { ballot, content } = found.view
  const open = (target: Parameters<typeof app.search.setTarget>[0]) => {
    app.search.setTarget(target)
    void navigate(paths.ballot(ballot.id))
  }
  return (
    <Card
      over={t('answer.ballot', { number: ballot.number ?? '' })}
      title={content.title}
      sign={<BallotStateSign state={ballot.phase.state} />}
      onOpen={() => open(null)}
    >
      <div className="ec-search-parts">
        <FoundLines words={otherThan(found.words, ['number', 'title'])} />
        {found.documents.map((each) => (
          <FoundDocumentPart
            key={each.document.hash}
            found={each}
            onOpen={(page) =>
              open({ dossier: ballot.id, document: each.document.hash, page, query, note: null })
            }
          />
        ))}
      </div>
    </Card>
  )
}
