import { z } from 'zod'
import type { Instant } from '../lib/time.ts'
import { InstantField, MeetingId, PersonId, textField } from './id.ts'

/**
 * A meeting while it is held (M5). Every reader of the meeting reads this row, so it names no item: what is done with an item,
 * and that it is being discussed, is in the item's own row (item-session.ts, D2).
 */
export const Session = z.strictObject({
  kind: z.literal('session'),
  meeting: MeetingId,
  /** With the quorum that was counted (G3). */
  opened: z.strictObject({
    at: InstantField,
    by: PersonId,
    present: z.int(),
    members: z.int(),
    needed: z.int(),
  }),
  pauses: z.array(
    z.strictObject({
      from: InstantField,
      to: InstantField.nullable(),
      by: PersonId,
      reason: textField(1000, 0),
    }),
  ),
  /** M11; who chairs now is in the meeting's row. */
  handovers: z.array(z.strictObject({ from: PersonId, to: PersonId, at: InstantField })),
  ended: z.strictObject({ at: InstantField, by: PersonId }).nullable(),
})
export type Session = z.infer<typeof Session>

export const sessionKey = (meeting: MeetingId): string => `session/${meeting}`

export const isPaused = ({ pauses }: Pick<Session, 'pauses'>): boolean => pauses.some(({ to }) => to === null)

/** Who chaired at an hour (M11); `now` is the chair that the meeting names. */
export const chairAt = ({ handovers }: Pick<Session, 'handovers'>, now: PersonId, at: Instant): PersonId =>
  handovers.find((handover) => at < handover.at)?.from ?? now
