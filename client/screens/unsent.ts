import { isDeskAct, isTaskAct } from '../../shared/domain/task-question.ts'
import type { OpenApp } from '../app/open-app.ts'
import { isSaidToMeeting } from '../app/returned-word.ts'

/** What of one's own waits on this device to be sent, by what people call it. */
export type Unsent = {
  answers: number
  /** Votes in a session. */
  votes: number
  /** What else one said to a meeting. */
  said: number
  /** Reports of an agency's desk, of progress or of completion. */
  reports: number
  /** What else it said of its tasks. */
  desk: number
  /** That go with these. */
  files: number
  /** Documents with notes. */
  notes: number
}

export function unsentOf(app: Pick<OpenApp, 'copy' | 'annotations' | 'taskFiles'>): Unsent {
  const acts = app.copy.outbox().map(({ act }) => act)
  const desk = acts.filter((act) => isTaskAct(act) && isDeskAct(act))
  const reports = desk.filter(({ kind }) => kind === 'report-progress' || kind === 'report-done').length
  const votes = acts.filter(({ kind }) => kind === 'cast-vote').length
  return {
    answers: acts.filter(({ kind }) => kind === 'answer-ballot').length,
    votes,
    said: acts.filter(isSaidToMeeting).length - votes,
    reports,
    desk: desk.length - reports,
    files: app.taskFiles.unsent(),
    notes: app.annotations.unsent().waiting,
  }
}
