import { z } from 'zod'
import { hourMs, type Instant, instant } from '../lib/time.ts'
import { Hash, InstantField, MeetingId, PersonId } from './id.ts'
import type { Meeting } from './meeting.ts'
import type { Session } from './session.ts'

/**
 * The link of the display in the hall: no person, no device, nothing but a random token, of which the ledger holds the hash.
 * One is alive at a time; it is switched off by an act, and ends by itself some hours after the meeting.
 */
export const RoomScreen = z.strictObject({
  kind: z.literal('room-screen'),
  meeting: MeetingId,
  /** `tokenHash`: SHA-256 of the token's text. */
  link: z.strictObject({ tokenHash: Hash, at: InstantField, by: PersonId }).nullable(),
})
export type RoomScreen = z.infer<typeof RoomScreen>

export const roomScreenKey = (meeting: MeetingId): string => `room-screen/${meeting}`

/** A closing picture stays for who is still in the hall. */
const afterEndMs = 3 * hourMs
/** Where the meeting was never opened. */
const afterScheduleMs = 12 * hourMs

/** Until when a link of this meeting shows anything; null for no end yet, or 0 where it never does. */
function roomScreenEndsAt(meeting: Meeting, session: Session | undefined): Instant | null {
  if (session?.ended) return instant(session.ended.at + afterEndMs)
  switch (meeting.phase.state) {
    case 'in-session':
      return null
    case 'invited':
      return instant(meeting.endsAt + afterScheduleMs)
    default:
      return instant(0)
  }
}

export function hasRoomScreen(meeting: Meeting, session: Session | undefined, at: Instant): boolean {
  const endsAt = roomScreenEndsAt(meeting, session)
  return endsAt === null || at <= endsAt
}
