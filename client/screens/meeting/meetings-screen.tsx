import './meeting.css'
import { useNavigate } from 'react-router'
import { isToCome, type MeetingView } from '../../app/meeting.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useWords } from '../../ui/i18n.ts'
import { NotAllowed } from '../../ui/not-allowed.tsx'
import { Page } from '../../ui/page.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { CardsSkeleton } from '../../ui/skeleton.tsx'
import { useApp, useAppVersion } from '../app-context.tsx'
import { MeetingCard } from '../meeting-card.tsx'
import { paths } from '../paths.ts'

/** The meetings to which one is invited: those to come by their hour, then those that are over. */
export function MeetingsScreen() {
  const app = useApp()
  useAppVersion()
  const { t } = useWords()
  const { person, subject } = app.me()
  const isInvited =
    subject.isMember || subject.roles.includes('substitute') || subject.roles.includes('guest')
  if (person && !isInvited) return <NotAllowed />
  const views = app.meetings.list()
  const now = app.now()
  return (
    <Page width="wide">
      <div className="ec-meetings">
        <PageTitle title={t('meeting.title')} />
        {!person ? (
          <CardsSkeleton />
        ) : views.length === 0 ? (
          <EmptyState
            title={t(subject.isMember ? 'meeting.listEmpty' : 'meeting.listEmptyGuest')}
            text={t(subject.isMember ? 'meeting.listEmptyText' : 'meeting.listEmptyGuestText')}
            sign="meeting"
          />
        ) : (
          <>
            <Part id="coming" views={views.filter(({ meeting }) => isToCome(meeting, now))} />
            <Part id="held" views={views.filter(({ meeting }) => !isToCome(meeting, now))} />
          </>
        )}
      </div>
    </Page>
  )
}

function Part({ id, views }: { id: 'coming' | 'held'; views: readonly MeetingView[] }) {
  const { t } = useWords()
  const navigate = useNavigate()
  if (views.length === 0) return null
  return (
    <section className="ec-meetings-part" aria-labelledby={id}>
      <h2 id={id}>{t(`meeting.${id}`)}</h2>
      {views.map((view) => (
        <MeetingCard
          key={view.meeting.id}
          view={view}
          onOpen={() => void navigate(paths.meeting(view.meeting.id))}
        />
      ))}
    </section>
  )
}
