import { useNavigate } from 'react-router'
import type { TaskOrigin } from '../../../shared/domain/task-origin.ts'
import type { TaskDetail } from '../../app/task-view.ts'
import { useWords } from '../../ui/i18n.ts'
import { PageTitle } from '../../ui/page-title.tsx'
import { useApp } from '../app-context.tsx'
import { paths } from '../paths.ts'
import { ServerReachNotice } from '../server-reach.tsx'
import { TaskDue } from '../task-due.tsx'
import { TaskStatusSign, taskTitle } from '../task-status-sign.tsx'
import { TaskActions } from './task-actions.tsx'
import { TaskFacts } from './task-facts.tsx'
import { TaskTrail } from './task-trail.tsx'
import { TaskWords } from './task-words.tsx'

/** One task: where it stands, what can be done, what it is, what came of it. */
export function TaskPane({ detail }: { detail: TaskDetail }) {
  const app = useApp()
  const { t } = useWords()
  const navigate = useNavigate()
  const address = detail.origin && addressOf(detail.origin, app.me().subject.isMember)
  return (
    <div className="ec-task">
      <PageTitle
        title={taskTitle(t, detail)}
        over={
          <span className="ec-over">
            <TaskStatusSign view={detail} />
            <TaskDue view={detail} />
          </span>
        }
      />
      <TaskWords detail={detail} />
      {[...detail.can].some((action) => !isDesk.has(action)) && <ServerReachNotice />}
      <TaskActions detail={detail} />
      <TaskFacts detail={detail} {...(address !== null && { onOrigin: () => void navigate(address) })} />
      <TaskTrail detail={detail} />
    </div>
  )
}

/** Where the item or the ballot is shown to whoever is here. */
function addressOf(origin: TaskOrigin, isMember: boolean): string {
  if ('ballot' in origin) return isMember ? paths.ballot(origin.ballot) : paths.deskBallot(origin.ballot)
  if ('directive' in origin) return paths.directive(origin.directive)
  return isMember ? paths.meetingItem(origin.meeting, origin.item) : paths.deskMeeting(origin.meeting)
}

const isDesk: ReadonlySet<string> = new Set([
  ...['receive-task', 'report-progress', 'report-done', 'ask-extension', 'answer-urging'],
])
