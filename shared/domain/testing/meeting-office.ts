import { canonicalJson } from '../../lib/canonical-json.ts'
import { hourMs, type Instant, instant } from '../../lib/time.ts'
import type { BodyOf } from '../act.ts'
import { type AgendaItem, type AgendaItemContent, agendaHash, agendaItemKey } from '../agenda-item.ts'
import { type Attendance, attendanceKey, type InvitationReply } from '../attendance.ts'
import { readerOver } from '../entity.ts'
import { AgendaItemId, type Hash, MeetingId, PaperId } from '../id.ts'
import { type Meeting, type MeetingContent, meetingKey } from '../meeting.ts'
import type { Person } from '../people.ts'
import { type Position, positionKey } from '../position.ts'
import type { Verdict } from '../verdict.ts'
import { at, cabinetOf, hashOf, leadAgency, paperOf, person, post, someone } from './cabinet.ts'
import { Office } from './office.ts'

/** A cabinet of five with their Office, two substitutes, two guests and an admin; and one meeting on Thursday morning. */

export const meetingId = MeetingId.parse('meeting')
export const itemId = (id: string): AgendaItemId => AgendaItemId.parse(id)
export const startsAt: Instant = at('2026-03-05', 8)
export const endsAt: Instant = at('2026-03-05', 11)

const meetingContent: MeetingContent = { title: 'Phiên họp thường kỳ', place: 'Phòng họp số 1', remarks: '' }

export const matterOf = (title: string, given: Partial<AgendaItemContent> = {}): AgendaItemContent => ({
  title,
  presenter: 'Bộ trưởng Bộ Y tế',
  summary: '',
  documents: [paperOf(`${title}-paper`)],
  secrets: [],
  ...given,
})

export const secretPaper: AgendaItemContent['secrets'][number] = {
  id: PaperId.parse('secret'),
  number: '12/TTr-BQP',
  level: 'toi-mat',
  custodian: 'Văn thư mật',
}

/** An item whose papers are in somebody's hands (D3). */
export const secretMatter = matterOf('s', { documents: [], secrets: [secretPaper] })
const ofSecret = { meeting: meetingId, item: itemId('s'), paper: secretPaper.id }

export const visitors: readonly Person[] = [
  someone('sub', post('substitute')),
  someone('sub2', post('substitute')),
  someone('guest', post('guest')),
  someone('guest2', post('guest')),
]

export class MeetingOffice extends Office {
  constructor(people: readonly Person[] = [...cabinetOf(5), ...visitors, someone('admin', post('admin'))]) {
    super({ people })
  }

  get meeting(): Meeting {
    const meeting = readerOver(this.rows).get('meeting', meetingKey(meetingId))
    if (!meeting) throw new Error('no meeting yet')
    return meeting
  }

  get items(): AgendaItem[] {
    return readerOver(this.rows).list('agenda-item')
  }

  item(id: string): AgendaItem {
    const item = readerOver(this.rows).get('agenda-item', agendaItemKey(meetingId, itemId(id)))
    if (!item) throw new Error(`no item ${id}`)
    return item
  }

  attendanceOf(who: string): Attendance | undefined {
    return readerOver(this.rows).get('attendance', attendanceKey(meetingId, person(who)))
  }

  positionOf(who: string, id: string): Position | undefined {
    return readerOver(this.rows).get('position', positionKey(meetingId, itemId(id), person(who)))
  }

  schedule(given: { title?: string; chair?: string; startsAt?: Instant; endsAt?: Instant } = {}) {
    const content = { ...meetingContent, title: given.title ?? meetingContent.title }
    const contentHash = hashOf(canonicalJson(content))
    this.meetingContents.set(contentHash, content)
    return {
      meeting: meetingId,
      contentHash,
      startsAt: given.startsAt ?? startsAt,
      endsAt: given.endsAt ?? endsAt,
      chair: person(given.chair ?? 'pm'),
    }
  }

  draftMeeting(given: Parameters<MeetingOffice['schedule']>[0] = {}) {
    const body = { ...this.schedule(given), type: 'regular' as const, handlers: [person('sec')] }
    return this.act('draft-meeting', 'sec', body)
  }

  addMatter(content: AgendaItemContent): Hash {
    const hash = hashOf(canonicalJson(content))
    this.agendaItemContents.set(hash, content)
    for (const { hash: file, size, pages } of content.documents) this.files.set(file, { size, pages })
    return hash
  }

  /** `readers` null for every member. */
  matter(id: string, readers: readonly string[] | null = null, content = matterOf(id)) {
    return {
      meeting: meetingId,
      item: itemId(id),
      contentHash: this.addMatter(content),
      rank: id,
      leadAgency,
      plannedMinutes: 20,
      readers: readers === null ? null : readers.map(person),
    }
  }

  draftItem(id: string, readers: readonly string[] | null = null, content = matterOf(id)) {
    return this.act('draft-agenda-item', 'sec', this.matter(id, readers, content))
  }

  changeItem(id: string, readers: readonly string[] | null, content: AgendaItemContent) {
    const body = { ...this.matter(id, readers, content), reason: 'bổ sung' }
    return this.act('change-agenda-item', 'head', body)
  }

  submit() {
    const body = { meeting: meetingId, agendaHash: agendaHash(this.meeting, this.items) }
    return this.act('submit-meeting', 'sec', body)
  }

  approve() {
    const body = { meeting: meetingId, agendaHash: agendaHash(this.meeting, this.items) }
    return this.act('approve-meeting', 'head', body)
  }

  invite() {
    return this.act('invite-to-meeting', 'sec', { meeting: meetingId })
  }

  /** With item `a` for all members, and `b` for m2 and m3 alone. */
  drafted(): this {
    this.mustTake(this.draftMeeting())
    this.mustTake(this.draftItem('a'))
    this.mustTake(this.draftItem('b', ['m2', 'm3']))
    return this
  }

  invited(): this {
    this.drafted()
    for (const act of [() => this.submit(), () => this.approve(), () => this.invite()]) this.mustTake(act())
    return this
  }

  /** Of the secret paper of item `s`. */
  handOut(who: string, copy: string, by = 'sec') {
    return this.act('hand-out-paper', by, { ...ofSecret, person: person(who), copy })
  }

  takeBack(who: string, copy: string, by = 'sec') {
    return this.act('return-paper', by, { ...ofSecret, person: person(who), copy })
  }

  reply(who: string, reply: InvitationReply) {
    return this.act('reply-to-invitation', who, { meeting: meetingId, reply })
  }

  namesSubstitute(who: string, given: { person?: string; items?: readonly string[] } = {}) {
    return this.reply(who, {
      kind: 'substitute',
      reason: 'đi công tác',
      person: person(given.person ?? 'sub'),
      letter: '15/GUQ ngày 02/3/2026',
      items: (given.items ?? ['a']).map(itemId),
      from: this.now,
      to: endsAt,
    })
  }

  admit(id: string, who: string, member: string | null = null, given: { from?: Instant; to?: Instant } = {}) {
    const body: BodyOf<'admit-to-item'> = {
      meeting: meetingId,
      item: itemId(id),
      person: person(who),
      member: member === null ? null : person(member),
      from: given.from ?? this.now,
      to: given.to ?? endsAt,
    }
    return this.act('admit-to-item', 'sec', body)
  }

  takePosition(who: string, id: string, given: { member?: string; contentHash?: Hash } = {}) {
    const noteCommit = hashOf(`note-${who}-${id}`)
    this.openings.set(noteCommit, 'Đề nghị làm rõ nguồn vốn')
    return this.act('take-position', who, {
      meeting: meetingId,
      item: itemId(id),
      member: person(given.member ?? who),
      contentHash: given.contentHash ?? this.item(id).contentHash,
      stance: 'objection',
      noteCommit,
    })
  }

  /** The server's entry when an admission's hour has passed. */
  endAdmission(id: string, who: string): void {
    const [meeting, item, to] = [meetingId, itemId(id), this.item(id).admissions.at(-1)?.to ?? this.now]
    this.now = instant(to + 1)
    const event = { kind: 'admission-ended', meeting, item, person: person(who), isLast: true } as const
    this.serve({ id: `admission-ended/${meeting}/${item}/${who}/${to}`, events: [event] })
  }
}

export const reasonOf = (verdict: Verdict): string =>
  verdict.kind === 'accepted' ? 'accepted' : `${verdict.kind}:${verdict.reason.kind}`

export const afterMeeting: Instant = instant(endsAt + hourMs)
