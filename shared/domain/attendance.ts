import { z } from 'zod'
import type { Instant } from '../lib/time.ts'
import { AgendaItemId, InstantField, MeetingId, PersonId, textField } from './id.ts'

/** What a member says of a meeting to which they are invited (M3), and what the Office says to that. */

const How = z.enum(['in-room', 'remote'])

export const InvitationReply = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('attends'), how: How }),
  z.strictObject({ kind: z.literal('absent'), reason: textField(1000) }),
  z.strictObject({
    kind: z.literal('substitute'),
    reason: textField(1000),
    person: PersonId,
    /** Number and date of the letter that names them. */
    letter: textField(200),
    items: z.array(AgendaItemId).min(1).max(60),
    from: InstantField,
    to: InstantField,
  }),
])
export type InvitationReply = z.infer<typeof InvitationReply>

export const Attendance = z.strictObject({
  kind: z.literal('attendance'),
  meeting: MeetingId,
  person: PersonId,
  /** The last one counts; every one is kept. */
  replies: z.array(z.strictObject({ reply: InvitationReply, at: InstantField, n: z.int().min(0) })),
  /** Of the last reply, where it needs one: an absence, a substitute. */
  decision: z
    .strictObject({ approved: z.boolean(), by: PersonId, at: InstantField, reason: textField(1000, 0) })
    .nullable(),
})
export type Attendance = z.infer<typeof Attendance>

export const attendanceKey = (meeting: MeetingId, person: PersonId): string =>
  `attendance/${meeting}/${person}`

/** Whether a member's last word names this person for this item and time, and the Office has not said no (M3). */
export function isSubstituteFor(
  attendance: Attendance,
  named: { person: PersonId; item: AgendaItemId; from: Instant; to: Instant },
): boolean {
  const reply = attendance.replies.at(-1)?.reply
  return (
    reply?.kind === 'substitute' &&
    attendance.decision?.approved !== false &&
    reply.person === named.person &&
    reply.items.includes(named.item) &&
    reply.from <= named.from &&
    named.to <= reply.to
  )
}
