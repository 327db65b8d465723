import './office.css'
import { Button } from '@mantine/core'
import { useNavigate } from 'react-router'
import { BallotId } from '../../../shared/domain/id.ts'
import { type MeetingTask, meetingTasks } from '../../app/meeting-work.ts'
import { type OfficeTask, officeTasks } from '../../app/office-work.ts'
import { answerCounts } from '../../app/watch-stage.ts'
import { Deadline } from '../../ui/deadline.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useWords } from '../../ui/i18n.ts'
import { Icon } from '../../ui/icon.tsx'
import { Page } from '../../ui/page.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { useApp, useAppVersion } from '../app-context.tsx'
import { paths } from '../paths.ts'
import { ServerReachNotice } from '../server-reach.tsx'
import { useCalendar } from '../use-calendar.ts'
import { AnswerMeter } from './answer-meter.tsx'
import { MeetingTaskCard } from './meeting-task-card.tsx'
import { OfficeTaskCard } from './office-task-card.tsx'
import { TaskCounts } from './task-counts.tsx'
import { WaitingExtensions } from './waiting-extensions.tsx'

/** The Office's desk: what waits for whom, a list that empties; beside it what is running. */
export function OfficeHome() {
  const app = useApp()
  useAppVersion()
  const { t } = useWords()
  const navigate = useNavigate()
  const { now, calendar } = useCalendar()
  const { subject } = app.me()
  const tasks = officeTasks({
    desk: app.office,
    devices: app.devices,
    subject,
    begun: begunIn(app.drafts.names()),
    now,
    calendar,
  })
  const meetings = meetingTasks({
    desk: app.officeMeetings,
    reader: app.copy.reader,
    subject,
    names: app.drafts.names(),
  })
  const isLater = ({ kind }: MeetingTask) => kind === 'finish-draft' || kind === 'begun'
  const count = tasks.length + meetings.length
  const listed = (some: readonly MeetingTask[]) =>
    some.map((task) => (
      <li key={`meeting/${task.kind}/${'view' in task ? task.view.meeting.id : task.meeting}`}>
        <MeetingTaskCard task={task} />
      </li>
    ))
  return (
    <Page width="wide">
      <PageTitle
        title={t('office.title')}
        under={t('office.under')}
        actions={
          subject.roles.includes('secretary') && (
            <Button leftSection={<Icon name="plus" size={20} />} onClick={() => void navigate(paths.deskNew)}>
              {t('office.newBallot')}
            </Button>
          )
        }
      />
      <ServerReachNotice />
      <div className="ec-desk">
        <section className="ec-desk-part" aria-label={t('office.tasks')}>
          <h2>
            {t('office.tasks')}
            <span className="ec-quiet ec-figures">{t('office.tasksCount', { count })}</span>
          </h2>
          {count === 0 ? (
            <EmptyState title={t('office.tasksNone')} text={t('office.tasksNoneText')} />
          ) : (
            <ul className="ec-desk-list">
              {listed(meetings.filter((task) => !isLater(task)))}
              {tasks.map((task) => (
                <li key={keyOf(task)}>
                  <OfficeTaskCard task={task} />
                </li>
              ))}
              {listed(meetings.filter(isLater))}
            </ul>
          )}
        </section>
        <div className="ec-desk-beside">
          <WaitingExtensions />
          <TaskCounts />
          <Running />
        </div>
      </div>
    </Page>
  )
}

function Running() {
  const app = useApp()
  const { t } = useWords()
  const navigate = useNavigate()
  const { leftUntil } = useCalendar()
  const running = app.office
    .list()
    .filter(({ ballot }) => ballot.phase.state === 'issued' || ballot.phase.state === 'closing-waits')
    .sort((a, b) => a.ballot.deadlineAt - b.ballot.deadlineAt)
  return (
    <section className="ec-desk-part" aria-label={t('office.running')}>
      <h2>{t('office.running')}</h2>
      {running.length === 0 ? (
        <p className="ec-quiet">{t('office.runningNone')}</p>
      ) : (
        <ul className="ec-desk-running">
          {running.map(({ ballot, content }) => {
            const counts = answerCounts(app.office.watch(ballot.id))
            return (
              <li key={ballot.id}>
                <button
                  type="button"
                  className="ec-plain-button ec-desk-link"
                  onClick={() => void navigate(paths.deskBallot(ballot.id))}
                >
                  <span className="ec-quiet ec-figures">{ballot.number}</span>
                  <strong>{content?.title ?? t('office.notHere')}</strong>
                  <Deadline at={ballot.deadlineAt} left={leftUntil(ballot.deadlineAt)} label="" />
                  <AnswerMeter counts={counts} isLong />
                </button>
              </li>
            )
          })}
        </ul>
      )}
    </section>
  )
}

function keyOf(task: OfficeTask): string {
  if (task.kind === 'device') return `device/${task.device.device.id}`
  if (task.kind === 'begun') return `begun/${task.ballot}`
  return task.kind === 'confirm' ? `confirm/${task.proposal.id}` : `${task.kind}/${task.view.ballot.id}`
}

/** Ballots with unsaved text on this device, by the names of its drafts. */
const begunIn = (names: readonly string[]): BallotId[] =>
  names.flatMap((name) => {
    const id = name.startsWith('ballot/') ? BallotId.safeParse(name.slice('ballot/'.length)) : null
    return id?.success ? [id.data] : []
  })
