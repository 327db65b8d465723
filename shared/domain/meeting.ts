import { z } from 'zod'
import { dayMs, type Instant } from '../lib/time.ts'
import { Hash, InstantField, MeetingId, PersonId, textField } from './id.ts'

/**
 * What a meeting is (M1). As with a ballot, its words are a content named by its hash; each item of its agenda is a row of its
 * own (agenda-item.ts), so that who may not read an item does not learn that it is there (D2).
 */

export const MeetingType = z.enum(['regular', 'thematic', 'extraordinary'])
export type MeetingType = z.infer<typeof MeetingType>

export const MeetingContent = z.strictObject({
  title: textField(300),
  /** Room and building. */
  place: textField(300),
  /** What invited people should know beside the agenda. */
  remarks: textField(4000, 0),
})
export type MeetingContent = z.infer<typeof MeetingContent>

const byAt = { by: PersonId, at: InstantField }

export const MeetingPhase = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('draft') }),
  z.strictObject({ state: z.literal('submitted'), ...byAt }),
  z.strictObject({ state: z.literal('returned'), ...byAt, reason: textField(1000) }),
  z.strictObject({ state: z.literal('approved'), ...byAt }),
  z.strictObject({ state: z.literal('invited'), ...byAt }),
  z.strictObject({ state: z.literal('in-session'), ...byAt }),
  z.strictObject({ state: z.literal('ended'), ...byAt }),
  z.strictObject({ state: z.literal('concluded'), ...byAt }),
  z.strictObject({ state: z.literal('cancelled'), ...byAt, reason: textField(1000) }),
])
export type MeetingPhase = z.infer<typeof MeetingPhase>
export type MeetingState = MeetingPhase['state']

/** When, and under whom; each change after approval is kept with its reason. */
const Schedule = z.strictObject({
  startsAt: InstantField,
  endsAt: InstantField,
  chair: PersonId,
  contentHash: Hash,
})

export const Meeting = z.strictObject({
  kind: z.literal('meeting'),
  id: MeetingId,
  type: MeetingType,
  createdBy: PersonId,
  /** Secretaries who prepare it: need-to-know (D2). */
  handlers: z.array(PersonId).min(1).max(20),
  phase: MeetingPhase,
  ...Schedule.shape,
  /** Oldest first; what held before each change. */
  changes: z.array(
    z.strictObject({ before: Schedule, at: InstantField, by: PersonId, reason: textField(1000) }),
  ),
  /** When it was sent out; what comes later bears a mark (M1). */
  invitedAt: InstantField.nullable(),
  /** Substitutes and guests who are let in to some item. */
  admitted: z.array(PersonId),
})
export type Meeting = z.infer<typeof Meeting>

export const meetingKey = (id: MeetingId): string => `meeting/${id}`

export const scheduleOf = ({ startsAt, endsAt, chair, contentHash }: Meeting) => ({
  startsAt,
  endsAt,
  chair,
  contentHash,
})

/** M1: what goes out less than three days before. */
export const isSentLate = (at: Instant, startsAt: Instant): boolean => startsAt - at < 3 * dayMs
