import { type BallotProgress, type HeldReason, standingFor } from '../../shared/domain/answer.ts'
import { type Ballot, BallotContent, currentVersion } from '../../shared/domain/ballot.ts'
import { openAnswers } from '../../shared/domain/choice.ts'
import { answersKey, progressKey } from '../../shared/domain/entity.ts'
import { type AgencyId, BallotId, type DeviceId, type Hash, type PersonId } from '../../shared/domain/id.ts'
import { openedDocumentsKey } from '../../shared/domain/opened-documents.ts'
import { membersOn, type Person } from '../../shared/domain/people.ts'
import type { Proposal, ProposalBody } from '../../shared/domain/proposal.ts'
import type { Tally } from '../../shared/domain/tally.ts'
import type { Verdict } from '../../shared/domain/verdict.ts'
import { hex } from '../../shared/lib/bytes.ts'
import { canonicalJson } from '../../shared/lib/canonical-json.ts'
import { fail, type Result } from '../../shared/lib/result.ts'
import { type Day, dayOf, type Instant } from '../../shared/lib/time.ts'
import { inDeskOrder } from './desk-order.ts'
import { type DocumentOpenings, documentOpenings } from './document-openings.ts'
import { hashOpening } from './make-act.ts'
import type { SaidAnswer } from './my-answer.ts'
import type { Perform, PerformFault } from './perform.ts'
import type { Clock, Random } from './ports.ts'
import { contentIn, tabletContext } from './tablet-context.ts'
import type { WorkingCopy } from './working-copy.ts'

/** The Office's desk: prepares, issues, watches, closes (B1-B5, B8, B11). Every act is one of authority. */

export type OfficeBallotView = {
  ballot: Ballot
  /** The words in force, or of the draft. Null where this device does not hold them. */
  content: BallotContent | null
  contentHash: Hash | null
}

/** One revision as the Office reads it after closing: the words, when they were recorded, and whether they are held. */
export type RevisionSaid = SaidAnswer & { n: number; at: Instant; isHead: boolean; held: HeldReason | null }

export type FormerMark = { no: number; at: Instant }

/** One member's line of the live grid: who, never what (B11). */
export type WatchLine = {
  member: Person
  standing: BallotProgress['standing']
  deliveredAt: Instant | null
  openedAt: Instant | null
  answeredAt: Instant | null
  /** Of the newest former version of which it is known. */
  former: { delivered: FormerMark | null; opened: FormerMark | null }
  /** After closing as it was at closing. */
  openings: DocumentOpenings
  silence: BallotProgress['silence']
  rulings: BallotProgress['rulings']
  /** After closing only: what was said, every revision of it, newest last. */
  said: RevisionSaid[]
}

export type BallotDraft = {
  ballot: BallotId
  content: BallotContent
  leadAgency: AgencyId
  handlers: PersonId[]
  deadlineAt: Instant
  windowReason: string
}

export type OfficeFault = PerformFault | { kind: 'content-malformed' }
type Done = Promise<Result<Verdict, OfficeFault>>

export type OfficeDesk = {
  list(): OfficeBallotView[]
  get(id: BallotId): OfficeBallotView | null
  watch(id: BallotId): WatchLine[]
  tally(id: BallotId): Tally | null
  proposals(): Proposal[]
  saveDraft(draft: BallotDraft): Done
  submit(id: BallotId): Done
  giveBack(id: BallotId, reason: string): Done
  issue(id: BallotId): Done
  amend(request: { ballot: BallotId; content: BallotContent; deadlineAt: Instant; reason: string }): Done
  extend(id: BallotId, deadlineAt: Instant, reason: string): Done
  recall(id: BallotId, reason: string): Done
  close(id: BallotId, reason: string): Done
  /** B4: by the number and the day of a resolution. */
  resolve(id: BallotId, number: string, date: Day): Done
  sendToMeeting(id: BallotId): Done
  propose(body: ProposalBody): Done
  confirm(proposal: Proposal['id']): Done
  /** A ballot's words by their hash, where this device holds them. */
  contentOf(hash: Hash): BallotContent | undefined
  newBallot(): BallotId
  /** For issues, alternatives and documents. */
  newId(): string
}

export function createOfficeDesk(deps: {
  copy: WorkingCopy
  me: { person: PersonId; device: DeviceId }
  perform: Perform
  clock: Clock
  random: Random
}): OfficeDesk {
  const { copy, perform, random } = deps
  const ballotOf = (id: BallotId) => copy.reader.get('ballot', `ballot/${id}`)

  const view = (ballot: Ballot): OfficeBallotView => {
    const contentHash = currentVersion(ballot)?.hash ?? ballot.draft?.hash ?? null
    const content = contentHash === null ? null : (contentIn(copy, contentHash) ?? null)
    return { ballot, content, contentHash }
  }

  /** The words as they are signed: their text, and its hash in the act. */
  const wordsOf = (content: BallotContent) => {
    const parsed = BallotContent.safeParse(content)
    return parsed.success ? hashOpening(canonicalJson(parsed.data)) : null
  }

  const withDraftHash = (id: BallotId, kind: 'submit-ballot' | 'issue-ballot'): Done => {
    const hash = ballotOf(id)?.draft?.hash
    if (hash === undefined) return Promise.resolve(fail({ kind: 'content-malformed' }))
    return perform({ kind, body: { ballot: id, contentHash: hash } })
  }

  return {
    list: () => copy.reader.list('ballot').map(view).sort(inDeskOrder),
    get: (id) => {
      const ballot = ballotOf(id)
      return ballot ? view(ballot) : null
    },
    watch: (id) => {
      const ballot = ballotOf(id)
      return ballot ? watchLines(ballot, deps) : []
    },
    tally: (id) => copy.reader.get('tally', `tally/${id}`) ?? null,
    proposals: () =>
      copy.reader
        .list('proposal')
        .filter((proposal) => proposal.confirmed === null)
        .sort((a, b) => a.at - b.at),
    saveDraft: ({ ballot, content, leadAgency, handlers, deadlineAt, windowReason }) => {
      const words = wordsOf(content)
      if (!words) return Promise.resolve(fail({ kind: 'content-malformed' }))
      return perform({
        kind: 'draft-ballot',
        body: { ballot, contentHash: words.commit, leadAgency, handlers, deadlineAt, windowReason },
        openings: [words],
      })
    },
    submit: (id) => withDraftHash(id, 'submit-ballot'),
    giveBack: (ballot, reason) => perform({ kind: 'return-ballot', body: { ballot, reason } }),
    issue: (id) => withDraftHash(id, 'issue-ballot'),
    amend: ({ ballot, content, deadlineAt, reason }) => {
      const words = wordsOf(content)
      if (!words) return Promise.resolve(fail({ kind: 'content-malformed' }))
      const body = { ballot, contentHash: words.commit, deadlineAt, reason }
      return perform({ kind: 'amend-ballot', body, openings: [words] })
    },
    extend: (ballot, deadlineAt, reason) =>
      perform({ kind: 'extend-ballot', body: { ballot, deadlineAt, reason } }),
    recall: (ballot, reason) => perform({ kind: 'recall-ballot', body: { ballot, reason } }),
    close: (ballot, reason) => perform({ kind: 'close-ballot', body: { ballot, reason } }),
    resolve: (ballot, number, date) => perform({ kind: 'resolve-ballot', body: { ballot, number, date } }),
    sendToMeeting: (ballot) => perform({ kind: 'send-ballot-to-meeting', body: { ballot } }),
    propose: (proposal) => perform({ kind: 'propose', body: { proposal } }),
    confirm: (proposal) => perform({ kind: 'confirm', body: { proposal } }),
    contentOf: (hash) => contentIn(copy, hash),
    newBallot: () => BallotId.parse(hex(random(16))),
    newId: () => hex(random(8)),
  }
}

function watchLines(
  ballot: Ballot,
  { copy, me, clock }: Pick<Parameters<typeof createOfficeDesk>[0], 'copy' | 'me' | 'clock'>,
): WatchLine[] {
  const closedAt = ballot.phase.state === 'closed' ? ballot.phase.at : clock.now()
  const hash = currentVersion(ballot)?.hash
  const context = tabletContext(copy, me, clock)
  const openingsBy = documentOpenings(ballot, (version) => contentIn(copy, version))
  const formerly = ballot.versions.slice(0, -1).reverse()
  return membersOn(copy.reader.list('person'), dayOf(closedAt)).map((member): WatchLine => {
    const progress = copy.reader.get('progress', progressKey(ballot.id, member.id))
    const answers = copy.reader.get('answers', answersKey(ballot.id, member.id))
    const opened = copy.reader.get('opened-documents', openedDocumentsKey(ballot.id, member.id))?.files ?? []
    const of = (marks: BallotProgress['opened'] | undefined) =>
      marks?.find((mark) => mark.versionHash === hash)?.at ?? null
    const before = (marks: BallotProgress['opened'] | undefined): FormerMark | null =>
      formerly.flatMap(({ no, hash: version }) => {
        const mark = marks?.find(({ versionHash }) => versionHash === version)
        return mark ? [{ no, at: mark.at }] : []
      })[0] ?? null
    return {
      member,
      standing: progress && hash !== undefined ? standingFor(progress, hash) : 'silent',
      deliveredAt: of(progress?.delivered),
      openedAt: of(progress?.opened),
      answeredAt: progress?.answered.at(-1)?.at ?? null,
      former: { delivered: before(progress?.delivered), opened: before(progress?.opened) },
      openings: openingsBy(
        (file) => opened.find((mark) => mark.hash === file && mark.at <= closedAt)?.at ?? null,
      ),
      silence: progress?.silence ?? null,
      rulings: progress?.rulings ?? [],
      said: (answers?.revisions ?? []).map((revision) => ({
        act: revision.act,
        n: revision.n,
        at: revision.at,
        isHead: answers?.heads.includes(revision.act) ?? false,
        versionHash: revision.versionHash,
        castAt: revision.castAt,
        device: revision.device,
        answers: openAnswers(revision.answers, revision.versionHash, context),
        held: revision.held,
      })),
    }
  })
}
