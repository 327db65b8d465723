import type { TaskId } from '../../shared/domain/id.ts'
import { tasksForHome } from '../../shared/domain/task-select.ts'
import type { BallotView } from '../app/ballot.ts'
import { type CameBack, cameBack } from '../app/came-back.ts'
import type { MeetingView } from '../app/meeting.ts'
import type { OpenApp } from '../app/open-app.ts'
import type { ReturnedWord } from '../app/returned-word.ts'
import type { TaskView } from '../app/task-view.ts'
import { type ResponseNews, responseNews } from './response-news.ts'
import { isToAnswer } from './to-answer.ts'

/** What waits for a member: counted once, for the badge and for the heading alike (B17). */
export type ToDo = {
  /** Came back and asks for an answer: its ballot is still open. */
  asking: CameBack[]
  waiting: BallotView[]
  /** The next one to which one is invited; it waits as long as one has not said whether one comes. */
  meeting: MeetingView | null
  /** Falling due or overdue in one's own agency, or waiting for one's own decision. */
  tasks: TaskView[]
  /** Came back, and is only to be known. */
  told: CameBack[]
  /** What one said to a meeting and went nowhere. */
  words: ReturnedWord[]
  /** One's own opinions were responded to. */
  responses: ResponseNews[]
  count: number
}

export function toDo(
  app: Pick<OpenApp, 'dealt' | 'drafts' | 'meetings' | 'sessions' | 'tasks' | 'points' | 'me'>,
  views: readonly BallotView[],
): ToDo {
  const returned = cameBack(views, app.dealt, app.drafts)
  const asking = returned.filter(({ isOpen }) => isOpen)
  const told = returned.filter(({ isOpen }) => !isOpen)
  const waiting = views.filter(isToAnswer)
  const meeting = nextMeeting(app)
  const isUnanswered = meeting !== null && asksForReply(meeting)
  const tasks = tasksForHome(
    app.tasks.list().filter(({ asked, task }) => {
      // Signed from a page and not sent yet: it waits for a network, not for who signed it (O1).
      if (asked === 'waiting') return false
      return asked !== 'refused' || !app.dealt.has(refusedTaskKey(task.id))
    }),
    app.me().subject,
  )
  const words = app.sessions.returned().filter(({ key }) => !app.dealt.has(key))
  const responses = responseNews(app, views)
  const news = returned.length + words.length + responses.length
  const count = news + waiting.length + (isUnanswered ? 1 : 0) + tasks.length
  return { asking, waiting, meeting, tasks, told, words, responses, count }
}

/** By which "dealt with" is remembered of a task that the Office did not take. */
export const refusedTaskKey = (task: TaskId): string => `refused-task/${task}`

const nextMeeting = ({ meetings }: Pick<OpenApp, 'meetings'>): MeetingView | null => {
  const isNext = ({ meeting }: MeetingView) =>
    meeting.phase.state === 'invited' || meeting.phase.state === 'in-session'
  return meetings.list().find(isNext) ?? null
}

const asksForReply = ({ meeting, reply }: MeetingView): boolean =>
  meeting.phase.state === 'invited' &&
  (reply.kind === 'none' || reply.kind === 'refused' || (reply.kind === 'saved' && reply.rejected !== null))
