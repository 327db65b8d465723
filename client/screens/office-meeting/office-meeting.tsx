import '../register.css'
import '../shared/editor.css'
import './office-meeting.css'
import { Button, Tabs } from '@mantine/core'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import { MeetingId } from '../../../shared/domain/id.ts'
import { meetingPicture } from '../../app/meeting-picture.ts'
import type { OfficeMeetingView } from '../../app/office-meeting.ts'
import { useWords } from '../../ui/i18n.ts'
import { NotAllowed } from '../../ui/not-allowed.tsx'
import { Page } from '../../ui/page.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { useApp, useAppVersion } from '../app-context.tsx'
import { Archiving } from '../archiving.tsx'
import { paths } from '../paths.ts'
import { ServerReachNotice } from '../server-reach.tsx'
import { MeetingActions } from './meeting-actions.tsx'
import { MeetingAgenda } from './meeting-agenda.tsx'
import { MeetingFactList } from './meeting-fact-list.tsx'
import { MeetingHistory } from './meeting-history.tsx'
import { MeetingNotices } from './meeting-notices.tsx'
import { MeetingPeople } from './meeting-people.tsx'
import { MeetingPositions } from './meeting-positions.tsx'
import { MeetingStateSign } from './meeting-state-sign.tsx'
import { spanWords } from './span-words.ts'

const tabs = ['agenda', 'people', 'positions', 'history'] as const
type Tab = (typeof tabs)[number]

/** One meeting at the Office's desk: what may be done with it now, and everything that is known of it. */
export function OfficeMeeting() {
  const app = useApp()
  useAppVersion()
  const navigate = useNavigate()
  const { t } = useWords()
  const id = MeetingId.safeParse(useParams()['meeting'])
  const view = id.success ? app.officeMeetings.get(id.data) : null
  if (!view) {
    const toList = (
      <Button variant="default" onClick={() => void navigate(paths.deskMeetings)}>
        {t('officeMeeting.toRegister')}
      </Button>
    )
    return (
      <Page>
        <NotAllowed action={toList} />
      </Page>
    )
  }
  return <MeetingPage key={view.meeting.id} view={view} />
}

function MeetingPage({ view }: { view: OfficeMeetingView }) {
  const { t } = useWords()
  const navigate = useNavigate()
  const [address, setAddress] = useSearchParams()
  const { meeting, content } = view
  // Before the invitation nobody has anything to say of it.
  const shown = meeting.invitedAt === null ? [] : tabs
  const current = shown.find((tab) => tab === address.get('tab')) ?? 'agenda'
  return (
    <Page width="wide">
      <div className="ec-meeting-page">
        <PageTitle
          title={content?.title ?? t('officeMeeting.notHere')}
          over={
            <span className="ec-over">
              <span>{t(`officeMeeting.type.${meeting.type}`)}</span>
              <MeetingStateSign state={meeting.phase.state} />
            </span>
          }
          under={spanWords(t, meeting.startsAt, meeting.endsAt)}
          onBack={() => void navigate(paths.deskMeetings)}
        />
        <ServerReachNotice />
        <MeetingNotices view={view} />
        <MeetingActions view={view} />
        {shown.length === 0 ? (
          <Part view={view} tab="agenda" />
        ) : (
          <Tabs
            value={current}
            keepMounted={false}
            onChange={(tab) => tab && setAddress({ tab }, { replace: true })}
          >
            <Tabs.List aria-label={t('officeMeeting.tab.label')} className="ec-no-print">
              {shown.map((tab) => (
                <Tabs.Tab key={tab} value={tab}>
                  {t(`officeMeeting.tab.${tab}`)}
                </Tabs.Tab>
              ))}
            </Tabs.List>
            <Tabs.Panel value={current} className="ec-meeting-panel">
              <Part view={view} tab={current} />
            </Tabs.Panel>
          </Tabs>
        )}
      </div>
    </Page>
  )
}

function Part({ view, tab }: { view: OfficeMeetingView; tab: Tab }) {
  const app = useApp()
  switch (tab) {
    case 'agenda':
      return (
        <div className="ec-meeting-content">
          <MeetingAgenda view={view} />
          <MeetingFactList view={view} />
          {view.meeting.phase.state === 'concluded' && <Archiving of={{ meeting: view.meeting.id }} />}
        </div>
      )
    case 'people':
      return <MeetingPeople view={view} picture={meetingPicture(view, app.copy)} />
    case 'positions':
      return <MeetingPositions picture={meetingPicture(view, app.copy)} />
    case 'history':
      return <MeetingHistory view={view} />
  }
}
