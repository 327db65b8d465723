import type { BallotDocument } from '../../../shared/domain/ballot.ts'
import type { DocumentId } from '../../../shared/domain/id.ts'
import { type ItemStanding, itemStandings } from '../../app/item-standing.ts'
import type { ItemView, MeetingView } from '../../app/meeting.ts'
import { dateAndHour } from '../../ui/date-text.tsx'
import { useWords } from '../../ui/i18n.ts'
import { Icon } from '../../ui/icon.tsx'
import { useApp } from '../app-context.tsx'
import { DocumentChanged } from '../document-changed.tsx'
import { fileStanding, fileStandingWord } from '../file-standing.ts'
import { SecretPapers } from './secret-papers.tsx'

type ItemPapersProps = {
  meeting: MeetingView['meeting']
  view: ItemView
  /** Which one is being read. */
  open?: DocumentId | undefined
  /** How many notes lie on a document. */
  noted?: (document: DocumentId) => number
  onOpen: (document: BallotDocument) => void
}

/** An item's papers in their order: what is unread, late or changed, and what is on no device. */
export function ItemPapers({ meeting, view, open, noted, onOpen }: ItemPapersProps) {
  const app = useApp()
  const { t } = useWords()
  const standings = itemStandings(view, meeting, app)
  const { documents, secrets } = view.content
  return (
    <>
      {documents.map((document) => {
        const place = fileStanding(document, app)
        const isHere = place.kind === 'ready'
        const standing = standings.get(document.id)
        const notes = noted?.(document.id) ?? 0
        return (
          <li key={document.id}>
            <button
              type="button"
              className="ec-plain-button ec-paper"
              aria-current={open === document.id ? 'true' : undefined}
              onClick={() => onOpen(document)}
            >
              <Icon name={isHere ? 'document' : 'download'} size={22} />
              <span className="ec-paper-words">
                <span className="ec-paper-title">{document.title}</span>
                <span className="ec-paper-facts">
                  {t(`ballot.kind.${document.kind}`)} · {t('ballot.pages', { count: document.pages })}
                  {notes > 0 && ` · ${t('notes.count', { count: notes })}`}
                  {!isHere && ` · ${fileStandingWord(t, place)}`}
                </span>
                {standing && <Standing document={document} standing={standing} />}
              </span>
            </button>
          </li>
        )
      })}
      <SecretPapers secrets={secrets} />
      {documents.length + secrets.length === 0 && (
        <li className="ec-quiet ec-paper-none">{t('meeting.noDocuments')}</li>
      )}
    </>
  )
}

/** What waits to be read, and when it came where it came late (M1): that stays to be seen when it has been read. */
function Standing({ document, standing }: { document: BallotDocument; standing: ItemStanding }) {
  const { t } = useWords()
  const { reading, late, isTooLate } = standing
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
          {t(isTooLate ? 'meeting.late' : late.isNew ? 'meeting.supplement' : 'meeting.replaced', {
            when: dateAndHour(late.at),
          })}
        </span>
      )}
    </>
  )
}
