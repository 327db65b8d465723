import { type Day, dayOf } from '../lib/time.ts'
import type { AgendaItem } from './agenda-item.ts'
import type { Ballot } from './ballot.ts'
import type { Meeting } from './meeting.ts'
import type { PastPapers } from './past-papers.ts'
import type { Session } from './session.ts'
import type { Tally, TallyEntry } from './tally.ts'

/** What the figures are computed from: rows as they are, and of each what counts. No words, and nobody's name or opinion. */
export type StatisticsRows = {
  ballots: readonly Ballot[]
  tallies: readonly Tally[]
  meetings: readonly Meeting[]
  sessions: readonly Session[]
  items: readonly AgendaItem[]
  pastPapers: readonly PastPapers[]
}

/** `copies`: documents times those who would each have had one on paper. */
type Papers = { documents: number; copies: number }

export type AnswerCounts = { onTime: number; late: number; deemed: number; notReached: number }

export type BallotFact = {
  issuedOn: Day
  closedOn: Day
  members: number
  answers: AnswerCounts
  papers: Papers
  toCountMs: number
  /** Until the resolution, or the meeting to which it was sent. */
  toOutcomeMs: number | null
}

export type MeetingFact = {
  heldOn: Day
  items: number
  attendees: number
  papers: Papers
  plannedMs: number
  /** Without its pauses; null while it goes on. */
  tookMs: number | null
}

export type StatisticsFacts = { ballots: readonly BallotFact[]; meetings: readonly MeetingFact[] }

export function statisticsFacts(rows: StatisticsRows): StatisticsFacts {
  const tallies = new Map(rows.tallies.map((one) => [one.ballot, one]))
  const ofBallots = new Map(rows.pastPapers.flatMap((one) => ('ballot' in one ? [[one.ballot, one]] : [])))
  const ofItems = new Map(
    rows.pastPapers.flatMap((one) => ('ballot' in one ? [] : [[`${one.meeting}/${one.item}`, one]])),
  )
  const sessions = new Map(rows.sessions.map((one) => [one.meeting, one]))
  const items = Map.groupBy(rows.items, ({ meeting }) => meeting)
  return {
    ballots: rows.ballots.flatMap((one) => ballotFact(one, tallies.get(one.id), ofBallots.get(one.id)) ?? []),
    meetings: rows.meetings.flatMap((one) => {
      const session = sessions.get(one.id)
      const sent = (items.get(one.id) ?? []).filter(
        ({ versions, withdrawn }) => versions.length > 0 && withdrawn === null,
      )
      return session ? [meetingFact(one, session, sent, ofItems)] : []
    }),
  }
}

/** Null for one that has not been counted. */
function ballotFact(
  { versions, phase, files, outcome }: Ballot,
  tally: Tally | undefined,
  past: PastPapers | undefined,
): BallotFact | null {
  const round = tally?.rounds.at(-1)
  const issuedAt = versions[0]?.at
  if (phase.state !== 'closed' || !round || issuedAt === undefined) return null
  return {
    issuedOn: dayOf(issuedAt),
    closedOn: dayOf(phase.at),
    members: round.members,
    answers: countAnswers(round.issues[0]?.entries.map(({ entry }) => entry) ?? []),
    // Every version's files: on paper each would have been printed and sent round again.
    papers: past ? countPast(past) : { documents: files.length, copies: files.length * round.members },
    toCountMs: phase.at - issuedAt,
    toOutcomeMs: outcome ? outcome.at - issuedAt : null,
  }
}

/** By member: whoever spoke before the ballot closed was on time, however their answer counts. */
function countAnswers(entries: readonly TallyEntry[]): AnswerCounts {
  const counts: AnswerCounts = { onTime: 0, late: 0, deemed: 0, notReached: 0 }
  for (const entry of entries) counts[standingOf(entry)] += 1
  return counts
}

function standingOf(entry: TallyEntry): keyof AnswerCounts {
  switch (entry.kind) {
    case 'deemed':
      return 'deemed'
    case 'not-reached':
    case 'not-voted':
      return 'notReached'
    case 'held':
      return entry.why === 'late' ? 'late' : 'onTime'
    default:
      return entry.late ? 'late' : 'onTime'
  }
}

function meetingFact(
  { startsAt, endsAt }: Meeting,
  { opened, ended, pauses }: Session,
  items: readonly AgendaItem[],
  pastOf: ReadonlyMap<string, PastPapers>,
): MeetingFact {
  const papers: Papers = { documents: 0, copies: 0 }
  let attendees = opened.members
  for (const item of items) {
    const past = pastOf.get(`${item.meeting}/${item.id}`)
    const readers = item.readers?.length ?? opened.members
    const { documents, copies } = past
      ? countPast(past)
      : { documents: item.files.length, copies: item.files.length * readers }
    papers.documents += documents
    papers.copies += copies
    attendees = Math.max(attendees, ...(past?.papers.map((one) => one.copies) ?? []))
  }
  const paused = pauses.reduce((sum, { from, to }) => sum + ((to ?? ended?.at ?? from) - from), 0)
  return {
    heldOn: dayOf(opened.at),
    items: items.length,
    attendees,
    papers,
    plannedMs: endsAt - startsAt,
    tookMs: ended ? ended.at - opened.at - paused : null,
  }
}

const countPast = ({ papers }: PastPapers): Papers => ({
  documents: papers.reduce((sum, { documents }) => sum + documents, 0),
  copies: papers.reduce((sum, { documents, copies }) => sum + documents * copies, 0),
})
