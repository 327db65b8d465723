import type { BodyOf } from '../../shared/domain/act.ts'
import {
  type AgendaItem,
  type AgendaItemContent,
  agendaHash,
  standingItems,
} from '../../shared/domain/agenda-item.ts'
import { AgendaItemId, type Hash, MeetingId, type PersonId } from '../../shared/domain/id.ts'
import { type Meeting, type MeetingContent, meetingKey } from '../../shared/domain/meeting.ts'
import type { Verdict } from '../../shared/domain/verdict.ts'
import { hex } from '../../shared/lib/bytes.ts'
import { canonicalJson } from '../../shared/lib/canonical-json.ts'
import { fail, type Result } from '../../shared/lib/result.ts'
import { contentOfItem, type EditorItem } from './agenda-item-editing.ts'
import { hashOpening } from './make-act.ts'
import { contentOfMeeting, type EditorMeeting, endIn, startIn } from './meeting-editing.ts'
import type { OfficeFault } from './office-ballot.ts'
import type { Perform } from './perform.ts'
import type { Random } from './ports.ts'
import { itemContentIn, meetingContentIn } from './tablet-context.ts'
import type { WorkingCopy } from './working-copy.ts'

/** The Office's meetings: prepares, submits, approves, invites, changes (M1-M3, D3). Every act is one of authority (O9). */

/** Words are null where this device does not hold them. */
export type OfficeItemView = { item: AgendaItem; content: AgendaItemContent | null }

export type OfficeMeetingView = {
  meeting: Meeting
  content: MeetingContent | null
  /** Those that stand, in the order of the agenda. */
  items: OfficeItemView[]
  withdrawn: OfficeItemView[]
}

type Done = Promise<Result<Verdict, OfficeFault>>
type OfItem = { meeting: MeetingId; item: AgendaItemId }

export type OfficeMeetingDesk = {
  /** The earliest first. */
  list(): OfficeMeetingView[]
  get(id: MeetingId): OfficeMeetingView | null
  /** As a draft, or with a reason as a change of what was approved. */
  storeMeeting(id: MeetingId, editing: EditorMeeting, reason: string | null): Done
  storeItem(meeting: MeetingId, editing: EditorItem, reason: string | null): Done
  removeItem(of: OfItem, reason: string | null): Done
  submit(id: MeetingId): Done
  giveBack(id: MeetingId, reason: string): Done
  approve(id: MeetingId): Done
  invite(id: MeetingId): Done
  cancel(id: MeetingId, reason: string): Done
  admit(admission: BodyOf<'admit-to-item'>): Done
  dismiss(of: BodyOf<'dismiss-from-item'>): Done
  decideAbsence(meeting: MeetingId, person: PersonId, approved: boolean, reason: string): Done
  /** D3: a copy of a secret paper into somebody's hands, and back. */
  handOutPaper(of: BodyOf<'hand-out-paper'>): Done
  takeBackPaper(of: BodyOf<'return-paper'>): Done
  itemContentOf(hash: Hash): AgendaItemContent | undefined
  newMeeting(): MeetingId
  newItem(): AgendaItemId
}

export function createOfficeMeetingDesk(deps: {
  copy: WorkingCopy
  perform: Perform
  random: Random
}): OfficeMeetingDesk {
  const { copy, perform, random } = deps
  const { reader } = copy

  const viewItem = (item: AgendaItem): OfficeItemView => {
    return { item, content: itemContentIn(copy, item.contentHash) ?? null }
  }
  const view = (meeting: Meeting, items: readonly AgendaItem[]): OfficeMeetingView => ({
    meeting,
    content: meetingContentIn(copy, meeting.contentHash) ?? null,
    items: standingItems(items).map(viewItem),
    withdrawn: items.filter(({ withdrawn }) => withdrawn !== null).map(viewItem),
  })
  const itemsOf = (id: MeetingId) => reader.list('agenda-item', `agenda-item/${id}/`)
  const notFit = (): Done => Promise.resolve(fail({ kind: 'content-malformed' }))

  const withAgenda = (id: MeetingId, kind: 'submit-meeting' | 'approve-meeting'): Done => {
    const meeting = reader.get('meeting', meetingKey(id))
    if (!meeting) return notFit()
    return perform({ kind, body: { meeting: id, agendaHash: agendaHash(meeting, itemsOf(id)) } })
  }

  return {
    list: () => {
      const items = new Map<MeetingId, AgendaItem[]>()
      for (const item of reader.list('agenda-item')) {
        const known = items.get(item.meeting)
        if (known) known.push(item)
        else items.set(item.meeting, [item])
      }
      return reader
        .list('meeting')
        .map((meeting) => view(meeting, items.get(meeting.id) ?? []))
        .sort((a, b) => a.meeting.startsAt - b.meeting.startsAt)
    },
    get: (id) => {
      const meeting = reader.get('meeting', meetingKey(id))
      return meeting ? view(meeting, itemsOf(id)) : null
    },
    storeMeeting: (meeting, editing, reason) => {
      const [startsAt, endsAt] = [startIn(editing), endIn(editing)]
      const { chair, type, handlers } = editing
      if (startsAt === null || endsAt === null || chair === null) return notFit()
      const words = hashOpening(canonicalJson(contentOfMeeting(editing)))
      const schedule = { meeting, contentHash: words.commit, startsAt, endsAt, chair }
      const openings = [words]
      return reason === null
        ? perform({ kind: 'draft-meeting', body: { ...schedule, type, handlers }, openings })
        : perform({ kind: 'change-meeting', body: { ...schedule, reason }, openings })
    },
    storeItem: (meeting, editing, reason) => {
      const { id: item, rank, leadAgency, minutes: plannedMinutes, readers } = editing
      if (leadAgency === null) return notFit()
      const words = hashOpening(canonicalJson(contentOfItem(editing)))
      const matter = { meeting, item, contentHash: words.commit, rank, leadAgency, plannedMinutes, readers }
      const openings = [words]
      return reason === null
        ? perform({ kind: 'draft-agenda-item', body: matter, openings })
        : perform({ kind: 'change-agenda-item', body: { ...matter, reason }, openings })
    },
    removeItem: (of, reason) =>
      reason === null
        ? perform({ kind: 'drop-agenda-item', body: of })
        : perform({ kind: 'withdraw-agenda-item', body: { ...of, reason } }),
    submit: (id) => withAgenda(id, 'submit-meeting'),
    giveBack: (meeting, reason) => perform({ kind: 'return-meeting', body: { meeting, reason } }),
    approve: (id) => withAgenda(id, 'approve-meeting'),
    invite: (meeting) => perform({ kind: 'invite-to-meeting', body: { meeting } }),
    cancel: (meeting, reason) => perform({ kind: 'cancel-meeting', body: { meeting, reason } }),
    admit: (body) => perform({ kind: 'admit-to-item', body }),
    dismiss: (body) => perform({ kind: 'dismiss-from-item', body }),
    decideAbsence: (meeting, person, approved, reason) =>
      perform({ kind: 'decide-absence', body: { meeting, person, approved, reason } }),
    handOutPaper: (body) => perform({ kind: 'hand-out-paper', body }),
    takeBackPaper: (body) => perform({ kind: 'return-paper', body }),
    itemContentOf: (hash) => itemContentIn(copy, hash),
    newMeeting: () => MeetingId.parse(hex(random(16))),
    newItem: () => AgendaItemId.parse(hex(random(8))),
  }
}
