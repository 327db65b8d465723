import type { BallotDocument } from '../../../shared/domain/ballot.ts'
import { formatHour } from '../../../shared/lib/time.ts'
import type { ItemView, MeetingView } from '../../app/meeting.ts'
import type { SessionView } from '../../app/session.ts'
import { useWords } from '../../ui/i18n.ts'
import { StatusSign } from '../../ui/status-sign.tsx'
import { useDirectory } from '../use-directory.ts'
import { ItemNotices } from './item-notices.tsx'
import { ItemPapers } from './item-papers.tsx'
import { ItemSessionPart } from './item-session-part.tsx'
import { PositionPane } from './position-pane.tsx'

type AgendaItemPartProps = {
  view: ItemView
  meeting: MeetingView['meeting']
  /** Read once for all items of the agenda: there may be sixty. */
  session: SessionView | null
  onOpen: (document: BallotDocument | null) => void
}

/** One item in the line of the agenda: its hour, who presents it, its papers, and one's own position. */
export function AgendaItemPart({ view, meeting, session, onOpen }: AgendaItemPartProps) {
  const { t } = useWords()
  const { agencyOf } = useDirectory()
  const { item, content, no, planned, isOver } = view
  const heading = `item-${item.id}`
  return (
    <li className="ec-timeline-item" data-withdrawn={item.withdrawn !== null || undefined}>
      <div className="ec-timeline-hour ec-figures">
        {item.withdrawn === null && (
          <>
            <time dateTime={new Date(planned.from).toISOString()}>{formatHour(planned.from)}</time>
            <span className="ec-quiet">{t('meeting.minutes', { count: item.plannedMinutes })}</span>
          </>
        )}
      </div>
      <article className="ec-timeline-body" aria-labelledby={heading}>
        <div className="ec-timeline-head">
          <div className="ec-quiet ec-timeline-over">
            <span>{t('meeting.item', { no })}</span>
            {item.withdrawn !== null && (
              <StatusSign bare tone="quiet" sign="undo" word={t('meeting.withdrawn')} />
            )}
          </div>
          <h3 id={heading}>
            <button type="button" className="ec-plain-button ec-timeline-open" onClick={() => onOpen(null)}>
              {content.title}
            </button>
          </h3>
          <p className="ec-quiet">
            {t('meeting.presenter', { who: content.presenter })} · {agencyOf(item.leadAgency)}
          </p>
        </div>
        <ItemNotices meeting={meeting} view={view} />
        <ItemSessionPart view={session} item={item.id} />
        {!isOver && (
          <ul className="ec-papers ec-timeline-papers">
            <ItemPapers meeting={meeting} view={view} hand={{ onOpen }} />
          </ul>
        )}
        <PositionPane meeting={meeting} view={view} isShort />
      </article>
    </li>
  )
}
