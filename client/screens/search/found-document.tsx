import { useState } from 'react'
import type { FoundDocument } from '../../app/search.ts'
import { useWords } from '../../ui/i18n.ts'
import { Icon } from '../../ui/icon.tsx'
import { Marked } from '../marked.tsx'

const firstHits = 3

type FoundDocumentProps = {
  found: FoundDocument
  onOpen: (page: number | null) => void
}

/** A document with what was found in its name and on its pages. */
export function FoundDocumentPart({ found: { document, name, found }, onOpen }: FoundDocumentProps) {
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
