import type { BallotDocument } from '../../../shared/domain/ballot.ts'
import type { BallotView } from '../../app/ballot.ts'
import type { DocumentStanding } from '../../app/document-standing.ts'
import { dateAndHour } from '../../ui/date-text.tsx'
import { useWords } from '../../ui/i18n.ts'
import { Icon } from '../../ui/icon.tsx'
import { useApp } from '../app-context.tsx'
import { DocumentChanged } from '../document-changed.tsx'
import { fileStanding, fileStandingWord } from '../file-standing.ts'
import type { DossierNotes } from '../use-dossier-notes.ts'
import { useSearchDossier } from '../use-search-dossier.ts'
import { useStandings } from '../use-standings.ts'

type DocumentListProps = {
  view: BallotView
  open: BallotDocument | null
  /** Null for who keeps none. */
  notes: { all: DossierNotes; isOpen: boolean } | null
  /** Among the words of the ballot: the documents come first, and nothing leads to where one is. */
  isInOverview: boolean
  onOpen: (document: BallotDocument | null) => void
  onOpenNotes: () => void
}

/** The dossier in its order, with what is unread, came late or changed, and what is not on the tablet yet. */
export function DocumentList(props: DocumentListProps) {
  const { view, open, notes, isInOverview, onOpen, onOpenNotes } = props
  const app = useApp()
  const { t } = useWords()
  const { documents } = view.content
  const standings = useStandings(view.ballot)
  const search = useSearchDossier(view.ballot.id)
  const means = (
    <>
      {notes && (
        <li>
          <button
            type="button"
            className="ec-plain-button ec-papers-notes"
            aria-current={notes.isOpen ? 'true' : undefined}
            onClick={onOpenNotes}
          >
            <Icon name="sticky" size={22} />
            <span className="ec-paper-words">
              <span className="ec-paper-title">{t('notes.dossier')}</span>
              <span className="ec-paper-facts">
                {notes.all.notes.length > 0
                  ? t('notes.count', { count: notes.all.notes.length })
                  : t('notes.nothing')}
              </span>
            </span>
          </button>
        </li>
      )}
      {search && documents.length > 0 && (
        <li>
          <button type="button" className="ec-plain-button ec-papers-notes" onClick={() => search('')}>
            <Icon name="search" size={22} />
            <span className="ec-paper-title">{t('search.inDossier')}</span>
          </button>
        </li>
      )}
    </>
  )
  return (
    <ul className="ec-papers">
      {!isInOverview && (
        <li>
          <button
            type="button"
            className="ec-plain-button ec-paper"
            aria-current={open === null && !notes?.isOpen ? 'true' : undefined}
            onClick={() => onOpen(null)}
          >
            <Icon name="ballot" size={22} />
            <span className="ec-paper-title">{t('ballot.overview')}</span>
          </button>
        </li>
      )}
      {!isInOverview && means}
      {documents.map((document) => {
        const noted = notes?.all.notes.filter((each) => each.document.id === document.id).length ?? 0
        const standing = standings.get(document.id)
        const place = fileStanding(document, app)
        const isHere = place.kind === 'ready'
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
                  {noted > 0 && ` · ${t('notes.count', { count: noted })}`}
                  {!isHere && ` · ${fileStandingWord(t, place)}`}
                </span>
                {standing && <Standing document={document} standing={standing} />}
              </span>
            </button>
          </li>
        )
      })}
      {documents.length === 0 && <li className="ec-quiet ec-paper-none">{t('ballot.noDocuments')}</li>}
      {isInOverview && means}
    </ul>
  )
}

/** What waits to be read, and when it came where it came late (M1): that stays to be seen when it has been read. */
function Standing({ document, standing }: { document: BallotDocument; standing: DocumentStanding }) {
  const { t } = useWords()
  const { reading, late } = standing
  return (
    <>
      {reading.kind === 'changed' && <DocumentChanged was={reading.was} is={document.hash} />}
      {reading.kind === 'unread' && (
        <span className="ec-paper-news" data-news="unread">
          {t('ballot.unread')}
        </span>
      )}
      {late && (
        <span className="ec-paper-late">
          {t(late.isNew ? 'ballot.sentLate' : 'ballot.replacedLate', { when: dateAndHour(late.at) })}
        </span>
      )}
    </>
  )
}
