import type { BallotDocument } from '../../shared/domain/ballot.ts'
import type { DocumentId } from '../../shared/domain/id.ts'
import type { DocumentStanding } from '../app/document-standing.ts'
import { useWords } from '../ui/i18n.ts'
import { useApp } from './app-context.tsx'
import { DocumentChanged } from './document-changed.tsx'
import { fileStanding, fileStandingWord } from './file-standing.ts'
import { PaperRow } from './paper-row.tsx'

/** What the place where papers are listed knows of them. */
export type PapersInHand = {
  /** Which one is being read. */
  open?: DocumentId | undefined
  /** How many notes lie on a document. */
  noted?: (document: DocumentId) => number
  onOpen: (document: BallotDocument) => void
}

type PaperEntryProps = {
  document: BallotDocument
  standing: DocumentStanding | undefined
  /** When it came, where that was late (M1): that stays to be seen when it has been read. */
  late: string | null
  hand: PapersInHand
}

/** A paper in its list: what is unread, late or changed, and what is not on the tablet yet. */
export function PaperEntry({ document, standing, late, hand }: PaperEntryProps) {
  const app = useApp()
  const { t } = useWords()
  const place = fileStanding(document, app)
  const isHere = place.kind === 'ready'
  const notes = hand.noted?.(document.id) ?? 0
  const reading = standing?.reading
  return (
    <PaperRow
      sign={isHere ? 'document' : 'download'}
      isHere={hand.open === document.id}
      onOpen={() => hand.onOpen(document)}
    >
      <span className="ec-paper-words">
        <span className="ec-paper-title">{document.title}</span>
        <span className="ec-paper-facts">
          {t(`ballot.kind.${document.kind}`)} · {t('ballot.pages', { count: document.pages })}
          {notes > 0 && ` · ${t('notes.count', { count: notes })}`}
          {!isHere && ` · ${fileStandingWord(t, place)}`}
        </span>
        {reading?.kind === 'changed' && <DocumentChanged was={reading.was} is={document.hash} />}
        {reading?.kind === 'unread' && (
          <span className="ec-paper-news" data-news="unread">
            {t('ballot.unread')}
          </span>
        )}
        {late !== null && <span className="ec-paper-late">{late}</span>}
      </span>
    </PaperRow>
  )
}
