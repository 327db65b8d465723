import type { Question } from './access.ts'
import { type AgendaItem, isOpen } from './agenda-item.ts'
import type { Attendance } from './attendance.ts'
import type { HandedPaper } from './handed-paper.ts'
import type { ItemSession } from './item-session.ts'
import type { Meeting } from './meeting.ts'
import { factsOfItem, factsOfMeeting } from './meeting-access.ts'
import type { Minutes } from './minutes.ts'
import type { ItemLayer } from './note-layer.ts'
import type { Position } from './position.ts'
import type { RoomScreen } from './room-screen.ts'
import type { RowOwners } from './row-owners.ts'
import type { Session } from './session.ts'
import type { Presence } from './session-presence.ts'
import type { Cast, PaperVote, Vote, VoteTally } from './vote.ts'

/** Who finds the rows of meetings, and what each asks of `permit`; see scope.ts. */

type OwnRow = Meeting | AgendaItem | Attendance | Position | HandedPaper | ItemLayer
type SessionRow =
  | Session
  | Minutes
  | Presence
  | ItemSession
  | Vote
  | VoteTally
  | Cast
  | PaperVote
  | RoomScreen
type MeetingRow = OwnRow | SessionRow

const handlersOf = ({ handlers }: Meeting): string[] => [
  'head',
  ...handlers.map((person) => `handler/${person}`),
]

export function scopesOfMeetingRow(row: MeetingRow, owners: RowOwners): string[] {
  const meeting = row.kind === 'meeting' ? row : owners.meeting
  if (!meeting) return []
  const office = handlersOf(meeting)
  if (meeting.invitedAt === null) return office
  const chair = `member/${meeting.chair}`
  switch (row.kind) {
    case 'meeting':
      return [...office, 'members', ...row.admitted.map((person) => `admitted/${person}`)]
    case 'agenda-item': {
      if (row.versions.length === 0) return office
      const members = row.readers?.map((person) => `member/${person}`) ?? ['members']
      const admitted = row.admissions.filter(isOpen).map(({ person }) => `admitted/${person}`)
      return [...new Set([...office, ...members, chair, ...admitted])]
    }
    case 'attendance':
      return [...new Set([...office, chair, `member/${row.person}`])]
    case 'position':
      return [...new Set([...office, chair, ...ownScopes(row, owners.item)])]
    case 'item-layer':
      return [row.person, ...row.readers].flatMap((person) =>
        ['member', 'admitted', 'head', 'handler'].map((as) => `${as}/${person}`),
      )
    case 'handed-paper':
      return [...new Set([...office, `member/${row.person}`, `admitted/${row.person}`])]
    case 'session':
    case 'presence':
      return scopesOfMeetingRow(meeting, owners)
    case 'item-session':
    case 'vote':
    case 'vote-tally':
      return owners.item ? scopesOfMeetingRow(owners.item, owners) : []
    case 'paper-vote':
      return office
    case 'room-screen':
    case 'minutes':
      return [...office, chair]
    case 'cast':
      return [`member/${row.person}`]
  }
}

/** One's own word on an item, for as long as one reads the item. */
function ownScopes({ person }: Position, item: AgendaItem | undefined): string[] {
  if (!item) return []
  const asMember = item.readers === null || item.readers.includes(person) ? [`member/${person}`] : []
  const isAdmitted = item.admissions.some((admission) => isOpen(admission) && admission.person === person)
  return isAdmitted ? [...asMember, `admitted/${person}`] : asMember
}

export function questionOfMeetingRow(row: MeetingRow, owners: RowOwners): Question | null {
  const found = row.kind === 'meeting' ? row : owners.meeting
  if (!found) return null
  const meeting = factsOfMeeting(found)
  switch (row.kind) {
    case 'meeting':
      return { action: 'read-meeting', meeting }
    case 'agenda-item':
      return { action: 'read-agenda-item', meeting, item: factsOfItem(row) }
    case 'attendance':
      return { action: 'read-attendance', person: row.person, meeting }
    case 'item-layer': {
      const { item } = owners
      const { person, readers } = row
      return item ? { action: 'read-item-layer', person, readers, meeting, item: factsOfItem(item) } : null
    }
    case 'handed-paper':
      return { action: 'read-handed-paper', person: row.person, meeting }
    case 'session':
    case 'presence':
      return { action: 'read-meeting', meeting }
    case 'item-session':
    case 'vote':
    case 'vote-tally': {
      const { item } = owners
      return item ? { action: 'read-agenda-item', meeting, item: factsOfItem(item) } : null
    }
    case 'minutes':
      return { action: 'read-minutes', meeting }
    case 'paper-vote':
      return { action: 'read-paper-vote', meeting }
    case 'room-screen':
      return { action: 'read-room-screen', meeting }
    case 'cast': {
      const { item } = owners
      return item ? { action: 'read-cast', person: row.person, meeting, item: factsOfItem(item) } : null
    }
    case 'position': {
      const { item } = owners
      return item ? { action: 'read-position', person: row.person, meeting, item: factsOfItem(item) } : null
    }
  }
}

/** What of a meeting holds a document: an item, or a vote on paper. */
const holderIn = ({ item, paper }: RowOwners): AgendaItem | PaperVote | undefined => item ?? paper

export function scopesOfMeetingHolder(owners: RowOwners): string[] {
  const holder = holderIn(owners)
  return holder ? scopesOfMeetingRow(holder, owners) : []
}

export function questionOfMeetingHolder(owners: RowOwners): Question | null {
  const holder = holderIn(owners)
  return holder ? questionOfMeetingRow(holder, owners) : null
}
