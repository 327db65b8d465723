import '../meeting-card.css'
import './meeting.css'
import { useNavigate, useParams } from 'react-router'
import type { BallotDocument } from '../../../shared/domain/ballot.ts'
import { MeetingId } from '../../../shared/domain/id.ts'
import type { ItemView, MeetingView } from '../../app/meeting.ts'
import { When } from '../../ui/date-text.tsx'
import { useWords } from '../../ui/i18n.ts'
import { Icon } from '../../ui/icon.tsx'
import { Page } from '../../ui/page.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { ThingSkeleton } from '../../ui/skeleton.tsx'
import { useApp, useAppVersion } from '../app-context.tsx'
import { CalendarButton } from '../calendar-button.tsx'
import { MeetingStateSign } from '../meeting-state-sign.tsx'
import { MinutesButton } from '../minutes-button.tsx'
import { NotHere } from '../not-here.tsx'
import { paths } from '../paths.ts'
import { ReadySign } from '../ready-sign.tsx'
import { useDirectory } from '../use-directory.ts'
import { AgendaItemPart } from './agenda-item-part.tsx'
import { MeetingNotices } from './meeting-notices.tsx'
import { endWords } from './meeting-words.ts'
import { ReplyPane } from './reply-pane.tsx'
import { SessionBar } from './session-bar.tsx'

/** One meeting by its address; absent and forbidden look alike (D2). */
export function MeetingScreen() {
  const app = useApp()
  useAppVersion()
  const { t } = useWords()
  const id = MeetingId.safeParse(useParams()['meeting'])
  const view = id.success ? app.meetings.get(id.data) : null
  if (!app.me().person) return <ThingSkeleton />
  if (!view) {
    return (
      <NotHere
        title={t('meeting.notHere')}
        text={t('meeting.notHereText')}
        way={{ word: t('meeting.toList'), path: paths.meetings }}
      />
    )
  }
  return <Meeting key={view.meeting.id} view={view} />
}

/** The agenda as a line of hours; beside it what one replies to the invitation. */
function Meeting({ view }: { view: MeetingView }) {
  const app = useApp()
  const { t } = useWords()
  const navigate = useNavigate()
  const { nameOf } = useDirectory()
  const { meeting, content, items, withdrawn, as } = view
  const open = ({ item, dossier }: ItemView, document: BallotDocument | null) => {
    app.search.setTarget(document && { dossier, document: document.hash, page: null, query: '', note: null })
    void navigate(paths.meetingItem(meeting.id, item.id))
  }
  const session = app.sessions.get(meeting.id)
  // Whoever is there already is not asked whether they will come.
  const presence = session?.mine ?? null
  const isHere = presence !== null && presence.state !== 'left'
  const ready = items.filter(({ isOver }) => !isOver).map(({ dossier }) => dossier)
  return (
    <Page width="wide">
      <div className="ec-meeting">
        <PageTitle
          over={
            <span className="ec-meeting-facts">
              <span>{t(`meeting.type.${meeting.type}`)}</span>
              <MeetingStateSign state={meeting.phase.state} />
              <ReadySign dossiers={ready} />
            </span>
          }
          title={content.title}
          under={
            <span className="ec-meeting-facts">
              <span>
                <Icon name="clock" size={20} />
                <span>
                  <When at={meeting.startsAt} weekday />{' '}
                  {t('meeting.to', { to: endWords(meeting.startsAt, meeting.endsAt) })}
                </span>
              </span>
              <span>
                <Icon name="person" size={20} />
                {t('meeting.chairIs', { who: nameOf(meeting.chair) })}
              </span>
              <span>{content.place}</span>
            </span>
          }
          onBack={() => void navigate(paths.meetings)}
        />
        <SessionBar meeting={meeting.id} here={null} />
        <MeetingNotices view={view} />
        <div className="ec-meeting-panes">
          <section className="ec-timeline" aria-labelledby="agenda">
            <h2 id="agenda">{t('meeting.agenda')}</h2>
            {items.length === 0 && <p className="ec-quiet">{t('meeting.agendaNone')}</p>}
            <ol className="ec-timeline-line">
              {[...items, ...withdrawn].map((each) => (
                <AgendaItemPart
                  key={each.item.id}
                  view={each}
                  meeting={meeting}
                  session={session}
                  onOpen={(document) => open(each, document)}
                />
              ))}
            </ol>
          </section>
          <aside className="ec-meeting-side">
            {as === 'member' && meeting.phase.state !== 'in-session' && !isHere && <ReplyPane view={view} />}
            {content.remarks !== '' && (
              <section className="ec-invited-remarks" aria-labelledby="remarks">
                <h2 id="remarks">{t('meeting.remarks')}</h2>
                <p>{content.remarks}</p>
              </section>
            )}
            <MinutesButton meeting={meeting} />
            <div>
              <CalendarButton meeting={meeting} content={content} />
            </div>
          </aside>
        </div>
      </div>
    </Page>
  )
}
