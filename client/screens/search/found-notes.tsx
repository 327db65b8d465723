import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { FoundNote } from '../../app/find-notes.ts'
import { useWords } from '../../ui/i18n.ts'
import { Icon } from '../../ui/icon.tsx'
import { useApp } from '../app-context.tsx'
import { dossierPath } from '../dossier-path.ts'
import { Marked } from '../marked.tsx'

const firstNotes = 5

/** What was found in one's own notes, apart from what stands in ballots and documents. */
export function FoundNotes({ notes, query }: { notes: readonly FoundNote[]; query: string }) {
  const app = useApp()
  const { t } = useWords()
  const navigate = useNavigate()
  const [showsAll, setShowsAll] = useState(false)
  const shown = showsAll ? notes : notes.slice(0, firstNotes)
  return (
    <section className="ec-search-notes" aria-label={t('search.notes', { count: notes.length })}>
      <h2>
        <Icon name="sticky" size={22} />
        {t('search.notes', { count: notes.length })}
      </h2>
      <ul className="ec-search-hits">
        {shown.map(({ dossier, document, note, words }) => (
          <li key={note.id}>
            <button
              type="button"
              className="ec-plain-button ec-search-hit"
              onClick={() => {
                const page = note.version === document.hash ? note.page + 1 : null
                app.search.setTarget({ dossier, document: document.hash, page, query, note: note.id })
                void navigate(dossierPath(dossier))
              }}
            >
              <span className="ec-search-page ec-figures">
                {note.version === document.hash
                  ? t('search.page', { page: note.page + 1 })
                  : t(`notes.kind.${note.geometry.kind}`)}
              </span>
              <span>
                <Marked snippet={words} />
                <span className="ec-search-on">{document.title}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
      {shown.length < notes.length && (
        <button type="button" className="ec-plain-button ec-search-more" onClick={() => setShowsAll(true)}>
          <Icon name="down" size={20} />
          {t('search.notesMore', { count: notes.length - shown.length })}
        </button>
      )}
    </section>
  )
}
