import type { BodyOf } from '../../shared/domain/act.ts'
import { choiceValue, faultOf, type OpenAnswer } from '../../shared/domain/choice.ts'
import {
  type ActId,
  type AgendaItemId,
  type DeviceId,
  type MeetingId,
  type PersonId,
  VoteId,
} from '../../shared/domain/id.ts'
import { ConclusionContent } from '../../shared/domain/item-session.ts'
import { meetingKey } from '../../shared/domain/meeting.ts'
import type { Verdict } from '../../shared/domain/verdict.ts'
import { VoteContent, type VoteName, voteKey } from '../../shared/domain/vote.ts'
import { hex } from '../../shared/lib/bytes.ts'
import { canonicalJson } from '../../shared/lib/canonical-json.ts'
import { fail, type Result } from '../../shared/lib/result.ts'
import { cleanText } from '../../shared/lib/text.ts'
import { commitOpening, hashOpening } from './make-act.ts'
import { castsKnown } from './my-cast.ts'
import type { OfficeFault } from './office-ballot.ts'
import type { Perform } from './perform.ts'
import type { Clock, Random, StoreFault } from './ports.ts'
import type { QueueAct } from './queue-act.ts'
import { type SessionView, sessionView } from './session-view.ts'
import { tabletContext } from './tablet-context.ts'
import type { WorkingCopy } from './working-copy.ts'

/** What is done while a meeting is held (M5-M8): members wherever they are, with or without a network; the chair at the server. */

/** Acts of authority that hold no words of their own (O9). */
type ConductKind =
  | 'open-session'
  | 'pause-session'
  | 'resume-session'
  | 'end-session'
  | 'hand-over-chair'
  | 'conclude-meeting'
  | 'start-item'
  | 'finish-item'
  | 'call-speaker'
  | 'finish-speaker'
  | 'propose-for-block'
  | 'adopt-in-block'
  | 'extend-vote'
  | 'close-vote'
  | 'cancel-vote'
  | 'mark-presence'
  | 'confirm-paper-vote'

/** What a member says for themselves: stored here, sent when there is a network. */
type OwnKind = 'join-session' | 'leave-session' | 'request-to-speak' | 'withdraw-request' | 'pull-from-block'

type CastFault =
  | { kind: 'not-found' }
  | { kind: 'answer-unfit'; fault: string }
  | { kind: 'not-stored'; fault: StoreFault }
type Spoken = Pick<OpenAnswer, 'choice' | 'text'>
type Done = Promise<Result<Verdict, OfficeFault>>
type OfItem = { meeting: MeetingId; item: AgendaItemId }

export type SessionDesk = {
  /** Null where this device does not hold the meeting, or it has not been sent out. */
  get(id: MeetingId): SessionView | null
  conduct<K extends ConductKind>(kind: K, body: BodyOf<K>): Done
  conclude(of: OfItem, content: ConclusionContent): Done
  openVote(of: OfItem, content: VoteContent, seconds: number): Done
  enterPaper(
    request: VoteName & Spoken & Pick<BodyOf<'enter-paper-vote'>, 'person' | 'paper' | 'reason'>,
  ): Done
  /** Resolves when "Saved on this tablet" is true. */
  say<K extends OwnKind>(kind: K, body: BodyOf<K>): Promise<Result<ActId, StoreFault>>
  cast(request: VoteName & Spoken): Promise<Result<ActId, CastFault>>
  /** The chair's local record, for as long as the server is away (M8). */
  record(
    entry: Omit<BodyOf<'record-session'>, 'noteCommit'> & { note: string },
  ): Promise<Result<ActId, StoreFault>>
}

export function createSessionDesk(deps: {
  copy: WorkingCopy
  me: { person: PersonId; device: DeviceId }
  queue: QueueAct
  perform: Perform
  random: Random
  clock: Clock
}): SessionDesk {
  const { copy, me, queue, perform, random, clock } = deps
  const contextNow = () => tabletContext(copy, me, clock)

  const seal = ({ choice, text }: Spoken, { issue }: VoteContent) => {
    const [said, words] = [choiceValue(choice), cleanText(text)]
    const fault = faultOf(issue, said, words)
    if (fault) return fail({ kind: 'answer-unfit' as const, fault: fault.kind })
    const openings = [commitOpening(random, said), commitOpening(random, words)] as const
    const [choiceCommit, textCommit] = [openings[0].commit, openings[1].commit]
    return {
      ok: true as const,
      answer: { issue: issue.id, choiceCommit, textCommit },
      openings: [...openings],
    }
  }
  const questionOf = (name: VoteName) => {
    const vote = copy.reader.get('vote', voteKey(name))
    const content = vote && contextNow().voteContent(vote.contentHash)
    return vote && content ? { vote, content } : null
  }
  const notFit = (): Done => Promise.resolve(fail({ kind: 'content-malformed' }))

  return {
    get: (id) => {
      const meeting = copy.reader.get('meeting', meetingKey(id))
      if (!meeting || meeting.invitedAt === null) return null
      return sessionView(meeting, { copy, me: me.person, context: contextNow() })
    },
    conduct: (kind, body) => perform({ kind, body }),
    conclude: (of, content) => {
      const parsed = ConclusionContent.safeParse(content)
      if (!parsed.success) return notFit()
      const words = hashOpening(canonicalJson(parsed.data))
      return perform({ kind: 'conclude-item', body: { ...of, contentHash: words.commit }, openings: [words] })
    },
    openVote: (of, content, seconds) => {
      const parsed = VoteContent.safeParse(content)
      if (!parsed.success) return notFit()
      const words = hashOpening(canonicalJson(parsed.data))
      const body = { ...of, vote: VoteId.parse(hex(random(8))), contentHash: words.commit, seconds }
      return perform({ kind: 'open-vote', body, openings: [words] })
    },
    enterPaper: ({ choice, text, ...rest }) => {
      const asked = questionOf(rest)
      const sealed = asked && seal({ choice, text }, asked.content)
      if (!sealed?.ok) return notFit()
      const { answer, openings } = sealed
      return perform({ kind: 'enter-paper-vote', body: { ...rest, answer }, openings })
    },
    say: (kind, body) => queue({ kind, body }),
    cast: async ({ choice, text, ...name }) => {
      const asked = questionOf(name)
      if (!asked) return fail({ kind: 'not-found' })
      const sealed = seal({ choice, text }, asked.content)
      if (!sealed.ok) return sealed
      const { answer, openings } = sealed
      const queued = await queue({
        kind: 'cast-vote',
        body: { ...name, contentHash: asked.vote.contentHash, answer },
        prev: castsKnown(name, me.person, { copy, context: contextNow() }),
        openings,
      })
      return queued.ok ? queued : fail({ kind: 'not-stored', fault: queued.error })
    },
    record: ({ note, ...entry }) => {
      const words = commitOpening(random, cleanText(note))
      return queue({
        kind: 'record-session',
        body: { ...entry, noteCommit: words.commit },
        openings: [words],
      })
    },
  }
}
