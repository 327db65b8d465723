import { instant, secondMs } from '../../shared/lib/time.ts'
import type { Random } from '../app/ports.ts'
import type { Uploads } from '../app/upload.ts'
import { closedBallots } from './ballots-closed.ts'
import { ballotsDueLater } from './ballots-due-later.ts'
import { ballotsDueSoon } from './ballots-due-soon.ts'
import type { DemoBallot } from './demo-ballot.ts'
import type { DemoCalendar } from './demo-calendar.ts'
import { contentOf } from './demo-content.ts'
import { type DemoDirective, demoDirectives, paperOf } from './demo-directives.ts'
import { type DemoDossier, type FilesDone, loadFiles, type MakeDocument } from './demo-files.ts'
import type { DemoMeeting } from './demo-meeting.ts'
import { deadlineOf, stepsOf } from './demo-steps.ts'
import { demoTasks } from './demo-tasks.ts'
import { directiveStepsOf } from './directive-steps.ts'
import { invitedStepsOf } from './invited-steps.ts'
import { meetingNextWeek } from './meeting-next-week.ts'
import { officeStepsOf, prepareMeeting } from './meeting-steps.ts'
import { meetingToday } from './meeting-today.ts'
import { quarterHour, type Story } from './play-story.ts'
import { taskStepsOf } from './task-steps.ts'

/** The demonstration of the usual start: ballots, meetings and tasks around the day on which it is loaded, with their papers. */

const ballots = [...closedBallots, ...ballotsDueSoon, ...ballotsDueLater]
const meetings = [meetingToday, meetingNextWeek]

const dossierOf = ({ id, handlers, issuedOn, words, amendment }: DemoBallot): DemoDossier => ({
  id,
  handlers,
  issuedOn,
  versions: [words.documents, ...(amendment ? [amendment.words.documents] : [])],
})

const itemDossiersOf = ({ handlers, preparedOn, items }: DemoMeeting): DemoDossier[] =>
  items.map(({ id, documents, change }) => ({
    id,
    handlers,
    issuedOn: [preparedOn, '14:00'],
    versions: [documents, ...(change ? [change.documents] : [])],
  }))

/** Papers of a dossier have a day four days before its hour; a directive's own has its day. */
const directiveDossierOf = (demo: DemoDirective): DemoDossier => ({
  id: demo.id,
  handlers: ['vanphong1'],
  issuedOn: [demo.day + 4, '09:00'],
  versions: [[paperOf(demo)]],
})

export async function todayStory(deps: {
  calendar: DemoCalendar
  uploads: Uploads
  makeDocument: MakeDocument
  random: Random
  onPapers(files: FilesDone): void
  stopping: AbortSignal
}): Promise<Story> {
  const { calendar, random } = deps
  const documents = await loadFiles({
    ...deps,
    dossiers: [
      ...ballots.map(dossierOf),
      ...meetings.flatMap(itemDossiersOf),
      ...demoDirectives.map(directiveDossierOf),
    ],
    onProgress: deps.onPapers,
  })
  const ballotSteps = ballots.flatMap((ballot) => {
    const papers = documents.get(ballot.id) ?? []
    const words = [ballot.words, ...(ballot.amendment ? [ballot.amendment.words] : [])]
    return stepsOf(
      ballot,
      words.map((version, i) => contentOf(version, papers[i] ?? [])),
      calendar,
      random,
    )
  })
  const meetingSteps = meetings.flatMap((demo) => {
    const meeting = prepareMeeting(demo, ({ id }) => documents.get(id) ?? [], calendar)
    return [...officeStepsOf(meeting, calendar), ...invitedStepsOf(meeting, calendar, random)]
  })
  const directiveSteps = demoDirectives.flatMap((demo) =>
    directiveStepsOf(demo, documents.get(demo.id)?.[0] ?? [], calendar),
  )
  const taskSteps = demoTasks.flatMap((task) => taskStepsOf(task, calendar, random))
  return {
    steps: [...ballotSteps, ...meetingSteps, ...directiveSteps, ...taskSteps],
    closings: ballots
      .map((ballot) => instant(deadlineOf(ballot, calendar) + secondMs))
      .filter((at) => at < calendar.now),
    togetherMs: quarterHour,
  }
}
