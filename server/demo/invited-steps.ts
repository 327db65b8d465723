import type { InvitationReply } from '../../shared/domain/attendance.ts'
import { Hash } from '../../shared/domain/id.ts'
import { commitTo, saltLength } from '../../shared/ledger/commitment.ts'
import { base64 } from '../../shared/lib/base64.ts'
import { dayOf, formatDay, type Instant, instant, minuteMs } from '../../shared/lib/time.ts'
import type { Random } from '../app/ports.ts'
import { byDaylight, type DemoCalendar } from './demo-calendar.ts'
import { demoPerson } from './demo-people.ts'
import type { DemoStep } from './demo-step.ts'
import type { PreparedMeeting, SentItem } from './meeting-steps.ts'
import type { ActDraft } from './software-device.ts'

/** What those invited have said so far: whether they come, what reached them, and where they stand (M3, M4). */
export function invitedStepsOf(
  prepared: PreparedMeeting,
  calendar: DemoCalendar,
  random: Random,
): DemoStep[] {
  const { demo, id, startsAt, endsAt, invitedAt, items } = prepared
  const { replies, positions } = demo
  const step = (at: Instant, by: string, what: string, draft: ActDraft): DemoStep => {
    return { at: byDaylight(at, invitedAt), label: `${id}/${what}/${by}`, by, draft, prev: [] }
  }
  const reply = (at: Instant, by: string, said: InvitationReply) =>
    step(at, by, 'reply', {
      kind: 'reply-to-invitation',
      body: { meeting: id, reply: said },
      openings: [],
    })
  const after = (minutes: number) => instant(invitedAt + minutes * minuteMs)
  const letterDay = formatDay(dayOf(calendar.at([-2, '09:00'])))
  const named = replies.substitute
  const substitute = named
    ? [
        reply(calendar.at([-2, '09:30']), named.member, {
          kind: 'substitute',
          reason: named.reason,
          person: demoPerson(named.person),
          letter: `${named.letter} ngày ${letterDay}`,
          items: items.flatMap((item) => (named.items.includes(item.demo.id) ? [item.id] : [])),
          from: startsAt,
          to: endsAt,
        }),
      ]
    : []
  const isRead = (item: SentItem, by: string) => item.demo.readers?.includes(by) ?? true
  return [
    ...replies.from.flatMap((by, place) => [
      ...items
        .filter((item) => isRead(item, by))
        .map((item) => delivered(step, after(5 + place * 3), by, prepared, item)),
      reply(after(40 + place * 11), by, {
        kind: 'attends',
        how: replies.remote.includes(by) ? 'remote' : 'in-room',
      }),
    ]),
    ...Object.entries(replies.absent).map(([by, why], place) =>
      reply(instant(calendar.at([-2, '08:20']) + place * minuteMs), by, { kind: 'absent', reason: why }),
    ),
    ...substitute,
    ...items.flatMap((item, i) =>
      Object.entries(positions[item.demo.id] ?? {}).map(([by, { stance, note = '' }], place) => {
        const salt = random(saltLength)
        const noteCommit = Hash.parse(commitTo(salt, note))
        const at = instant(calendar.at([-2, '10:00']) + (i * 25 + place * 9) * minuteMs)
        return step(at, by, `position/${item.id}`, {
          kind: 'take-position',
          body: {
            meeting: id,
            item: item.id,
            member: demoPerson(by),
            contentHash: first(item),
            stance,
            noteCommit,
          },
          openings: [{ commit: noteCommit, salt: base64(salt), value: note }],
        })
      }),
    ),
  ]
}

const delivered = (
  step: (at: Instant, by: string, what: string, draft: ActDraft) => DemoStep,
  at: Instant,
  by: string,
  { id }: PreparedMeeting,
  item: SentItem,
): DemoStep =>
  step(at, by, `delivered/${item.id}`, {
    kind: 'mark-item-delivered',
    body: { meeting: id, item: item.id, contentHash: first(item) },
    openings: [],
  })

function first({ versions, id }: SentItem): Hash {
  const [version] = versions
  if (!version) throw new Error(`${id} of the demonstration was never sent`)
  return version.hash
}
