import { canonicalJson } from '../../lib/canonical-json.ts'
import { secondMs } from '../../lib/time.ts'
import type { ActOf, BodyOf } from '../act.ts'
import { conclusionsHash } from '../conclusions-hash.ts'
import { readerOver } from '../entity.ts'
import { type Hash, VoteId } from '../id.ts'
import { type ConclusionContent, type ItemSession, itemSessionKey, type SpeechKind } from '../item-session.ts'
import { type Minutes, minutesKey } from '../minutes.ts'
import type { Person } from '../people.ts'
import { type Session, sessionKey } from '../session.ts'
import { isPresent, type PresenceState, presenceKey } from '../session-presence.ts'
import {
  type Cast,
  castKey,
  type Vote,
  type VoteContent,
  type VoteName,
  type VoteTally,
  voteKey,
  voteTallyKey,
} from '../vote.ts'
import { isVoteDue, voteClosingEntry } from '../vote-count.ts'
import { hashOf, opinionIssue, person } from './cabinet.ts'
import type { Given } from './given.ts'
import { itemId, MeetingOffice, meetingId, startsAt } from './meeting-office.ts'

const voteId = (id: string): VoteId => VoteId.parse(id)
export const voteName = (item = 'a', id = 'vote'): VoteName => ({
  meeting: meetingId,
  item: itemId(item),
  vote: voteId(id),
})
const question: VoteContent = { issue: opinionIssue(), text: 'Thông qua Nghị quyết' }
const conclusion: ConclusionContent = { text: 'Kết luận của Thủ tướng', assignments: [] }

/** The meeting of `MeetingOffice` on its morning, with everybody there. */
export class SessionOffice extends MeetingOffice {
  private casts = 0

  constructor(people?: readonly Person[]) {
    super(people)
    this.addVote(question)
  }

  get session(): Session {
    const session = readerOver(this.rows).get('session', sessionKey(meetingId))
    if (!session) throw new Error('the session has not been opened')
    return session
  }

  itemSession(item: string): ItemSession {
    const row = readerOver(this.rows).get('item-session', itemSessionKey(meetingId, itemId(item)))
    if (!row) throw new Error(`nothing has been done with ${item}`)
    return row
  }

  /** What stands now, as it is signed with the conclusion of the meeting. */
  get conclusions(): Hash {
    return conclusionsHash(readerOver(this.rows), meetingId)
  }

  /** By the head of office, as it stands. */
  concludeMeeting(conclusions: Hash = this.conclusions) {
    return this.act('conclude-meeting', 'head', { meeting: meetingId, conclusions })
  }

  get minutes(): Minutes | undefined {
    return readerOver(this.rows).get('minutes', minutesKey(meetingId))
  }

  vote(item = 'a', id = 'vote'): Vote {
    const vote = readerOver(this.rows).get('vote', voteKey(voteName(item, id)))
    if (!vote) throw new Error('no vote')
    return vote
  }

  castOf(who: string): Cast | undefined {
    return readerOver(this.rows).get('cast', castKey(voteName(), person(who)))
  }

  get voteRounds(): VoteTally['rounds'] {
    return readerOver(this.rows).get('vote-tally', voteTallyKey(voteName()))?.rounds ?? []
  }

  isThere(who: string): boolean {
    return isPresent(readerOver(this.rows).get('presence', presenceKey(meetingId, person(who))))
  }

  addVote(content: VoteContent): Vote['contentHash'] {
    const hash = hashOf(canonicalJson(content))
    this.voteContents.set(hash, content)
    return hash
  }

  join(who: string, how: 'in-room' | 'remote' = 'in-room') {
    return this.act('join-session', who, { meeting: meetingId, how })
  }

  mark(who: string, presence: PresenceState, by = 'sec') {
    return this.act('mark-presence', by, { meeting: meetingId, person: person(who), presence })
  }

  openRoomScreen(by = 'sec', token = 'token') {
    return this.act('open-room-screen', by, { meeting: meetingId, tokenHash: hashOf(token) })
  }

  /** Invited, on the morning, with every member there but those named. */
  gathered(...missing: string[]): this {
    this.invited()
    this.now = startsAt
    for (const { id } of this.members()) if (!missing.includes(id)) this.mustTake(this.join(id))
    return this
  }

  open(by = 'pm') {
    return this.act('open-session', by, { meeting: meetingId })
  }

  /** In session, with item `a` as the current one. */
  started(): this {
    this.gathered()
    this.mustTake(this.open())
    this.mustTake(this.startItem('a'))
    return this
  }

  startItem(item: string, by = 'pm') {
    return this.act('start-item', by, { meeting: meetingId, item: itemId(item) })
  }

  finishItem(item: string, by = 'pm') {
    return this.act('finish-item', by, { meeting: meetingId, item: itemId(item) })
  }

  ask(who: string, item = 'a', what: SpeechKind = 'speak') {
    return this.act('request-to-speak', who, { meeting: meetingId, item: itemId(item), what })
  }

  call(
    request: ActOf<'request-to-speak'> | null,
    given: { by?: string; person?: string; item?: string } = {},
  ) {
    const body: BodyOf<'call-speaker'> = {
      meeting: meetingId,
      item: itemId(given.item ?? 'a'),
      request: request?.id ?? null,
      person: person(given.person ?? request?.person ?? 'm2'),
      minutes: 5,
    }
    return this.act('call-speaker', given.by ?? 'pm', body)
  }

  ofItem(
    kind: 'propose-for-block' | 'adopt-in-block' | 'pull-from-block' | 'finish-speaker',
    who: string,
    item = 'a',
  ) {
    return this.act(kind, who, { meeting: meetingId, item: itemId(item) })
  }

  conclude(item = 'a', by = 'pm', content = conclusion) {
    const contentHash = hashOf(canonicalJson(content))
    this.conclusionContents.set(contentHash, content)
    const row = readerOver(this.rows).get('item-session', itemSessionKey(meetingId, itemId(item)))
    const basedOn = row?.conclusions.at(-1)?.contentHash ?? null
    return this.act('conclude-item', by, { meeting: meetingId, item: itemId(item), contentHash, basedOn })
  }

  /** Words that differ make versions that differ. */
  draftMinutes(
    words = 'Biên bản',
    given: { by?: string; basedOn?: BodyOf<'draft-minutes'>['basedOn'] } = {},
  ) {
    const section = { key: 'opening', title: 'Mở đầu', text: words, drafted: hashOf(words) }
    const content = { sections: [section] }
    const contentHash = hashOf(canonicalJson(content))
    this.minutesContents.set(contentHash, content)
    const basedOn =
      given.basedOn === undefined ? (this.minutes?.versions.at(-1)?.hash ?? null) : given.basedOn
    return this.act('draft-minutes', given.by ?? 'sec', { meeting: meetingId, contentHash, basedOn })
  }

  signMinutes(by = 'head') {
    const contentHash = this.minutes?.versions.at(-1)?.hash ?? hashOf('no minutes')
    return this.act('sign-minutes', by, { meeting: meetingId, contentHash })
  }

  record(given: Partial<BodyOf<'record-session'>> = {}, by = 'pm') {
    const noteCommit = hashOf('a note of the record')
    this.openings.set(noteCommit, 'Mất mạng')
    const body = { meeting: meetingId, item: itemId('a'), what: 'note', person: null, to: null } as const
    return this.act('record-session', by, { ...body, from: this.now, noteCommit, ...given })
  }

  openVote(given: { item?: string; id?: string; seconds?: number; by?: string; content?: VoteContent } = {}) {
    const body: BodyOf<'open-vote'> = {
      ...voteName(given.item, given.id),
      contentHash: this.addVote(given.content ?? question),
      seconds: given.seconds ?? 60,
    }
    return this.act('open-vote', given.by ?? 'pm', body)
  }

  /** Started, with a vote of a minute. */
  voting(): this {
    this.started()
    this.mustTake(this.openVote())
    return this
  }

  cast(who: string, choice: string, given: Given & { item?: string } = {}): ActOf<'cast-vote'> {
    this.casts += 1
    const text = given.text ?? (choice === 'other' ? 'Đề nghị lùi thời hạn' : '')
    const answer = this.seal(choice, text, `cast-${this.casts}`)
    const name = voteName(given.item)
    return this.act(
      'cast-vote',
      who,
      { ...name, contentHash: this.vote(given.item).contentHash, answer },
      given,
    )
  }

  /** On paper, uploaded and entered by an officer. */
  enterPaper(
    who: string,
    choice: string,
    by = 'sec',
    given: Given = {},
    item = 'a',
    scan = `paper of ${who}`,
  ) {
    this.casts += 1
    const paper = hashOf(scan)
    this.files.set(paper, { size: 1000, pages: 1 })
    const answer = this.seal(choice, choice === 'other' ? 'Đề nghị lùi thời hạn' : '', `paper-${this.casts}`)
    const body = { ...voteName(item), person: person(who), answer, paper, reason: 'máy hỏng' }
    return this.act('enter-paper-vote', by, body, given)
  }

  confirmPaper(entered: ActOf<'enter-paper-vote'>, by = 'head', given: Given = {}) {
    const { meeting, item, vote, person: who } = entered.body
    return this.act('confirm-paper-vote', by, { meeting, item, vote, person: who, entry: entered.id }, given)
  }

  refusePaper(entered: ActOf<'enter-paper-vote'>, by = 'head') {
    const { meeting, item, vote, person: who } = entered.body
    const body = { meeting, item, vote, person: who, entry: entered.id, reason: 'không đúng phiếu' }
    return this.act('refuse-paper-vote', by, body)
  }

  closeVote(by = 'pm') {
    return this.act('close-vote', by, voteName())
  }

  extendVote(seconds = 60, by = 'pm') {
    return this.act('extend-vote', by, { ...voteName(), seconds })
  }

  /** As the server does at the start of each transaction. */
  runDueVotes(down: { from: number; to: number } | null = null): void {
    for (const vote of readerOver(this.rows).list('vote')) {
      if (!isVoteDue(vote, this.now)) continue
      const away = down as Parameters<typeof voteClosingEntry>[1]
      this.serve(voteClosingEntry(vote, away))
      if (!away) this.countVote({ meeting: vote.meeting, item: vote.item, vote: vote.id })
    }
  }

  /** The clock moves on, and what was due happens before anything else. */
  after(seconds: number): this {
    this.now = (this.now + seconds * secondMs) as typeof this.now
    this.runDueVotes()
    return this
  }
}
