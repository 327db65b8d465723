import { useNavigate } from 'react-router'
import { type DossierId, directiveDossier, itemDossier } from '../../../shared/domain/dossier.ts'
import type { TaskOrigin } from '../../../shared/domain/task-origin.ts'
import type { TaskDetail } from '../../app/task-view.ts'
import { useWords } from '../../ui/i18n.ts'
import { PageTitle } from '../../ui/page-title.tsx'
import { useApp } from '../app-context.tsx'
import { MatterTrail } from '../matter-trail.tsx'
import { paths } from '../paths.ts'
import { ServerReachNotice } from '../server-reach.tsx'
import { TaskDue } from '../task-due.tsx'
import { TaskStatusSign, taskTitle } from '../task-status-sign.tsx'
import { WaitingExtension } from '../waiting-extension.tsx'
import { TaskActions } from './task-actions.tsx'
import { TaskFacts } from './task-facts.tsx'
import { TaskSplits } from './task-split.tsx'
import { TaskTrail } from './task-trail.tsx'
import { TaskWords } from './task-words.tsx'

/** One task: where it stands, what can be done, what it is, what came of it. */
export function TaskPane({ detail }: { detail: TaskDetail }) {
  const app = useApp()
  const { t } = useWords()
  const navigate = useNavigate()
  const { isMember } = app.me().subject
  const { origin } = detail
  const address = origin && addressOf(origin, isMember)
  const toOrigin = () => {
    if (!address) return
    const dossier = origin && 'page' in origin ? dossierOf(origin) : null
    if (dossier && origin && 'page' in origin) {
      const { file, number } = origin.page
      app.search.setTarget({ dossier, document: file, page: number, query: '', note: null })
    }
    void navigate(address)
  }
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
      <WaitingExtension task={detail.task} />
      {[...detail.can].some((action) => !isDesk.has(action)) && <ServerReachNotice />}
      <TaskActions detail={detail} />
      <TaskFacts detail={detail} {...(address !== null && { onOrigin: toOrigin })} />
      <TaskSplits task={detail.task} />
      <MatterTrail of={{ kind: 'task', task: detail.task.id }} />
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

/** What is read there, at the page. */
function dossierOf(origin: TaskOrigin): DossierId {
  if ('ballot' in origin) return origin.ballot
  return 'directive' in origin ? directiveDossier(origin.directive) : itemDossier(origin.meeting, origin.item)
}

const isDesk: ReadonlySet<string> = new Set([
  ...['receive-task', 'report-progress', 'report-done', 'ask-extension', 'answer-urging'],
])
