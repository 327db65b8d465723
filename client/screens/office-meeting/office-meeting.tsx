import '../register.css'
import './office-meeting.css'
import { Button } from '@mantine/core'
import { useNavigate, useParams } from 'react-router'
import { MeetingId } from '../../../shared/domain/id.ts'
import type { OfficeMeetingView } from '../../app/office-meeting.ts'
import { useWords } from '../../ui/i18n.ts'
import { NotAllowed } from '../../ui/not-allowed.tsx'
import { Page } from '../../ui/page.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { useApp, useAppVersion } from '../app-context.tsx'
import { paths } from '../paths.ts'
import { ServerReachNotice } from '../server-reach.tsx'
import { MeetingActions } from './meeting-actions.tsx'
import { MeetingAgenda } from './meeting-agenda.tsx'
import { MeetingFactList } from './meeting-fact-list.tsx'
import { MeetingNotices } from './meeting-notices.tsx'
import { MeetingStateSign } from './meeting-state-sign.tsx'
import { spanWords } from './span-words.ts'

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
  const { meeting, content } = view
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
          under={spanWords(meeting.startsAt, meeting.endsAt)}
          onBack={() => void navigate(paths.deskMeetings)}
        />
        <ServerReachNotice />
        <MeetingNotices view={view} />
        <MeetingActions view={view} />
        <div className="ec-meeting-content">
          <MeetingAgenda view={view} />
          <MeetingFactList view={view} />
        </div>
      </div>
    </Page>
  )
}
