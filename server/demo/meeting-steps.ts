import { AgendaItem, AgendaItemContent, agendaHash } from '../../shared/domain/agenda-item.ts'
import type { BallotDocument } from '../../shared/domain/ballot.ts'
import { AgencyId, AgendaItemId, Hash, MeetingId } from '../../shared/domain/id.ts'
import { Meeting, MeetingContent } from '../../shared/domain/meeting.ts'
import { utf8 } from '../../shared/lib/bytes.ts'
import { canonicalJson, type Json } from '../../shared/lib/canonical-json.ts'
import { sha256Hex } from '../../shared/lib/sha256.ts'
import { hourMs, type Instant, instant, minuteMs } from '../../shared/lib/time.ts'
import type { Opening } from '../../shared/protocol/envelope.ts'
import type { DemoCalendar } from './demo-calendar.ts'
import type { DemoItem, DemoMeeting } from './demo-meeting.ts'
import { demoPerson } from './demo-people.ts'
import type { DemoStep } from './demo-step.ts'
import type { ActDraft } from './software-device.ts'

/** What the Office does before a meeting: it is written, approved, sent out; papers come later; people are let in (M1-M3). */

const officer = 'lanhdao-vp'

export type SentItem = { demo: DemoItem; id: AgendaItemId; versions: readonly Named[] }
type Named = { hash: Hash; opening: Opening }

export type PreparedMeeting = {
  demo: DemoMeeting
  id: MeetingId
  startsAt: Instant
  endsAt: Instant
  invitedAt: Instant
  items: readonly SentItem[]
}

/** @param papersOf the documents of an item, version by version. */
export function prepareMeeting(
  demo: DemoMeeting,
  papersOf: (item: DemoItem) => readonly (readonly BallotDocument[])[],
  calendar: DemoCalendar,
): PreparedMeeting {
  const startsAt = demo.starts === 'nearby' ? calendar.nearby : calendar.at(demo.starts)
  return {
    demo,
    id: MeetingId.parse(demo.id),
    startsAt,
    endsAt: instant(startsAt + demo.lasts * minuteMs),
    invitedAt: calendar.at([demo.preparedOn, '16:30']),
    items: demo.items.map((item) => ({
      demo: item,
      id: AgendaItemId.parse(item.id),
      versions: papersOf(item).map((documents) =>
        named(
          AgendaItemContent.parse({
            title: item.title,
            presenter: item.presenter,
            summary: item.summary,
            documents,
            secrets: item.secrets ?? [],
          }),
        ),
      ),
    })),
  }
}

export function officeStepsOf(prepared: PreparedMeeting, calendar: DemoCalendar): DemoStep[] {
  const { demo, id, startsAt, endsAt, items } = prepared
  const [secretary] = demo.handlers
  const { title, place, remarks } = demo
  const content = named(MeetingContent.parse({ title, place, remarks }))
  const chair = demoPerson(demo.chair)
  const schedule = { contentHash: content.hash, startsAt, endsAt, chair }
  const handlers = demo.handlers.map(demoPerson)
  const matters = items.map((item, i) => ({ item, ...matterOf(item, i, 0) }))
  const agenda = agendaHash(
    Meeting.parse({
      kind: 'meeting',
      id,
      type: demo.type,
      createdBy: handlers[0],
      handlers,
      phase: { state: 'draft' },
      ...schedule,
      changes: [],
      invitedAt: null,
      admitted: [],
    }),
    matters.map(({ item, body }) =>
      AgendaItem.parse({
        kind: 'agenda-item',
        meeting: id,
        id: item.id,
        ...body,
        admissions: [],
        versions: [],
        withdrawn: null,
        files: [],
      }),
    ),
  )
  const day = demo.preparedOn
  const step = (at: Instant, by: string, what: string, draft: ActDraft): DemoStep => {
    return { at, label: `${id}/${what}`, by, draft, prev: [] }
  }
  const changes = items.flatMap((item, i) => {
    const { change } = item.demo
    const matter = change && matterOf(item, i, 1)
    if (!change || !matter) return []
    const body = { meeting: id, item: item.id, ...matter.body, reason: change.reason }
    const draft = { kind: 'change-agenda-item' as const, body, openings: [matter.opening] }
    return [step(calendar.at(change.on), officer, `change/${item.id}`, draft)]
  })
  return [
    step(calendar.at([day, '14:00']), secretary, 'draft', {
      kind: 'draft-meeting',
      body: { meeting: id, ...schedule, type: demo.type, handlers },
      openings: [content.opening],
    }),
    ...matters.map(({ item, body, opening }, i) =>
      step(instant(calendar.at([day, '14:20']) + i * minuteMs), secretary, `draft/${item.id}`, {
        kind: 'draft-agenda-item',
        body: { meeting: id, item: item.id, ...body },
        openings: [opening],
      }),
    ),
    step(calendar.at([day, '15:00']), secretary, 'submit', {
      kind: 'submit-meeting',
      body: { meeting: id, agendaHash: agenda },
      openings: [],
    }),
    step(calendar.at([day, '16:00']), officer, 'approve', {
      kind: 'approve-meeting',
      body: { meeting: id, agendaHash: agenda },
      openings: [],
    }),
    step(prepared.invitedAt, secretary, 'invite', {
      kind: 'invite-to-meeting',
      body: { meeting: id },
      openings: [],
    }),
    ...changes,
    ...admissionSteps(prepared, calendar),
    ...presenceSteps(prepared, calendar),
  ]
}

/** The guest sees one item; the substitute what their member named them for, once that is approved. */
function admissionSteps({ demo, id, startsAt, endsAt }: PreparedMeeting, calendar: DemoCalendar): DemoStep[] {
  const [secretary] = demo.handlers
  const { guest, replies } = demo
  const admit = (
    what: string,
    at: Instant,
    body: { item: string; person: string; member: string | null },
  ) => ({
    at,
    label: `${id}/admit/${what}`,
    by: secretary,
    prev: [],
    draft: {
      kind: 'admit-to-item' as const,
      body: {
        meeting: id,
        item: AgendaItemId.parse(body.item),
        person: demoPerson(body.person),
        member: body.member === null ? null : demoPerson(body.member),
        from: startsAt,
        to: body.member === null ? instant(endsAt - hourMs) : endsAt,
      },
      openings: [],
    },
  })
  const at = calendar.at([-1, '15:00'])
  const guests = guest ? [admit('guest', at, { ...guest, member: null })] : []
  if (!replies.substitute) return guests
  const { member, person, items } = replies.substitute
  return [
    ...guests,
    {
      at,
      label: `${id}/decide/${member}`,
      by: officer,
      prev: [],
      draft: {
        kind: 'decide-absence',
        body: { meeting: id, person: demoPerson(member), approved: true, reason: '' },
        openings: [],
      },
    },
    ...items.map((item, i) => admit(item, instant(at + (i + 5) * minuteMs), { item, person, member })),
  ]
}

/** Who has come in by now, as the Office's table marks it (M5). */
function presenceSteps({ demo, id }: PreparedMeeting, { now }: DemoCalendar): DemoStep[] {
  const [secretary] = demo.handlers
  const present = demo.present ?? []
  return present.map((who, i) => ({
    at: instant(now - (present.length - i) * minuteMs),
    label: `${id}/present/${who}`,
    by: secretary,
    prev: [],
    draft: {
      kind: 'mark-presence',
      body: { meeting: id, person: demoPerson(who), presence: 'in-room' },
      openings: [],
    },
  }))
}

function matterOf({ demo, versions }: SentItem, place: number, version: number) {
  const { hash, opening } = versions[version] ?? need()
  return {
    opening,
    body: {
      contentHash: hash,
      rank: `i${place}`,
      leadAgency: AgencyId.parse(demo.leadAgency),
      plannedMinutes: demo.minutes,
      readers: demo.readers?.map(demoPerson) ?? null,
    },
  }
}

function need(): never {
  throw new Error('an item of the demonstration lacks a version')
}

function named(content: Json): Named {
  const value = canonicalJson(content)
  const hash = Hash.parse(sha256Hex(utf8(value)))
  return { hash, opening: { commit: hash, salt: '', value } }
}
