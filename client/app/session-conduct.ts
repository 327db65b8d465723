import { choiceValue, faultOf, type OpenAnswer } from '../../shared/domain/choice.ts'
import type { ActId, AgendaItemId, DeviceId, Hash, MeetingId, PersonId } from '../../shared/domain/id.ts'
import { VoteId } from '../../shared/domain/id.ts'
import { ConclusionContent, type RecordedKind } from '../../shared/domain/item-session.ts'
import type { PresenceState } from '../../shared/domain/session-presence.ts'
import type { Verdict } from '../../shared/domain/verdict.ts'
import { type PaperVote, VoteContent, type VoteName, voteKey } from '../../shared/domain/vote.ts'
import { type Bytes, hex } from '../../shared/lib/bytes.ts'
import { canonicalJson } from '../../shared/lib/canonical-json.ts'
import { fail, type Result } from '../../shared/lib/result.ts'
import { sha256Hex } from '../../shared/lib/sha256.ts'
import { cleanText } from '../../shared/lib/text.ts'
import type { Instant } from '../../shared/lib/time.ts'
import { commitOpening, hashOpening } from './make-act.ts'
import type { OfficeFault } from './office-ballot.ts'
import type { Perform } from './perform.ts'
import type { Api, Clock, NetworkFault, Random, StoreFault } from './ports.ts'
import type { QueueAct } from './queue-act.ts'
import { tabletContext } from './tablet-context.ts'
import type { WorkingCopy } from './working-copy.ts'

/** How a meeting is conducted: acts of authority, which need the server at that moment (O9); the chair's own record does not (M8). */

type OfItem = { meeting: MeetingId; item: AgendaItemId }
type Done = Promise<Result<Verdict, OfficeFault>>

export type SessionConduct = {
  open(meeting: MeetingId): Done
  pause(meeting: MeetingId, reason: string): Done
  resume(meeting: MeetingId): Done
  end(meeting: MeetingId): Done
  handOver(meeting: MeetingId, person: PersonId): Done
  /** `conclusions`: the hash of what was shown, so that nothing else is signed. */
  conclude(meeting: MeetingId, conclusions: Hash): Done
  startItem(of: OfItem): Done
  finishItem(of: OfItem): Done
  /** `request` null: called without having asked. */
  callSpeaker(of: OfItem, call: { request: ActId | null; person: PersonId; minutes: number }): Done
  finishSpeaker(of: OfItem): Done
  proposeForBlock(of: OfItem): Done
  adoptInBlock(of: OfItem): Done
  /** `basedOn`: the conclusion that was shown, null where there was none. */
  concludeItem(of: OfItem, content: ConclusionContent, basedOn: Hash | null): Done
  openVote(of: OfItem, content: VoteContent, seconds: number): Done
  extendVote(vote: VoteName, seconds: number): Done
  closeVote(vote: VoteName): Done
  cancelVote(vote: VoteName, reason: string): Done
  markPresence(meeting: MeetingId, person: PersonId, presence: PresenceState): Done
  /** M7: a member's word on paper, with the paper; it counts when another officer has confirmed it. */
  enterPaper(
    vote: VoteName,
    said: Pick<OpenAnswer, 'choice' | 'text'> & { person: PersonId; paper: Hash; reason: string },
  ): Done
  /** By another officer than who entered it, who has seen the paper. */
  confirmPaper(entered: PaperVote): Done
  refusePaper(entered: PaperVote, reason: string): Done
  /** The paper itself, to be looked at and not kept; proven to be the one that was entered. */
  readPaper(paper: Hash): Promise<Result<Bytes, NetworkFault | { kind: 'not-the-file' }>>
  /** M8: kept on this tablet and delivered when there is a server again. */
  record(
    of: OfItem,
    entry: { what: RecordedKind; person: PersonId | null; from: Instant; to: Instant | null; note: string },
  ): Promise<Result<ActId, StoreFault>>
  /** For the issue of a vote. */
  newId(): string
}

export function createSessionConduct(deps: {
  copy: WorkingCopy
  me: { person: PersonId; device: DeviceId }
  clock: Clock
  perform: Perform
  queue: QueueAct
  api: Pick<Api, 'readFile'>
  random: Random
}): SessionConduct {
  const { copy, me, clock, perform, queue, api, random } = deps
  const malformed = (): Done => Promise.resolve(fail({ kind: 'content-malformed' }))
  return {
    open: (meeting) => perform({ kind: 'open-session', body: { meeting } }),
    pause: (meeting, reason) => perform({ kind: 'pause-session', body: { meeting, reason } }),
    resume: (meeting) => perform({ kind: 'resume-session', body: { meeting } }),
    end: (meeting) => perform({ kind: 'end-session', body: { meeting } }),
    handOver: (meeting, person) => perform({ kind: 'hand-over-chair', body: { meeting, person } }),
    conclude: (meeting, conclusions) => perform({ kind: 'conclude-meeting', body: { meeting, conclusions } }),
    startItem: (of) => perform({ kind: 'start-item', body: of }),
    finishItem: (of) => perform({ kind: 'finish-item', body: of }),
    callSpeaker: (of, call) => perform({ kind: 'call-speaker', body: { ...of, ...call } }),
    finishSpeaker: (of) => perform({ kind: 'finish-speaker', body: of }),
    proposeForBlock: (of) => perform({ kind: 'propose-for-block', body: of }),
    adoptInBlock: (of) => perform({ kind: 'adopt-in-block', body: of }),
    concludeItem: (of, content, basedOn) => {
      const parsed = ConclusionContent.safeParse(content)
      if (!parsed.success) return malformed()
      const words = hashOpening(canonicalJson(parsed.data))
      return perform({
        kind: 'conclude-item',
        body: { ...of, contentHash: words.commit, basedOn },
        openings: [words],
      })
    },
    openVote: (of, content, seconds) => {
      const parsed = VoteContent.safeParse(content)
      if (!parsed.success) return malformed()
      const words = hashOpening(canonicalJson(parsed.data))
      const vote = VoteId.parse(hex(random(16)))
      const body = { ...of, vote, contentHash: words.commit, seconds }
      return perform({ kind: 'open-vote', body, openings: [words] })
    },
    extendVote: (vote, seconds) => perform({ kind: 'extend-vote', body: { ...vote, seconds } }),
    closeVote: (vote) => perform({ kind: 'close-vote', body: vote }),
    cancelVote: (vote, reason) => perform({ kind: 'cancel-vote', body: { ...vote, reason } }),
    markPresence: (meeting, person, presence) =>
      perform({ kind: 'mark-presence', body: { meeting, person, presence } }),
    enterPaper: (name, { choice, text, ...entry }) => {
      const vote = copy.reader.get('vote', voteKey(name))
      const issue = vote && tabletContext(copy, me, clock).voteContent(vote.contentHash)?.issue
      const [said, words] = [choiceValue(choice), cleanText(text)]
      if (!issue || faultOf(issue, said, words)) return malformed()
      const openings = [commitOpening(random, said), commitOpening(random, words)] as const
      const [{ commit: choiceCommit }, { commit: textCommit }] = openings
      const body = { ...name, ...entry, answer: { issue: issue.id, choiceCommit, textCommit } }
      return perform({ kind: 'enter-paper-vote', body, openings: [...openings] })
    },
    confirmPaper: ({ meeting, item, vote, person, act: entry }) =>
      perform({ kind: 'confirm-paper-vote', body: { meeting, item, vote, person, entry } }),
    refusePaper: ({ meeting, item, vote, person, act: entry }, reason) =>
      perform({ kind: 'refuse-paper-vote', body: { meeting, item, vote, person, entry, reason } }),
    readPaper: async (paper) => {
      const reply = await api.readFile(paper)
      if (!reply.ok) return reply
      return sha256Hex(reply.value) === paper ? reply : fail({ kind: 'not-the-file' })
    },
    record: (of, { note, ...entry }) => {
      const words = commitOpening(random, cleanText(note))
      const body = { ...of, ...entry, noteCommit: words.commit }
      return queue({ kind: 'record-session', body, openings: [words] })
    },
    newId: () => hex(random(8)),
  }
}
