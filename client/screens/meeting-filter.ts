import type { AgendaItem, AgendaItemContent } from '../../shared/domain/agenda-item.ts'
import { AgencyId } from '../../shared/domain/id.ts'
import type { Meeting, MeetingContent } from '../../shared/domain/meeting.ts'
import { type Day, dayOf, parseDay } from '../../shared/lib/time.ts'
import type { FoundWord } from '../app/found-words.ts'
import { foundInMeeting, type ItemWord, type MeetingWord } from '../app/matter-words.ts'
import { leastLetters } from '../app/search.ts'
import type { WorkingCopy } from '../app/working-copy.ts'

/** Which meetings of a list are shown: by day, agency and words, for the Office and for those invited alike. */
export type MeetingFilter = {
  /** Days of Viet Nam, both included. */
  from: Day | null
  to: Day | null
  agency: AgencyId | null
  /** By the rules of the search: plain letters find every way of writing, letters with marks exactly that. */
  text: string
}

export type FilteredMeeting = {
  meeting: Meeting
  content: MeetingContent | null
  items: readonly { item: AgendaItem; content: AgendaItemContent | null }[]
}

export type ListedMeeting<View> = { view: View; found: FoundWord<MeetingWord | ItemWord>[] }

/** @returns what fits, each with the places in which the words stand */
export function listedMeetings<View extends FilteredMeeting>(
  views: readonly View[],
  { from, to, agency, text }: MeetingFilter,
  copy: Pick<WorkingCopy, 'reader' | 'opened'>,
): ListedMeeting<View>[] {
  const isSought = text.trim().length >= leastLetters
  return views.flatMap((view) => {
    const day = dayOf(view.meeting.startsAt)
    if ((from !== null && day < from) || (to !== null && day > to)) return []
    if (agency !== null && !view.items.some(({ item }) => item.leadAgency === agency)) return []
    if (!isSought) return [{ view, found: [] }]
    const found = foundInMeeting(view, text, copy)
    return found.length > 0 ? [{ view, found }] : []
  })
}

export const agenciesIn = (views: readonly FilteredMeeting[]): AgencyId[] => [
  ...new Set(views.flatMap(({ items }) => items.map(({ item }) => item.leadAgency))),
]

/** What an address says of it; what it says wrongly limits nothing. */
export function filterIn(address: URLSearchParams): Omit<MeetingFilter, 'text'> {
  return {
    from: parseDay(address.get('from') ?? ''),
    to: parseDay(address.get('to') ?? ''),
    agency: AgencyId.safeParse(address.get('agency')).data ?? null,
  }
}

type Span = { days: [from: Day, to: Day]; year: string; month: string | null }

/** The months and years in which there are meetings, the newest first: most who look for a meeting know one of them. */
export function spansOf(views: readonly FilteredMeeting[]): Span[] {
  const days = views.map(({ meeting }) => dayOf(meeting.startsAt))
  const newest = (names: readonly string[], most: number) =>
    [...new Set(names)].sort().reverse().slice(0, most)
  const months = newest(
    days.map((day) => day.slice(0, 7)),
    6,
  )
  const years = newest(
    days.map((day) => day.slice(0, 4)),
    3,
  )
  return [
    ...months.flatMap((name) => spanOf(name.slice(0, 4), name.slice(5))),
    ...years.flatMap((year) => spanOf(year, null)),
  ]
}

function spanOf(year: string, month: string | null): Span[] {
  const from = parseDay(`${year}-${month ?? '01'}-01`)
  const last = month === null ? 31 : new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()
  const to = parseDay(`${year}-${month ?? '12'}-${last}`)
  return from !== null && to !== null ? [{ days: [from, to], year, month }] : []
}
