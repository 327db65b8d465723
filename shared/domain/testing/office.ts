import { dayMs, dayOf, type Instant, instant } from '../../lib/time.ts'
import { subjectOn } from '../access.ts'
import type { Act, ActKind, ActOf, BodyOf } from '../act.ts'
import type { AgendaItemContent } from '../agenda-item.ts'
import { applyEvent, keysTouchedBy } from '../apply.ts'
import type { Ballot, BallotContent, SealedAnswer } from '../ballot.ts'
import { closingEntry, followUps, type ServerEntry, silenceEntries, tallyEntry } from '../closing.ts'
import { decide } from '../decide.ts'
import type { DecideContext } from '../decide-context.ts'
import type { DirectiveContent } from '../directive.ts'
import { answersKey, type Entity, type EntityKey, progressKey, readerOver } from '../entity.ts'
import type { Event, Standpoint } from '../event.ts'
import type { ActId, Hash } from '../id.ts'
import type { ConclusionContent } from '../item-session.ts'
import type { MeetingContent } from '../meeting.ts'
import type { MinutesContent } from '../minutes.ts'
import { memberAppointmentOn, type Person } from '../people.ts'
import { defaultSettings, type Settings } from '../settings.ts'
import type { TallyRound } from '../tally.ts'
import { TaskContent } from '../task.ts'
import { draftsOfMeeting } from '../task-from-conclusion.ts'
import type { ImportPlan } from '../task-import.ts'
import { eventsOf, type Verdict } from '../verdict.ts'
import { type VoteContent, type VoteName, voteKey } from '../vote.ts'
import { voteTallyEntry } from '../vote-count.ts'
import { weekendsOnly } from '../working-day.ts'
import {
  actId,
  at,
  ballotId,
  cabinetOf,
  contentHash,
  contentOf,
  device,
  hashOf,
  leadAgency,
  monday,
  opinionIssue,
  person,
} from './cabinet.ts'
import type { Given } from './given.ts'

export type OfficeEntry =
  | { kind: 'act'; at: Instant; act: Act; verdict: Verdict }
  | { kind: 'server'; at: Instant; server: ServerEntry }

/**
 * A ledger in miniature for the rules alone: acts are decided and applied in order, the server's own entries follow.
 * The clock stands still until a test moves `now`.
 */
export class Office {
  now: Instant = at(monday, 8)
  rows = new Map<EntityKey, Entity>()
  revoked = new Set<string>()
  entries: OfficeEntry[] = []
  settings: Settings
  private salts = 0
  announced: DecideContext['announced'] = null
  readonly openings = new Map<Hash, string>()
  readonly contents = new Map<Hash, BallotContent>()
  readonly meetingContents = new Map<Hash, MeetingContent>()
  readonly agendaItemContents = new Map<Hash, AgendaItemContent>()
  readonly voteContents = new Map<Hash, VoteContent>()
  readonly conclusionContents = new Map<Hash, ConclusionContent>()
  readonly taskContents = new Map<Hash, TaskContent>()
  readonly directiveContents = new Map<Hash, DirectiveContent>()
  readonly minutesContents = new Map<Hash, MinutesContent>()
  readonly files = new Map<Hash, { size: number; pages: number }>()
  importPlan: ImportPlan | null = null

  constructor(given: { people?: readonly Person[]; settings?: Partial<Settings> } = {}) {
    this.settings = { ...defaultSettings, ...given.settings }
    for (const one of given.people ?? cabinetOf(5)) this.put(one)
  }

  put(one: Person): void {
    this.rows.set(`person/${one.id}`, one)
  }

  get ballot(): Ballot {
    const ballot = readerOver(this.rows).get('ballot', `ballot/${ballotId}`)
    if (!ballot) throw new Error('no ballot yet')
    return ballot
  }

  answersOf(who: string) {
    return readerOver(this.rows).get('answers', answersKey(ballotId, person(who)))
  }

  progressOf(who: string) {
    return readerOver(this.rows).get('progress', progressKey(ballotId, person(who)))
  }

  get rounds(): TallyRound[] {
    return readerOver(this.rows).get('tally', `tally/${ballotId}`)?.rounds ?? []
  }

  contextOf(act: Act): DecideContext {
    const reader = readerOver(this.rows)
    const signer = reader.get('person', `person/${act.person}`)
    if (!signer) throw new Error(`nobody called ${act.person}`)
    return {
      ...this.closing(),
      subject: subjectOn(signer, act.device, this.now),
      isDeviceRevoked: this.revoked.has(act.device),
      file: (hash) => this.files.get(hash),
      firstEntryAfter: (hour) => {
        const first = this.entries.findIndex((entry) => entry.at > hour)
        return first < 0 ? null : first
      },
      isOwnTree: ({ root }) => root === hashOf(''),
      ...(this.announced && { announced: this.announced }),
    }
  }

  closing() {
    return {
      at: this.now,
      reader: readerOver(this.rows),
      settings: this.settings,
      calendar: weekendsOnly,
      opened: (commit: Hash) => this.openings.get(commit),
      content: (hash: Hash) => this.contents.get(hash),
      meetingContent: (hash: Hash) => this.meetingContents.get(hash),
      agendaItemContent: (hash: Hash) => this.agendaItemContents.get(hash),
      voteContent: (hash: Hash) => this.voteContents.get(hash),
      minutesContent: (hash: Hash) => this.minutesContents.get(hash),
      conclusionContent: (hash: Hash) => this.conclusionContents.get(hash),
      taskContent: (hash: Hash) => this.taskContents.get(hash),
      importPlan: this.importPlan,
      directiveContent: (hash: Hash) => this.directiveContents.get(hash),
    }
  }

  private write(entry: OfficeEntry, events: readonly Event[], act: ActId): void {
    const standpoint: Standpoint = { n: this.entries.length, at: this.now, act }
    this.entries.push(entry)
    for (const event of events) {
      for (const key of keysTouchedBy(event)) {
        this.rows.set(key, applyEvent(this.rows.get(key), key, event, standpoint))
      }
    }
  }

  serve(server: ServerEntry | null): void {
    for (const { hash, text } of server?.words ?? []) {
      this.openings.set(hash, text)
      this.taskContents.set(hash, TaskContent.parse(JSON.parse(text)))
    }
    if (server) this.write({ kind: 'server', at: this.now, server }, server.events, server.id as ActId)
  }

  /** Decides and writes down, with what the server adds by itself. */
  take(act: Act): Verdict {
    const verdict = decide(act, this.contextOf(act))
    const events = eventsOf(verdict)
    this.write({ kind: 'act', at: this.now, act, verdict }, events, act.id)
    for (const event of events) {
      if (event.kind === 'ballot-closed') this.closeOut()
      else if (event.kind === 'vote-closed' || event.kind === 'paper-vote-confirmed') this.countVote(event)
      else if (event.kind === 'meeting-concluded') {
        for (const entry of draftsOfMeeting(event.meeting, this.closing())) this.serve(entry)
      } else for (const entry of followUps(event, this.closing())) this.serve(entry)
    }
    return verdict
  }

  countVote(name: VoteName): void {
    const vote = readerOver(this.rows).get('vote', voteKey(name))
    if (vote) this.serve(voteTallyEntry(vote, this.closing()))
  }

  act<K extends ActKind>(kind: K, who: string, body: BodyOf<K>, given: Given = {}): ActOf<K> {
    const nextNumber = String(this.entries.length)
    return {
      v: 1,
      id: actId(given.id ?? `${kind}-${who}-${nextNumber}`),
      kind,
      person: person(who),
      device: device(given.device ?? `${who}-1`),
      prev: (given.prev ?? []).map(actId),
      castAt: given.castAt ?? this.now,
      anchor: { epoch: 0, size: given.anchor ?? 0, root: hashOf(given.root ?? '') },
      body,
    }
  }

  seal(value: string, text: string, salt: string): SealedAnswer {
    const commit = (plain: string) => {
      const hash = hashOf(`${salt}|${plain}`)
      this.openings.set(hash, plain)
      return hash
    }
    return { issue: opinionIssue().id, choiceCommit: commit(value), textCommit: commit(text) }
  }

  /** An answer to the one issue; `choice` as committed, other opinions with words of their own. */
  answer(who: string, choice: string, given: Given = {}): ActOf<'answer-ballot'> {
    const version = given.version
      ? contentHash(given.version)
      : (this.ballot.versions.at(-1)?.hash ?? hashOf(''))
    const text = given.text ?? (choice === 'other' ? 'Đề nghị cân nhắc thêm' : '')
    this.salts += 1
    const answers = [this.seal(choice, text, String(this.salts))]
    return this.act('answer-ballot', who, { ballot: ballotId, versionHash: version, answers }, given)
  }

  deliver(who: string): Verdict {
    const versionHash = this.ballot.versions.at(-1)?.hash ?? hashOf('')
    return this.take(this.act('mark-delivered', who, { ballot: ballotId, versionHash }))
  }

  deliverToAll(): void {
    for (const { id } of this.members()) this.deliver(id)
  }

  members(): Person[] {
    const people = readerOver(this.rows).list('person')
    return people.filter((one) => memberAppointmentOn(one, dayOf(this.now)))
  }

  add(content: BallotContent): Hash {
    const hash = contentHash(content)
    this.contents.set(hash, content)
    return hash
  }

  draft(content: BallotContent, given: { deadlineAt?: Instant; windowReason?: string } = {}): Act {
    return this.act('draft-ballot', 'sec', {
      ballot: ballotId,
      contentHash: this.add(content),
      leadAgency,
      handlers: [person('sec')],
      deadlineAt: given.deadlineAt ?? instant(this.now + 3 * dayMs),
      windowReason: given.windowReason ?? '',
    })
  }

  /** Drafted, submitted, issued by the rules themselves. */
  issue(content = contentOf('first'), given: { deadlineAt?: Instant } = {}): this {
    const hash = this.add(content)
    this.mustTake(this.draft(content, given))
    this.mustTake(this.act('submit-ballot', 'sec', { ballot: ballotId, contentHash: hash }))
    this.mustTake(this.act('issue-ballot', 'head', { ballot: ballotId, contentHash: hash }))
    return this
  }

  amend(content: BallotContent): this {
    const body = {
      ballot: ballotId,
      contentHash: this.add(content),
      reason: 'sửa',
      deadlineAt: this.ballot.deadlineAt,
    }
    this.mustTake(this.act('amend-ballot', 'head', body))
    return this
  }

  mustTake(act: Act): void {
    const verdict = this.take(act)
    if (verdict.kind !== 'accepted') throw new Error(`${act.kind}: ${JSON.stringify(verdict)}`)
  }

  /** The server's closing, one millisecond after the deadline; or the wait after a downtime. */
  closeByServer(down: { from: Instant; to: Instant } | null = null): this {
    this.now = instant(Math.max(this.now, this.ballot.deadlineAt + 1))
    this.serve(closingEntry(this.ballot, down))
    if (down === null) this.closeOut()
    return this
  }

  private closeOut(): void {
    for (const entry of silenceEntries(this.ballot, this.closing())) this.serve(entry)
    this.serve(tallyEntry(this.ballot, this.closing(), []))
  }

  /** Two officers rule on a held answer. */
  ruleHeld(who: string, act: string, counts = true): Verdict {
    const rule = {
      kind: 'rule-held' as const,
      ballot: ballotId,
      person: person(who),
      act: actId(act),
      counts,
      reason: 'lý do',
    }
    const proposal = this.act('propose', 'head', { proposal: rule })
    this.mustTake(proposal)
    return this.take(this.act('confirm', 'head2', { proposal: proposal.id }))
  }
}
