import type { BallotDocument } from '../../../shared/domain/ballot.ts'
import type { ItemView, MeetingView } from '../../app/meeting.ts'
import { useWords } from '../../ui/i18n.ts'
import { Icon } from '../../ui/icon.tsx'
import type { DossierNotes } from '../use-dossier-notes.ts'
import { useSearchDossier } from '../use-search-dossier.ts'
import { ItemPapers } from './item-papers.tsx'

type ItemListProps = {
  meeting: MeetingView['meeting']
  view: ItemView
  open: BallotDocument | null
  /** Null for who keeps none. */
  notes: { all: DossierNotes; isOpen: boolean } | null
  /** Among the words of the item: the papers come first, and nothing leads to where one is. */
  isInOverview: boolean
  onOpen: (document: BallotDocument | null) => void
  onOpenNotes: () => void
}

/** What lies in an item: its words, one's notes, its papers. */
export function ItemList(props: ItemListProps) {
  const { meeting, view, open, notes, isInOverview, onOpen, onOpenNotes } = props
  const { t } = useWords()
  const search = useSearchDossier(view.dossier)
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
      {search && view.content.documents.length > 0 && (
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
            <Icon name="meeting" size={22} />
            <span className="ec-paper-title">{t('meeting.itemOverview')}</span>
          </button>
        </li>
      )}
      {!isInOverview && means}
      {!view.isOver && (
        <ItemPapers
          meeting={meeting}
          view={view}
          open={open?.id}
          noted={(id) => notes?.all.notes.filter(({ document }) => document.id === id).length ?? 0}
          onOpen={onOpen}
        />
      )}
      {isInOverview && means}
    </ul>
  )
}
