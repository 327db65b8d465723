import { dayOf, type Instant, startOfDay } from '../lib/time.ts'
import {
  type BallotAnswers,
  type BallotProgress,
  headRevisions,
  noAnswers,
  noProgress,
  type Revision,
} from './answer.ts'
import { type Ballot, currentVersion, type Issue } from './ballot.ts'
import { parseChoice } from './choice.ts'
import type { DecideContext } from './decide-context.ts'
import { answersKey, progressKey } from './entity.ts'
import type { Event } from './event.ts'
import type { ActId, Hash, PersonId } from './id.ts'
import { memberSince, membersOn, type Person, primeMinisterOn } from './people.ts'
import { type TallyEntry, tallyIssue } from './tally.ts'
import { workingDaysBetween } from './working-day.ts'

/**
 * What closing makes: an entry of its own for every silent member with the evidence (B8), and the count (G2). Silence is
 * consent only where the member's own device said "delivered" for the version being counted.
 */

/** An entry that the server makes by itself; its id is the same on every server, so that it is made once. */
export type ServerEntry = {
  id: string
  events: Event[]
  /** Texts that the events name by their hash, where the server made them. */
  words?: readonly { hash: Hash; text: string }[]
}

type Closing = Pick<DecideContext, 'at' | 'reader' | 'settings' | 'calendar' | 'opened' | 'content'>

const memberIn = ({ reader }: Closing, ballot: Ballot, person: PersonId) => ({
  answers: reader.get('answers', answersKey(ballot.id, person)) ?? noAnswers(ballot.id, person),
  progress: reader.get('progress', progressKey(ballot.id, person)) ?? noProgress(ballot.id, person),
})

/** The hour to which a ballot counts who is in post: its closing. */
const closedAtOf = (ballot: Ballot, at: Instant): Instant =>
  ballot.phase.state === 'closed' ? ballot.phase.at : at

/** One entry for each member who never said anything; run right after `ballot-closed` is applied. */
export function silenceEntries(ballot: Ballot, context: Closing): ServerEntry[] {
  const version = currentVersion(ballot)
  if (!version) return []
  const closedAt = closedAtOf(ballot, context.at)
  return membersOn(context.reader.list('person'), dayOf(closedAt)).flatMap((member): ServerEntry[] => {
    const { answers, progress } = memberIn(context, ballot, member.id)
    if (answers.revisions.length > 0) return []
    const of = { ballot: ballot.id, person: member.id }
    const mark = (marks: BallotProgress['opened']) => {
      const found = marks.find(({ versionHash }) => versionHash === version.hash)
      return found ? { act: found.act, n: found.n, at: found.at } : null
    }
    const arrived = mark(progress.delivered)
    // What reached a tablet only while closing waited left its member no hour to object in.
    const delivered = arrived !== null && arrived.at <= ballot.deadlineAt ? arrived : null
    const why = isLateSuccessor(member, ballot, closedAt, context)
      ? 'successor'
      : delivered === null
        ? 'not-delivered'
        : null
    if (why === null && delivered !== null) {
      const event: Event = { kind: 'deemed-to-agree', ...of, delivered, opened: mark(progress.opened) }
      return [{ id: `deemed/${ballot.id}/${member.id}`, events: [event] }]
    }
    const event: Event = { kind: 'not-reached', ...of, why: why ?? 'not-delivered' }
    return [{ id: `not-reached/${ballot.id}/${member.id}`, events: [event] }]
  })
}

/** G2: who came into post with too little time left before the deadline has not been reached. */
function isLateSuccessor(member: Person, ballot: Ballot, closedAt: Instant, context: Closing): boolean {
  const day = memberSince(member, dayOf(closedAt))
  const first = ballot.deadlines[0]?.setAt
  if (day === undefined || first === undefined) return false
  const since = startOfDay(day)
  if (since <= first) return false
  return workingDaysBetween(context.calendar, since, ballot.deadlineAt) < context.settings.successorMinDays
}

/** The count as it stands now; `round` 1 at closing, one more after each ruling or late arrival (B9). */
export function tallyEntry(ballot: Ballot, context: Closing, replaces: PersonId[]): ServerEntry | null {
  const version = currentVersion(ballot)
  const content = version && context.content(version.hash)
  if (!version || !content) return null
  const day = dayOf(closedAtOf(ballot, context.at))
  const people = context.reader.list('person')
  const members = membersOn(people, day)
  const round = (context.reader.get('tally', `tally/${ballot.id}`)?.rounds.length ?? 0) + 1
  const primeMinister = primeMinisterOn(people, day)?.id ?? null
  const issues = content.issues.map((issue) =>
    tallyIssue({
      issue: issue.id,
      alternatives: issue.form.kind === 'opinion' ? null : issue.form.alternatives.map(({ id }) => id),
      entries: members.map(({ id: person }) => ({
        person,
        ...entryFor(issue, version.hash, memberIn(context, ballot, person), context),
      })),
      primeMinister,
      settings: context.settings,
    }),
  )
  const { hash: versionHash } = version
  const event: Event = {
    kind: 'tallied',
    ballot: ballot.id,
    versionHash,
    members: members.length,
    issues,
    replaces,
  }
  return { id: `tally/${ballot.id}/${round}`, events: [event] }
}

function entryFor(
  issue: Issue,
  versionHash: string,
  { answers, progress }: { answers: BallotAnswers; progress: BallotProgress },
  context: Closing,
): { act: ActId | null; entry: TallyEntry } {
  const ruling = progress.rulings.at(-1)?.decision
  if (ruling?.kind === 'count-late') {
    const counted = answers.revisions.find(({ act }) => act === ruling.act)
    if (counted) return { act: counted.act, entry: spoken(issue, counted, versionHash, true, context) }
  }
  const [head, ...more] = headRevisions(answers)
  if (head && more.length > 0) return { act: null, entry: { kind: 'held', why: 'conflict' } }
  if (head) return { act: head.act, entry: spoken(issue, head, versionHash, false, context) }
  const held = answers.revisions.at(-1)
  if (held) {
    return {
      act: held.act,
      entry: { kind: 'held', why: held.held?.kind === 'late' ? 'late' : 'device-revoked' },
    }
  }
  if (progress.silence?.kind === 'deemed') return { act: null, entry: { kind: 'deemed', ruled: false } }
  if (ruling?.kind === 'count-silence') return { act: null, entry: { kind: 'deemed', ruled: true } }
  return { act: null, entry: { kind: 'not-reached' } }
}

/** What an answer counts as: an objection to a former version stands, agreement to one does not (B5). */
export function spoken(
  issue: Issue,
  revision: Pick<Revision, 'versionHash' | 'answers'>,
  versionHash: string,
  late: boolean,
  context: Pick<Closing, 'opened'>,
): TallyEntry {
  const former = revision.versionHash !== versionHash
  const answer = revision.answers.find((candidate) => candidate.issue === issue.id)
  const value = answer && context.opened(answer.choiceCommit)
  const choice = value === undefined ? null : parseChoice(value, issue.form)
  // An issue that the amendment brought in, or whose alternatives it changed, was never answered in this form.
  if (choice === null) return { kind: 'held', why: 'not-asked' }
  if (choice.kind === 'disagree' || choice.kind === 'other') return { kind: choice.kind, late, former }
  if (former) return { kind: 'held', why: 'former-agree' }
  return choice.kind === 'agree'
    ? { kind: 'agree', late }
    : { kind: 'alternatives', chosen: choice.chosen, late }
}

/**
 * What one event makes the server write next. The row that the event speaks of has already been changed. Whatever is held
 * after closing undoes a silence: its member spoke, and is no longer deemed to agree (B8, B9, B13).
 */
export function followUps(event: Event, context: Closing): ServerEntry[] {
  if (event.kind !== 'ruled' && event.kind !== 'answered') return []
  const ballot = context.reader.get('ballot', `ballot/${event.ballot}`)
  if (ballot?.phase.state !== 'closed') return []
  const wasSilent = memberIn(context, ballot, event.person).progress.silence !== null
  const entry = tallyEntry(ballot, context, wasSilent ? [event.person] : [])
  return entry ? [entry] : []
}

/** Ballots whose hour has come: what runs before any act with a later hour (trust.md, "Leaf"). */
export const isDue = (ballot: Ballot, at: Instant): boolean =>
  ballot.phase.state === 'issued' && ballot.deadlineAt < at

/** The entry that closes a due ballot, or the one that makes closing wait for the head of office (B8). */
export function closingEntry(ballot: Ballot, down: { from: Instant; to: Instant } | null): ServerEntry {
  const round = ballot.deadlines.length
  return down === null
    ? {
        id: `closed/${ballot.id}`,
        events: [{ kind: 'ballot-closed', ballot: ballot.id, by: null, reason: '' }],
      }
    : {
        id: `closing-waits/${ballot.id}/${round}`,
        events: [{ kind: 'closing-held', ballot: ballot.id, downFrom: down.from, downTo: down.to }],
      }
}
