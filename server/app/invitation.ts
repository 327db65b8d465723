import { permit, type Question, type Subject } from '../../shared/domain/access.ts'
import { type AgendaItem, type AgendaItemContent, standingItems } from '../../shared/domain/agenda-item.ts'
import { readerOver } from '../../shared/domain/entity.ts'
import type { AgencyId, Hash, MeetingId } from '../../shared/domain/id.ts'
import { type Meeting, type MeetingContent, meetingKey } from '../../shared/domain/meeting.ts'
import { factsOfItem, factsOfMeeting } from '../../shared/domain/meeting-access.ts'
import type { Role } from '../../shared/domain/people.ts'
import type { Bytes } from '../../shared/lib/bytes.ts'
import { dayOf } from '../../shared/lib/time.ts'
import type { PaperFormat } from '../../shared/protocol/paper.ts'
import { agendaItemContentOf, meetingContentOf } from './content.ts'
import type { LedgerReads } from './ledger-port.ts'
import { type PaperFacts, signerOf, type WritePaper } from './office-paper.ts'
import type { Clock } from './ports.ts'

/**
 * The invitation to a meeting, with those items of its agenda that whoever asks may read (D2). The Office's is the one that is
 * sent round on paper: what only some may read is not in it.
 */

export type InvitationFacts = PaperFacts & {
  meeting: Meeting
  content: MeetingContent
  items: { item: AgendaItem; content: AgendaItemContent; leadAgency: string }[]
}

export type Invitations = {
  /** Empty where there is no such meeting. */
  questionsFor(meeting: MeetingId): Promise<(Question & { action: 'read-meeting' })[]>
  /** Null where there is no meeting to which anybody is or will be invited. */
  make(
    meeting: MeetingId,
    subject: Subject,
    format: PaperFormat,
  ): Promise<{ fileName: string; bytes: Bytes } | null>
}

type Deps = { ledger: LedgerReads; clock: Clock; write: WritePaper<InvitationFacts> }

const ofTheOffice: ReadonlySet<Role> = new Set(['secretary', 'head-of-office'])

export const createInvitations = ({ ledger, clock, write }: Deps): Invitations => ({
  questionsFor: async (id) => {
    const meeting = await meetingOf(id, ledger)
    return meeting ? [{ action: 'read-meeting', meeting: factsOfMeeting(meeting) }] : []
  },
  make: async (id, subject, format) => {
    const facts = await factsFor(id, subject, ledger, clock)
    if (facts === null) return null
    return {
      fileName: `giay-moi-${dayOf(facts.meeting.startsAt)}.${format}`,
      bytes: await write(facts, format),
    }
  },
})

async function meetingOf(id: MeetingId, ledger: LedgerReads): Promise<Meeting | null> {
  const [row] = await ledger.rows([meetingKey(id)])
  return row?.entity.kind === 'meeting' ? row.entity : null
}

async function factsFor(
  id: MeetingId,
  subject: Subject,
  ledger: LedgerReads,
  clock: Clock,
): Promise<InvitationFacts | null> {
  const meeting = await meetingOf(id, ledger)
  if (!meeting || meeting.phase.state === 'cancelled') return null
  const rows = await ledger.rows([`agenda-item/${id}/`, 'person/', 'agency/'])
  const reader = readerOver(new Map(rows.map(({ key, entity }) => [key, entity])))
  const isForAll = !subject.isMember && subject.roles.some((role) => ofTheOffice.has(role))
  const readable = standingItems(reader.list('agenda-item')).filter(
    (item) =>
      (item.readers === null || !isForAll) &&
      permit(subject, {
        action: 'read-agenda-item',
        meeting: factsOfMeeting(meeting),
        item: factsOfItem(item),
      }).allow,
  )
  const openings = await ledger.openings([
    meeting.contentHash,
    ...readable.map(({ contentHash }) => contentHash),
  ])
  const words = { opened: (hash: Hash) => openings.get(hash)?.value }
  const content = meetingContentOf(words, meeting.contentHash)
  if (!content) return null
  const nameOf = (agency: AgencyId) => reader.get('agency', `agency/${agency}`)?.name ?? agency
  const at = clock.now()
  const people = reader.list('person')
  return {
    meeting,
    content,
    items: readable.flatMap((item) => {
      const said = agendaItemContentOf(words, item.contentHash)
      return said ? [{ item, content: said, leadAgency: nameOf(item.leadAgency) }] : []
    }),
    people,
    signer: signerOf(people, subject, at),
    at,
  }
}
