import { z } from 'zod'
import { dayOf, type Instant } from '../lib/time.ts'
import { type AgendaItem, type AgendaItemContent, standingItems } from './agenda-item.ts'
import type { DecideContext } from './decide-context.ts'
import { InstantField, type PersonId, textField } from './id.ts'
import { type ItemSession, isCurrent } from './item-session.ts'
import type { Meeting } from './meeting.ts'
import { appointmentsOn, memberAppointmentOn, membersOn, type Person } from './people.ts'
import { quorumOf } from './quorum.ts'
import { RoomVote, roomVote } from './room-vote.ts'
import { isPaused, sessionKey } from './session.ts'

/**
 * What the display in the hall shows, and nothing else crosses the wire to it (M5, M6): no papers, no opinions, and of a vote
 * under way only how many have voted. Nobody knows who stands in a hall, so an item that any member may not read, or that has
 * secret papers, shows neither title nor speaker nor vote, and is not counted (D2, D3).
 */

const RoomPerson = z.strictObject({ name: textField(120), post: textField(200, 0) })
export type RoomPerson = z.infer<typeof RoomPerson>

const RoomItem = z.strictObject({
  kind: z.literal('item'),
  /** Among those that the hall may know. */
  no: z.int().min(1),
  title: textField(300),
  presenter: textField(200),
  plannedMinutes: z.int(),
  /** Discussed before `since`, when it was taken up for the last time. */
  usedMs: z.int().min(0),
  since: InstantField,
  speaker: z
    .strictObject({
      who: RoomPerson,
      minutes: z.int(),
      calledAt: InstantField,
      what: z.enum(['speak', 'order']),
    })
    .nullable(),
  vote: RoomVote.nullable(),
})

export const RoomStage = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('before'),
    startsAt: InstantField,
    quorum: z.strictObject({ present: z.int(), members: z.int(), needed: z.int() }),
  }),
  RoomItem,
  /** An item that the hall may not know of is being discussed. */
  z.strictObject({ kind: z.literal('hidden') }),
  z.strictObject({ kind: z.literal('between') }),
  z.strictObject({ kind: z.literal('paused'), since: InstantField }),
  z.strictObject({ kind: z.literal('ended'), at: InstantField }),
])
export type RoomStage = z.infer<typeof RoomStage>

export const RoomView = z.strictObject({
  title: textField(300),
  place: textField(300),
  chair: RoomPerson,
  stage: RoomStage,
})
export type RoomView = z.infer<typeof RoomView>

export type RoomKnowledge = Pick<
  DecideContext,
  'reader' | 'at' | 'settings' | 'meetingContent' | 'agendaItemContent' | 'voteContent'
>

/** @param known holds everything of the meeting, as who conducts it does. Null where its words are not there. */
export function roomView(meeting: Meeting, known: RoomKnowledge): RoomView | null {
  const content = known.meetingContent(meeting.contentHash)
  if (!content) return null
  const { title, place } = content
  return { title, place, chair: nameIn(known)(meeting.chair), stage: stageOf(meeting, known) }
}

/** People as the hall knows them, with their posts of the day. */
const nameIn =
  ({ reader, at }: Pick<RoomKnowledge, 'reader' | 'at'>) =>
  (id: PersonId): RoomPerson => {
    const person = reader.get('person', `person/${id}`)
    return person ? { name: person.name, post: postOf(person, at) } : { name: id, post: '' }
  }

function postOf(person: Person, at: Instant): string {
  const day = dayOf(at)
  const post = (memberAppointmentOn(person, day) ?? appointmentsOn(person, day)[0])?.title ?? ''
  return post === person.name ? '' : post
}

function stageOf(meeting: Meeting, known: RoomKnowledge): RoomStage {
  const { reader } = known
  const session = reader.get('session', sessionKey(meeting.id))
  if (!session) {
    return { kind: 'before', startsAt: meeting.startsAt, quorum: quorumOf(meeting.id, known) }
  }
  if (session.ended) return { kind: 'ended', at: session.ended.at }
  const row = reader.list('item-session', `item-session/${meeting.id}/`).find(isCurrent)
  const shown = row ? itemStage(meeting, row, known) : ({ kind: 'between' } as const)
  const pause = session.pauses.at(-1)
  const isVoting = shown.kind === 'item' && shown.vote !== null && shown.vote.state !== 'closed'
  return isPaused(session) && pause && !isVoting ? { kind: 'paused', since: pause.from } : shown
}

function itemStage(meeting: Meeting, row: ItemSession, known: RoomKnowledge): RoomStage {
  const { reader } = known
  const open = standingItems(reader.list('agenda-item', `agenda-item/${meeting.id}/`)).flatMap((item) => {
    const content = known.agendaItemContent(item.contentHash)
    return content && isForEverybody(item, content, known) ? [{ item, content }] : []
  })
  const place = open.findIndex(({ item }) => item.id === row.item)
  const found = open[place]
  const span = row.spans.find(({ to }) => to === null)
  if (!found || !span) return { kind: 'hidden' }
  const { item, content } = found
  const speaking = row.queue.find(({ state }) => state === 'speaking')
  return {
    kind: 'item',
    no: place + 1,
    title: content.title,
    presenter: content.presenter,
    plannedMinutes: item.plannedMinutes,
    usedMs: row.spans.reduce((sum, { from, to }) => (to === null ? sum : sum + Math.max(0, to - from)), 0),
    since: span.from,
    speaker:
      speaking?.calledAt == null
        ? null
        : {
            who: nameIn(known)(speaking.person),
            minutes: speaking.minutes ?? 0,
            calledAt: speaking.calledAt,
            what: speaking.what,
          },
    vote: roomVote(row, known),
  }
}

function isForEverybody(
  { readers }: AgendaItem,
  { secrets }: AgendaItemContent,
  { reader, at }: RoomKnowledge,
): boolean {
  if (secrets.length > 0) return false
  return (
    readers === null || membersOn(reader.list('person'), dayOf(at)).every(({ id }) => readers.includes(id))
  )
}
