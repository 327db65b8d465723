import type { Instant } from '../../../shared/lib/time.ts'
import type { OfficeMeetingView } from '../../app/office-meeting.ts'

/** The parts of the register of meetings. */

export const shows = ['all', 'coming', 'preparing', 'submitted', 'past', 'cancelled'] as const
export type Show = (typeof shows)[number]

export function showOf({ meeting }: OfficeMeetingView, now: Instant): Exclude<Show, 'all'> {
  switch (meeting.phase.state) {
    case 'draft':
    case 'returned':
      return 'preparing'
    case 'submitted':
      return 'submitted'
    case 'approved':
    case 'invited':
    case 'in-session':
      return meeting.endsAt < now ? 'past' : 'coming'
    case 'ended':
    case 'concluded':
      return 'past'
    case 'cancelled':
      return 'cancelled'
  }
}
