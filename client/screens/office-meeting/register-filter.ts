import type { AgencyId } from '../../../shared/domain/id.ts'
import { foldText } from '../../../shared/lib/text.ts'
import { dayOf, type Instant } from '../../../shared/lib/time.ts'
import type { OfficeMeetingView } from '../../app/office-meeting.ts'

/** Which meetings of the register are shown. */

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

/** `yyyy-MM`, Viet Nam. */
export const monthOf = (at: Instant): string => dayOf(at).slice(0, 7)

type RegisterFilter = {
  show: Show
  text: string
  agency: AgencyId | null
  month: string | null
  now: Instant
}

export function isListed(view: OfficeMeetingView, filter: RegisterFilter): boolean {
  const { meeting, content, items } = view
  if (filter.show !== 'all' && showOf(view, filter.now) !== filter.show) return false
  if (filter.month !== null && monthOf(meeting.startsAt) !== filter.month) return false
  if (filter.agency !== null && !items.some(({ item }) => item.leadAgency === filter.agency)) return false
  const needle = foldText(filter.text.trim())
  if (needle === '') return true
  const texts = [content?.title, content?.place, ...items.map((item) => item.content?.title)]
  return foldText(texts.join('\n')).includes(needle)
}
