import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { FoundBallot } from '../../app/search.ts'
import type { Snippet } from '../../app/search-port.ts'
import { Card } from '../../ui/card.tsx'
import { useWords } from '../../ui/i18n.ts'
import { Icon } from '../../ui/icon.tsx'
import { useApp } from '../app-context.tsx'
import { BallotStateSign } from '../ballot-state-sign.tsx'
import { paths } from '../paths.ts'

const firstHits = 3

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
        {found.words
          .filter(({ kind }) => kind === 'issue')
          .map((each) => (
            <p key={each.before + each.match + each.after} className="ec-search-issue">
              <span className="ec-quiet">{t('search.issue')}: </span>
              <Marked snippet={each} />
            </p>
          ))}
        {found.documents.map((each) => (
          <FoundDocument
            key={each.document.hash}
            found={each}
            onOpen={(page) =>
              open({ ballot: ballot.id, document: each.document.hash, page, query, note: null })
            }
          />
        ))}
      </div>
    </Card>
  )
}

type FoundDocumentProps = {
  found: FoundBallot['documents'][number]
  onOpen: (page: number | null) => void
}

function FoundDocument({ found: { document, name, found }, onOpen }: FoundDocumentProps) {
  const { t } = useWords()
  const [showsAll, setShowsAll] = useState(false)
  const hits = found?.hits ?? []
  const shown = showsAll ? hits : hits.slice(0, firstHits)
  const rest = (found?.pages ?? 0) - hits.length
  return (
    <section className="ec-search-document" aria-label={document.title}>
      <button
        type="button"
        className="ec-plain-button ec-search-title"
        onClick={() => onOpen(hits[0]?.page ?? null)}
      >
        <Icon name="document" size={20} />
        <span>{name ? <Marked snippet={name} /> : document.title}</span>
        <span className="ec-quiet ec-search-count">
          {found ? t('search.pages', { count: found.pages }) : t('search.inTitle')}
        </span>
      </button>
      <ul className="ec-search-hits">
        {shown.map((hit) => (
          <li key={hit.page}>
            <button type="button" className="ec-plain-button ec-search-hit" onClick={() => onOpen(hit.page)}>
              <span className="ec-search-page ec-figures">{t('search.page', { page: hit.page })}</span>
              <span>
                <Marked snippet={hit} />
              </span>
            </button>
          </li>
        ))}
      </ul>
      {shown.length < hits.length && (
        <button type="button" className="ec-plain-button ec-search-more" onClick={() => setShowsAll(true)}>
          <Icon name="down" size={20} />
          {t('search.more', { count: hits.length - shown.length })}
        </button>
      )}
      {showsAll && rest > 0 && <p className="ec-quiet">{t('search.rest', { count: rest })}</p>}
    </section>
  )
}

export const Marked = ({ snippet: { before, match, after } }: { snippet: Snippet }) => (
  <>
    {before}
    <mark>{match}</mark>
    {after}
  </>
)
