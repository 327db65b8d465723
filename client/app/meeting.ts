import type { Subject } from '../../shared/domain/access.ts'
import type { Act } from '../../shared/domain/act.ts'
import {
  type Admission,
  type AgendaItem,
  type AgendaItemContent,
  agendaItemKey,
  inAgendaOrder,
  isOpen,
} from '../../shared/domain/agenda-item.ts'
import { type Attendance, attendanceKey, type InvitationReply } from '../../shared/domain/attendance.ts'
import { type ItemDossier, itemDossier } from '../../shared/domain/dossier.ts'
import type { ActId, AgendaItemId, DeviceId, Hash, MeetingId, PersonId } from '../../shared/domain/id.ts'
import { type Meeting, type MeetingContent, meetingKey } from '../../shared/domain/meeting.ts'
import { type Position, positionKey, type Stance } from '../../shared/domain/position.ts'
import { fail, type Result } from '../../shared/lib/result.ts'
import { cleanText } from '../../shared/lib/text.ts'
import { type Instant, instant, minuteMs } from '../../shared/lib/time.ts'
import { commitOpening } from './make-act.ts'
import { createMarkItems, type MarkItems } from './mark-items.ts'
import { type MyWord, myWord } from './my-word.ts'
import type { Clock, Random, StoreFault } from './ports.ts'
import type { QueueAct } from './queue-act.ts'
import { itemContentIn, meetingContentIn, tabletContext } from './tablet-context.ts'
import type { WorkingCopy } from './working-copy.ts'

/** What those invited do with a meeting before it is held: read its items, reply, say where they stand (M1, M3, M4). */

export type TakenPosition = {
  stance: Stance
  /** Null where this device does not hold it. */
  note: string | null
  /** The papers it is about. */
  contentHash: Hash
  /** Oneself, or who stood in. */
  by: PersonId
}

export type ItemView = {
  item: AgendaItem
  dossier: ItemDossier
  content: AgendaItemContent
  /** Counted in what this device holds. */
  no: number
  /** By the minutes planned for what stands before it here. */
  planned: { from: Instant; to: Instant }
  /** By which a guest or a substitute is let in. */
  admission: Admission | null
  /** Its hour has passed, though the Office's word of it has not come. */
  isOver: boolean
  /** For whom a position is taken: oneself, or the member one stands in for; null for who takes none. */
  speaksFor: PersonId | null
  position: MyWord<TakenPosition>
}

export type MeetingView = {
  meeting: Meeting
  content: MeetingContent
  as: 'member' | 'substitute' | 'guest'
  /** What stands, in the order of the agenda. */
  items: ItemView[]
  /** Sent out and taken off since. */
  withdrawn: ItemView[]
  reply: MyWord<InvitationReply>
  /** Of the Office, on the reply that its row tells last. */
  decision: Attendance['decision']
}

type PositionFault = { kind: 'not-found' } | { kind: 'not-stored'; fault: StoreFault }

export type MeetingDesk = MarkItems & {
  /** Those to come by their hour, then those that are over, the last one first. */
  list(): MeetingView[]
  get(id: MeetingId): MeetingView | null
  /** A version's words, of a meeting and of an item. */
  contentOf(hash: Hash): MeetingContent | undefined
  itemContentOf(hash: Hash): AgendaItemContent | undefined
  /** Signs and stores; resolves when "Saved on this tablet" is true. */
  reply(meeting: MeetingId, reply: InvitationReply): Promise<Result<ActId, StoreFault>>
  takePosition(request: {
    meeting: MeetingId
    item: AgendaItemId
    stance: Stance
    note: string
  }): Promise<Result<ActId, PositionFault>>
}

export function createMeetingDesk(deps: {
  copy: WorkingCopy
  me: { person: PersonId; device: DeviceId }
  queue: QueueAct
  random: Random
  clock: Clock
}): MeetingDesk {
  const { copy, me, clock, queue } = deps
  const { reader } = copy
  const contextNow = () => tabletContext(copy, me, clock)

  const positionOn = (item: AgendaItem, member: PersonId): MyWord<TakenPosition> => {
    const row = reader.get('position', positionKey(item.meeting, item.id, member))
    const said = ({ stance, noteCommit, contentHash, by }: Position['taken'][number]) => {
      return { stance, note: copy.opened(noteCommit) ?? null, contentHash, by }
    }
    const told = row?.taken.map((one) => ({ said: said(one), n: one.n, at: one.at, act: one.act })) ?? []
    const saidIn = (act: Act): TakenPosition | null => {
      if (act.kind !== 'take-position' || act.body.member !== member) return null
      const { meeting, item: id, stance, noteCommit, contentHash } = act.body
      if (meeting !== item.meeting || id !== item.id) return null
      return { stance, note: copy.opened(noteCommit) ?? null, contentHash, by: act.person }
    }
    return myWord({ copy, context: contextNow() }, saidIn, told)
  }

  const viewItem = (item: AgendaItem, subject: Subject): Omit<ItemView, 'no' | 'planned'> | null => {
    const content = itemContentIn(copy, item.contentHash)
    if (!content || item.versions.length === 0) return null
    const now = clock.now()
    const admission =
      item.admissions.find((one) => isOpen(one) && one.person === me.person && one.to >= now) ??
      item.admissions.findLast((one) => one.person === me.person) ??
      null
    const speaksFor = subject.isMember ? me.person : (admission?.member ?? null)
    return {
      item,
      dossier: itemDossier(item.meeting, item.id),
      content,
      admission,
      isOver: !subject.isMember && admission !== null && admission.to < now,
      speaksFor,
      position: speaksFor === null ? { kind: 'none' } : positionOn(item, speaksFor),
    }
  }

  const view = (meeting: Meeting): MeetingView | null => {
    const content = meetingContentIn(copy, meeting.contentHash)
    const { subject } = contextNow()
    const as = subject.isMember ? 'member' : subject.roles.includes('substitute') ? 'substitute' : 'guest'
    const isInvited = subject.isMember || meeting.admitted.includes(me.person)
    if (!content || meeting.invitedAt === null || !isInvited) return null
    const all = inAgendaOrder(reader.list('agenda-item', `agenda-item/${meeting.id}/`)).flatMap(
      (item) => viewItem(item, subject) ?? [],
    )
    const row = reader.get('attendance', attendanceKey(meeting.id, me.person))
    const told = row?.replies.map(({ reply, n, at }) => ({ said: reply, n, at, act: null })) ?? []
    const saidIn = (act: Act) =>
      act.kind === 'reply-to-invitation' && act.body.meeting === meeting.id ? act.body.reply : null
    return {
      meeting,
      content,
      as,
      items: inTheirHours(
        all.filter(({ item }) => item.withdrawn === null),
        meeting,
      ),
      withdrawn: inTheirHours(
        all.filter(({ item }) => item.withdrawn !== null),
        meeting,
      ),
      reply: myWord({ copy, context: contextNow() }, saidIn, told),
      decision: row?.decision ?? null,
    }
  }

  return {
    ...createMarkItems({ copy, me, queue, clock }),
    list: () => {
      const now = clock.now()
      return reader
        .list('meeting')
        .flatMap((meeting) => view(meeting) ?? [])
        .sort((a, b) => {
          const [one, other] = [isToCome(a.meeting, now), isToCome(b.meeting, now)]
          if (one !== other) return one ? -1 : 1
          const order = a.meeting.startsAt - b.meeting.startsAt
          return one ? order : -order
        })
    },
    get: (id) => {
      const meeting = reader.get('meeting', meetingKey(id))
      return meeting ? view(meeting) : null
    },
    contentOf: (hash) => meetingContentIn(copy, hash),
    itemContentOf: (hash) => itemContentIn(copy, hash),
    reply: (meeting, reply) => queue({ kind: 'reply-to-invitation', body: { meeting, reply } }),
    takePosition: async ({ meeting, item: id, stance, note }) => {
      const item = reader.get('agenda-item', agendaItemKey(meeting, id))
      const shown = item && viewItem(item, contextNow().subject)
      if (!shown || shown.speaksFor === null) return fail({ kind: 'not-found' })
      const opening = commitOpening(deps.random, cleanText(note))
      const { contentHash } = shown.item
      const body = {
        meeting,
        item: id,
        member: shown.speaksFor,
        contentHash,
        stance,
        noteCommit: opening.commit,
      }
      const queued = await queue({ kind: 'take-position', body, openings: [opening] })
      return queued.ok ? queued : fail({ kind: 'not-stored', fault: queued.error })
    },
  }
}

/** Whether it is still to be held, or would have been. */
export const isToCome = ({ phase, endsAt }: Meeting, now: Instant): boolean =>
  phase.state === 'invited' || phase.state === 'in-session' || (phase.state === 'cancelled' && now < endsAt)

function inTheirHours(items: readonly Omit<ItemView, 'no' | 'planned'>[], { startsAt }: Meeting): ItemView[] {
  let from = startsAt
  return items.map((each, i) => {
    const to = instant(from + each.item.plannedMinutes * minuteMs)
    const planned = { from, to }
    from = to
    return { ...each, no: i + 1, planned }
  })
}
