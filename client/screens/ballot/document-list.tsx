import type { BallotDocument } from '../../../shared/domain/ballot.ts'
import type { BallotView } from '../../app/ballot.ts'
import { useWords } from '../../ui/i18n.ts'
import { Icon } from '../../ui/icon.tsx'
import { useApp } from '../app-context.tsx'
import { documentNews } from './document-news.ts'

type DocumentListProps = {
  view: BallotView
  open: BallotDocument | null
  onOpen: (document: BallotDocument | null) => void
}

/** The dossier in its order, with what is unread, new or changed, and what is not on the tablet yet. */
export function DocumentList({ view, open, onOpen }: DocumentListProps) {
  const app = useApp()
  const { t } = useWords()
  const { documents } = view.content
  const former = view.ballot.versions.at(-2)
  const before = former && app.ballots.contentOf(former.hash)?.documents
  return (
    <ul className="ec-papers">
      <li>
        <button
          type="button"
          className="ec-plain-button ec-paper"
          aria-current={open === null ? 'true' : undefined}
          onClick={() => onOpen(null)}
        >
          <Icon name="ballot" size={22} />
          <span className="ec-paper-title">{t('ballot.overview')}</span>
        </button>
      </li>
      {documents.map((document) => {
        const news = documentNews(document, before, app.noticed.has(document.hash))
        const isHere = app.documents.isReadable(document)
        return (
          <li key={document.id}>
            <button
              type="button"
              className="ec-plain-button ec-paper"
              aria-current={open?.id === document.id ? 'true' : undefined}
              onClick={() => onOpen(document)}
            >
              <Icon name={isHere ? 'document' : 'download'} size={22} />
              <span className="ec-paper-words">
                <span className="ec-paper-title">{document.title}</span>
                <span className="ec-paper-facts">
                  {t(`ballot.kind.${document.kind}`)} · {t('ballot.pages', { count: document.pages })}
                  {!isHere && ` · ${t('storage.notBegun')}`}
                </span>
                {news !== 'read' && (
                  <span className="ec-paper-news" data-news={news}>
                    {t(`ballot.${news}`)}
                  </span>
                )}
              </span>
            </button>
          </li>
        )
      })}
      {documents.length === 0 && <li className="ec-quiet ec-paper-none">{t('ballot.noDocuments')}</li>}
    </ul>
  )
}
