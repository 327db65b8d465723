import type { ServerEntry } from '../../../shared/domain/closing.ts'
import { AgendaItemId, BallotId, MeetingId } from '../../../shared/domain/id.ts'
import { hourMs, instant, secondMs } from '../../../shared/lib/time.ts'
import type { Random } from '../../app/ports.ts'
import { createDemoCalendar } from '../demo-calendar.ts'
import type { Story } from '../play-story.ts'
import { pastBallotSteps } from './history-ballot-steps.ts'
import { pastBallots } from './history-ballots.ts'
import { storyEnd } from './history-days.ts'
import { pastMeetingSteps } from './history-meeting-steps.ts'
import { pastMeetings } from './history-meetings.ts'

/** 24/6/2019 to 9/2/2020: what everybody did, when ballots closed, and the papers of which only a count is kept. */
export function historyStory(random: Random): Story {
  const calendar = createDemoCalendar(storyEnd)
  return {
    steps: [
      ...pastBallots.flatMap((past) => pastBallotSteps(past, random)),
      ...pastMeetings.flatMap((past) => pastMeetingSteps(past, calendar)),
    ],
    // Also of what was closed by hand before: no word is taken in together with one from the other side of a deadline.
    closings: pastBallots.map(({ deadlineAt }) => instant(deadlineAt + secondMs)),
    togetherMs: 3 * hourMs,
  }
}

export function historyPapers(): ServerEntry[] {
  const ofBallots = pastBallots.map(({ id, papers }): ServerEntry => {
    const of = { ballot: BallotId.parse(id) }
    return { id: `past-papers/${id}`, events: [{ kind: 'past-papers-recorded', of, papers: [...papers] }] }
  })
  const ofItems = pastMeetings.flatMap(({ demo, papers }) =>
    demo.items.map((item, n): ServerEntry => {
      const of = { meeting: MeetingId.parse(demo.id), item: AgendaItemId.parse(item.id) }
      const counted = [...(papers[n] ?? [])]
      return {
        id: `past-papers/${demo.id}/${item.id}`,
        events: [{ kind: 'past-papers-recorded', of, papers: counted }],
      }
    }),
  )
  return [...ofBallots, ...ofItems]
}
