import { type Admission, isOpen } from '../../shared/domain/agenda-item.ts'
import { type Attendance, attendanceKey, type InvitationReply } from '../../shared/domain/attendance.ts'
import type { EntityReader } from '../../shared/domain/entity.ts'
import type { AgendaItemId, PersonId } from '../../shared/domain/id.ts'
import type { Meeting } from '../../shared/domain/meeting.ts'
import { membersOn, type Person } from '../../shared/domain/people.ts'
import { type Position, positionKey, type Stance } from '../../shared/domain/position.ts'
import { dayOf, type Instant } from '../../shared/lib/time.ts'
import type { OfficeItemView, OfficeMeetingView } from './office-meeting.ts'
import type { WorkingCopy } from './working-copy.ts'

/** What the Office knows before the session: who has received, opened, answered, and where they stand (M3, M4). */

export type MemberOnItem = {
  member: Person
  /** Of the papers as they are now. */
  deliveredAt: Instant | null
  /** The first of its files that was opened. */
  openedAt: Instant | null
  /** Of how many files. */
  opened: number
  stance: Stance | null
  /** Null where none was written, or this device does not hold it. */
  note: string | null
  /** Said of papers that have been replaced since. */
  isFormer: boolean
  /** Who said it, where it was somebody standing in. */
  by: PersonId | null
}

export type ItemPicture = OfficeItemView & {
  /** Counted among those that stand. */
  no: number
  /** Every member who is to read it. */
  members: MemberOnItem[]
  /** Nobody objects, nobody wishes to speak, and somebody has said so: proposed for adoption as a block (M4). */
  isInBlock: boolean
  admitted: Admission[]
}

export type MemberPicture = {
  member: Person
  reply: InvitationReply | null
  repliedAt: Instant | null
  decision: Attendance['decision']
  /** Of the items that they read: how many have arrived, were opened, have been answered. */
  items: number
  delivered: number
  opened: number
  answered: number
  objects: number
  speaks: number
}

export type MeetingPicture = { members: MemberPicture[]; items: ItemPicture[] }

export function meetingPicture(
  { meeting, items }: Pick<OfficeMeetingView, 'meeting' | 'items'>,
  copy: Pick<WorkingCopy, 'opened'> & { reader: EntityReader },
): MeetingPicture {
  const { reader } = copy
  const members = membersOn(reader.list('person'), dayOf(meeting.startsAt))
  const pictures = items.map((view, i): ItemPicture => {
    const reading = members.filter(({ id }) => readsItem(view, meeting, id))
    const lines = reading.map((member) => {
      const key = positionKey(meeting.id, view.item.id, member.id)
      return memberOnItem(member, view, reader.get('position', key), copy)
    })
    const isInBlock =
      lines.some(({ stance }) => stance === 'no-objection') &&
      lines.every(({ stance }) => stance === null || stance === 'no-objection')
    const admitted = view.item.admissions.filter(isOpen)
    return { ...view, no: i + 1, members: lines, isInBlock, admitted }
  })
  return {
    items: pictures,
    members: members.map((member) => memberPicture(member, meeting, pictures, reader)),
  }
}

const readsItem = ({ item: { readers } }: OfficeItemView, { chair }: Meeting, person: PersonId): boolean =>
  readers === null || readers.includes(person) || chair === person

function memberOnItem(
  member: Person,
  { item, content }: OfficeItemView,
  position: Position | undefined,
  copy: Pick<WorkingCopy, 'opened'>,
): MemberOnItem {
  const files = new Set(content?.documents.map(({ hash }) => hash))
  const opened = position?.opened.filter(({ file }) => files.has(file)) ?? []
  const said = position?.taken.at(-1)
  return {
    member,
    deliveredAt: position?.delivered.find(({ contentHash }) => contentHash === item.contentHash)?.at ?? null,
    openedAt: opened[0]?.at ?? null,
    opened: opened.length,
    stance: said?.stance ?? null,
    note: (said && copy.opened(said.noteCommit)) || null,
    isFormer: said !== undefined && said.contentHash !== item.contentHash,
    by: said && said.by !== member.id ? said.by : null,
  }
}

function memberPicture(
  member: Person,
  meeting: Meeting,
  pictures: readonly ItemPicture[],
  reader: EntityReader,
): MemberPicture {
  const attendance = reader.get('attendance', attendanceKey(meeting.id, member.id))
  const last = attendance?.replies.at(-1)
  const own = pictures.flatMap(({ members }) => members.filter((line) => line.member.id === member.id))
  const count = (test: (line: MemberOnItem) => boolean) => own.filter(test).length
  return {
    member,
    reply: last?.reply ?? null,
    repliedAt: last?.at ?? null,
    decision: attendance?.decision ?? null,
    items: own.length,
    delivered: count(({ deliveredAt }) => deliveredAt !== null),
    opened: count(({ openedAt }) => openedAt !== null),
    answered: count(({ stance }) => stance !== null),
    objects: count(({ stance }) => stance === 'objection'),
    speaks: count(({ stance }) => stance === 'wishes-to-speak'),
  }
}

/** Items to which a substitute could be let in now by a member's word, and is not yet (M3). */
export function itemsToAdmit(
  { member, reply, decision }: MemberPicture,
  pictures: readonly ItemPicture[],
): AgendaItemId[] {
  if (reply?.kind !== 'substitute' || decision?.approved === false) return []
  return pictures
    .filter(
      ({ item, members }) => reply.items.includes(item.id) && members.some((m) => m.member.id === member.id),
    )
    .filter(({ admitted }) => !admitted.some(({ person }) => person === reply.person))
    .map(({ item }) => item.id)
}
