import './minutes.css'
import { Button } from '@mantine/core'
import { useParams } from 'react-router'
import { permit } from '../../../shared/domain/access.ts'
import { MeetingId } from '../../../shared/domain/id.ts'
import { type Meeting, meetingKey } from '../../../shared/domain/meeting.ts'
import { factsOfMeeting } from '../../../shared/domain/meeting-access.ts'
import { minutesLines } from '../../app/minutes-sheet.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useWords } from '../../ui/i18n.ts'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { ThingSkeleton } from '../../ui/skeleton.tsx'
import { useApp, useAppVersion } from '../app-context.tsx'
import { NotHere } from '../not-here.tsx'
import { paths } from '../paths.ts'
import { ServerReachNotice } from '../server-reach.tsx'
import { MinutesHead } from './minutes-head.tsx'
import { MinutesSectionPart } from './minutes-section.tsx'
import { MinutesVersions } from './minutes-versions.tsx'
import { useMinutesSheet } from './use-minutes-sheet.ts'

/** The minutes, for who reads every item; absent and forbidden look alike (D2). */
export function MinutesScreen() {
  const app = useApp()
  useAppVersion()
  const { t } = useWords()
  const id = MeetingId.safeParse(useParams()['meeting'])
  const meeting = id.success ? app.copy.reader.get('meeting', meetingKey(id.data)) : undefined
  if (!app.me().person) return <ThingSkeleton />
  const mayRead =
    meeting !== undefined &&
    permit(app.me().subject, { action: 'read-minutes', meeting: factsOfMeeting(meeting) }).allow
  if (!mayRead) {
    return (
      <NotHere
        title={t('minutes.notHere')}
        text={t('minutes.notHereText')}
        way={{ word: t('meeting.toList'), path: paths.meetings }}
      />
    )
  }
  return <MinutesPage key={meeting.id} meeting={meeting} />
}

function MinutesPage({ meeting }: { meeting: Meeting }) {
  const app = useApp()
  const { t } = useWords()
  const hand = useMinutesSheet(meeting.id)
  const view = app.minutes.get(meeting.id)
  const isSigned = view !== null && view.minutes.signed !== null
  const mayWrite =
    !isSigned && permit(app.me().subject, { action: 'draft-minutes', meeting: factsOfMeeting(meeting) }).allow
  const isAwaited = view !== null && view.content === null
  // Whoever only reads has what the Office holds, and no draft of their own device.
  const held = view?.content ? minutesLines({ stored: view.content, drafted: [], unsent: {} }) : null
  const lines = mayWrite ? hand.lines : held
  const quiet = lines?.filter(({ news, isEdited }) => news !== null && !isEdited).length ?? 0
  return (
    <Page>
      <MinutesHead meeting={meeting} view={view} hand={hand} mayWrite={mayWrite} />
      <ServerReachNotice />
      {mayWrite && !hand.isKept && (
        <Notice tone="urgent" title={t('minutes.notKept')}>
          {t('minutes.notKeptText')}
        </Notice>
      )}
      {isAwaited && <EmptyState sign="clock" title={t('minutes.awaited')} />}
      {!isAwaited && lines === null && (
        <EmptyState sign="document" title={t(hand.lines === null ? 'minutes.noSession' : 'minutes.none')} />
      )}
      {mayWrite && quiet > 1 && (
        <Notice
          tone="waiting"
          title={t('minutes.newsMany', { count: quiet })}
          action={
            <Button variant="default" onClick={hand.hearAll}>
              {t('minutes.takeAll')}
            </Button>
          }
        />
      )}
      {!isAwaited &&
        lines?.map((line) => (
          <MinutesSectionPart key={line.key} line={line} hand={hand} mayWrite={mayWrite} />
        ))}
      {view && <MinutesVersions view={view} />}
    </Page>
  )
}
