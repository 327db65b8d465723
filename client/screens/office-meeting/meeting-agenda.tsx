import { isSentLate } from '../../../shared/domain/meeting.ts'
import type { OfficeItemView, OfficeMeetingView } from '../../app/office-meeting.ts'
import { dateAndHour } from '../../ui/date-text.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useWords } from '../../ui/i18n.ts'
import { StatusSign } from '../../ui/status-sign.tsx'
import { MatterTrail } from '../matter-trail.tsx'
import { useDirectory } from '../use-directory.ts'
import { AgendaPapers } from './agenda-papers.tsx'
import { ItemAdmissions } from './item-admissions.tsx'
import { lengthWords } from './length-words.ts'

/** The agenda as it stands, each item with its papers and readers; below it what was withdrawn. */
export function MeetingAgenda({ view }: { view: OfficeMeetingView }) {
  const { t } = useWords()
  const { items, withdrawn } = view
  const sentAndGone = withdrawn.filter(({ item }) => item.versions.length > 0)
  return (
    <section aria-label={t('agenda.agenda')}>
      <h2>{t('agenda.agenda')}</h2>
      {items.length === 0 && <EmptyState sign="meeting" title={t('officeMeeting.item.none')} />}
      <ol className="ec-meeting-items">
        {items.map((item, i) => (
          <li key={item.item.id}>
            <Item of={view} view={item} no={i + 1} />
          </li>
        ))}
      </ol>
      {sentAndGone.length > 0 && (
        <>
          <h2>{t('officeMeeting.item.withdrawn')}</h2>
          <ul className="ec-meeting-items">
            {sentAndGone.map(({ item, content }) => (
              <li key={item.id}>
                <WithdrawnItem view={{ item, content }} />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

type ItemProps = { of: OfficeMeetingView; view: OfficeItemView; no: number }

function Item({ of, view, no }: ItemProps) {
  const { t } = useWords()
  const { nameOf, agencyOf } = useDirectory()
  const { meeting } = of
  const { item, content } = view
  const facts = {
    presenter: content?.presenter ?? '',
    agency: agencyOf(item.leadAgency),
    minutes: lengthWords(t, item.plannedMinutes),
  }
  const last = item.versions.at(-1)
  const isLater = last !== undefined && meeting.invitedAt !== null && last.at > meeting.invitedAt
  const change = last && { when: dateAndHour(last.at), reason: last.reason }
  return (
    <article className="ec-meeting-item" aria-labelledby={`item-${item.id}`}>
      <span className="ec-agenda-no ec-figures">{no}</span>
      <div className="ec-meeting-item-words">
        <h3 id={`item-${item.id}`}>{content?.title ?? t('officeMeeting.notHere')}</h3>
        <p className="ec-quiet">{t('officeMeeting.item.facts', facts)}</p>
        {content?.summary && <p className="ec-meeting-remarks">{content.summary}</p>}
        <p className="ec-quiet">
          {item.readers === null
            ? t('officeMeeting.item.readersAll')
            : t('officeMeeting.item.readers', {
                count: item.readers.length,
                names: item.readers.map(nameOf).join(', '),
              })}
        </p>
        {isLater && change && (
          <p>
            {t(
              item.versions.length === 1 ? 'officeMeeting.item.added' : 'officeMeeting.item.changed',
              change,
            )}{' '}
            {isSentLate(last.at, meeting.startsAt) && (
              <StatusSign bare tone="waiting" word={t('officeMeeting.item.late')} />
            )}
          </p>
        )}
        <MatterTrail of={{ kind: 'item', meeting: item.meeting, item: item.id }} />
        {content && <AgendaPapers view={of} item={view} content={content} />}
        <ItemAdmissions view={of} item={view} no={no} />
      </div>
    </article>
  )
}

function WithdrawnItem({ view: { item, content } }: { view: OfficeItemView }) {
  const { t } = useWords()
  const { nameOf } = useDirectory()
  const { withdrawn } = item
  return (
    <article className="ec-meeting-item">
      <div className="ec-meeting-item-words">
        <h3>{content?.title ?? t('officeMeeting.notHere')}</h3>
        {withdrawn && (
          <p className="ec-quiet">
            {t('officeMeeting.item.withdrawnBy', {
              name: nameOf(withdrawn.by),
              when: dateAndHour(withdrawn.at),
              reason: withdrawn.reason,
            })}
          </p>
        )}
      </div>
    </article>
  )
}
