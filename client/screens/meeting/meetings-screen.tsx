import '../register.css'
import './meeting.css'
import { Button } from '@mantine/core'
import { useNavigate } from 'react-router'
import { isToCome, type MeetingView } from '../../app/meeting.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useWords } from '../../ui/i18n.ts'
import { NotAllowed } from '../../ui/not-allowed.tsx'
import { Page } from '../../ui/page.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { CardsSkeleton } from '../../ui/skeleton.tsx'
import { useApp, useAppVersion } from '../app-context.tsx'
import { FilterChips } from '../filter-chips.tsx'
import { FoundLines, otherThan } from '../found-lines.tsx'
import { MeetingCard } from '../meeting-card.tsx'
import { type ListedMeeting, listedMeetings } from '../meeting-filter.ts'
import { MeetingFilterFields } from '../meeting-filter-fields.tsx'
import { paths } from '../paths.ts'
import { useMeetingFilter } from '../use-meeting-filter.ts'

const shows = ['all', 'coming', 'held'] as const
type Part = Exclude<(typeof shows)[number], 'all'>

/** The meetings to which one is invited: those to come by their hour, then those that are over. */
export function MeetingsScreen() {
  const app = useApp()
  useAppVersion()
  const { t } = useWords()
  const { filter, show, set, setText, clear } = useMeetingFilter('meetings', shows)
  const { person, subject } = app.me()
  const isInvited =
    subject.isMember || subject.roles.includes('substitute') || subject.roles.includes('guest')
  if (person && !isInvited) return <NotAllowed />
  const views = app.meetings.list()
  const now = app.now()
  const listed = listedMeetings(views, filter, app.copy)
  const inPart = (part: Part) =>
    listed.filter(({ view }) => isToCome(view.meeting, now) === (part === 'coming'))
  const shown = (part: Part) => (show === 'all' || show === part ? inPart(part) : [])
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
            <div className="ec-meetings-filters">
              <FilterChips
                label={t('meeting.filter.parts')}
                chosen={show}
                onChoose={(next) => set({ show: next })}
                chips={shows.map((id) => ({
                  id,
                  word: t(`meeting.filter.show.${id}`),
                  count: id === 'all' ? listed.length : inPart(id).length,
                }))}
              />
              <MeetingFilterFields views={views} filter={filter} set={set} setText={setText} />
            </div>
            {shown('coming').length + shown('held').length === 0 && (
              <EmptyState
                sign="search"
                title={t('meeting.filter.nothingFound')}
                action={<Button onClick={clear}>{t('meeting.filter.clear')}</Button>}
              />
            )}
            <Meetings id="coming" listed={shown('coming')} />
            <Meetings id="held" listed={shown('held')} />
          </>
        )}
      </div>
    </Page>
  )
}

function Meetings({ id, listed }: { id: Part; listed: readonly ListedMeeting<MeetingView>[] }) {
  const { t } = useWords()
  const navigate = useNavigate()
  if (listed.length === 0) return null
  return (
    <section className="ec-meetings-part" aria-labelledby={id}>
      <h2 id={id}>{t(`meeting.${id}`)}</h2>
      {listed.map(({ view, found }) => {
        const lines = otherThan(found, ['title'])
        return (
          <MeetingCard
            key={view.meeting.id}
            view={view}
            onOpen={() => void navigate(paths.meeting(view.meeting.id))}
            {...(lines.length > 0 && { foot: <FoundLines words={lines} /> })}
          />
        )
      })}
    </section>
  )
}
