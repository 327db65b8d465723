import { choiceValue, faultOf, type OpenAnswer } from '../../shared/domain/choice.ts'
import type { ActId, AgendaItemId, MeetingId } from '../../shared/domain/id.ts'
import type { SpeechKind } from '../../shared/domain/item-session.ts'
import { type Meeting, type MeetingContent, meetingKey } from '../../shared/domain/meeting.ts'
import { factsOfMeeting } from '../../shared/domain/meeting-access.ts'
import { memberAppointmentOn, membersOn, type Person } from '../../shared/domain/people.ts'
import { quorumOf } from '../../shared/domain/quorum.ts'
import { isPaused, type Session, sessionKey } from '../../shared/domain/session.ts'
import { permitSession } from '../../shared/domain/session-access.ts'
import { type Presence, presenceKey } from '../../shared/domain/session-presence.ts'
import type { VoteName } from '../../shared/domain/vote.ts'
import { fail, type Result } from '../../shared/lib/result.ts'
import { cleanText } from '../../shared/lib/text.ts'
import { dayOf, hourMs, type Instant } from '../../shared/lib/time.ts'
import { type ItemSessionDeps, type SessionItem, sessionItems, type VoteView } from './item-session.ts'
import { commitOpening } from './make-act.ts'
import { askedByVote, headsKnown } from './my-answer.ts'
import { type MyPresence, myPresence } from './my-presence.ts'
import type { Random, StoreFault } from './ports.ts'
import type { QueueAct } from './queue-act.ts'
import { type ReturnedWord, returnedWords } from './returned-word.ts'
import { tabletContext } from './tablet-context.ts'

/** A meeting while it is held: what everybody who is invited sees of it, and what each says in it, offline too (M5, M6, M8). */

export type PresenceLine = {
  person: Person
  /** A substitute or guest is shown and not counted (G3). */
  isMember: boolean
  spans: Presence['spans']
  isHere: boolean
}

export type SessionView = {
  meeting: Meeting
  content: MeetingContent
  /** Null before it was opened. */
  session: Session | null
  isPaused: boolean
  isMember: boolean
  isChair: boolean
  /** The chair, and who prepares the meeting at the Office: they give the floor and keep attendance. */
  mayConduct: boolean
  /** Enters, or confirms, what a member said on paper (M7). */
  mayEnterPapers: boolean
  quorum: ReturnType<typeof quorumOf>
  /** Members first, then who was let in. */
  people: PresenceLine[]
  mine: MyPresence
  items: SessionItem[]
  current: SessionItem | null
  /** The vote that is under way, and its item. */
  voting: { of: SessionItem; view: VoteView } | null
  now: Instant
}

export type CastFault =
  | { kind: 'not-found' }
  | { kind: 'answer-unfit'; fault: string }
  | { kind: 'not-stored'; fault: StoreFault }

type Stored = Promise<Result<ActId, StoreFault>>

export type SessionDesk = {
  get(id: MeetingId): SessionView | null
  /** Whether one is at a meeting that is held now, in the room or from afar. */
  isThere(): boolean
  join(meeting: MeetingId, how: 'in-room' | 'remote'): Stored
  leave(meeting: MeetingId): Stored
  requestToSpeak(of: { meeting: MeetingId; item: AgendaItemId }, what: SpeechKind): Stored
  withdrawRequest(of: { meeting: MeetingId; item: AgendaItemId }, request: ActId): Stored
  pullFromBlock(of: { meeting: MeetingId; item: AgendaItemId }): Stored
  /** Signs and stores; resolves when "Saved on this tablet" is true. */
  cast(name: VoteName, answer: Omit<OpenAnswer, 'issue'>): Promise<Result<ActId, CastFault>>
  /** What of one's own to any meeting did not come to count. */
  returned(): ReturnedWord[]
}

const longestOverrunMs = 4 * hourMs

export function createSessionDesk(deps: ItemSessionDeps & { queue: QueueAct; random: Random }): SessionDesk {
  const { copy, me, clock, queue, random } = deps
  const { reader } = copy

  const view = (meeting: Meeting): SessionView | null => {
    const context = tabletContext(copy, me, clock)
    const content = context.meetingContent(meeting.contentHash)
    if (!content || meeting.invitedAt === null) return null
    const { subject, at: now } = context
    const facts = factsOfMeeting(meeting)
    const session = reader.get('session', sessionKey(meeting.id)) ?? null
    const items = sessionItems(meeting.id, deps)
    const current = items.find(({ isCurrent }) => isCurrent) ?? null
    const voting = items.flatMap((of) =>
      of.votes.filter(({ isUnderWay }) => isUnderWay).map((view) => ({ of, view })),
    )[0]
    return {
      ...{ meeting, content, session, items, current, now },
      isPaused: session !== null && isPaused(session),
      isMember: subject.isMember,
      isChair: permitSession(subject, { action: 'open-session', meeting: facts }).allow,
      mayConduct: permitSession(subject, { action: 'start-item', meeting: facts }).allow,
      mayEnterPapers: permitSession(subject, { action: 'enter-paper-vote', meeting: facts }).allow,
      quorum: quorumOf(meeting.id, context),
      people: presenceLines(meeting, now),
      mine: myPresence(copy, meeting.id, me.person),
      voting: voting ?? null,
    }
  }

  const presenceLines = (meeting: Meeting, now: Instant): PresenceLine[] => {
    const people = reader.list('person')
    const line = (person: Person, isMember: boolean): PresenceLine => {
      const spans = reader.get('presence', presenceKey(meeting.id, person.id))?.spans ?? []
      return { person, isMember, spans, isHere: spans.at(-1)?.to === null }
    }
    const others = people.filter(
      (person) => meeting.admitted.includes(person.id) && !memberAppointmentOn(person, dayOf(now)),
    )
    return [
      ...membersOn(people, dayOf(now)).map((person) => line(person, true)),
      ...others.map((person) => line(person, false)),
    ]
  }

  return {
    get: (id) => {
      const meeting = reader.get('meeting', meetingKey(id))
      return meeting ? view(meeting) : null
    },
    isThere: () =>
      reader.list('meeting').some(({ id, phase, endsAt }) => {
        const state = myPresence(copy, id, me.person)?.state ?? 'left'
        // One that nobody has closed is over some time after the hour that was set.
        return phase.state === 'in-session' && state !== 'left' && clock.now() < endsAt + longestOverrunMs
      }),
    returned: () => returnedWords(copy),
    join: (meeting, how) => queue({ kind: 'join-session', body: { meeting, how } }),
    leave: (meeting) => queue({ kind: 'leave-session', body: { meeting } }),
    requestToSpeak: (of, what) => queue({ kind: 'request-to-speak', body: { ...of, what } }),
    withdrawRequest: (of, request) => queue({ kind: 'withdraw-request', body: { ...of, request } }),
    pullFromBlock: (of) => queue({ kind: 'pull-from-block', body: of }),
    cast: async (name, { choice, text }) => {
      const vote = reader.get('vote', `vote/${name.meeting}/${name.item}/${name.vote}`)
      const context = tabletContext(copy, me, clock)
      const issue = vote && context.voteContent(vote.contentHash)?.issue
      if (!vote || !issue) return fail({ kind: 'not-found' })
      const fault = faultOf(issue, choiceValue(choice), cleanText(text))
      if (fault) return fail({ kind: 'answer-unfit', fault: fault.kind })
      const openings = [
        commitOpening(random, choiceValue(choice)),
        commitOpening(random, cleanText(text)),
      ] as const
      const [{ commit: choiceCommit }, { commit: textCommit }] = openings
      const queued = await queue({
        kind: 'cast-vote',
        body: {
          ...name,
          contentHash: vote.contentHash,
          answer: { issue: issue.id, choiceCommit, textCommit },
        },
        prev: headsKnown(askedByVote(vote, me.person, context), copy.outbox()),
        openings: [...openings],
      })
      return queued.ok ? queued : fail({ kind: 'not-stored', fault: queued.error })
    },
  }
}
