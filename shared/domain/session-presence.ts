import { z } from 'zod'
import { InstantField, MeetingId, PersonId } from './id.ts'

/** Who is there, since when, and how: late arrival and leaving are spans. Remote counts as being there. */

export const PresenceState = z.enum(['in-room', 'remote', 'left'])
export type PresenceState = z.infer<typeof PresenceState>

export const Presence = z.strictObject({
  kind: z.literal('presence'),
  meeting: MeetingId,
  person: PersonId,
  spans: z.array(
    z.strictObject({
      how: z.enum(['in-room', 'remote']),
      from: InstantField,
      to: InstantField.nullable(),
      /** Oneself, or the officer who saw them. */
      by: PersonId,
    }),
  ),
})
export type Presence = z.infer<typeof Presence>

export const presenceKey = (meeting: MeetingId, person: PersonId): string => `presence/${meeting}/${person}`

export const isPresent = (presence: Pick<Presence, 'spans'> | undefined): boolean =>
  presence?.spans.at(-1)?.to === null
