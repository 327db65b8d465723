import { z } from 'zod'
import { DayField, Hash, PersonId } from '../../shared/domain/id.ts'
import { type Meeting, type MeetingContent, MeetingType } from '../../shared/domain/meeting.ts'
import { memberAppointmentOn, type Person, primeMinisterOn } from '../../shared/domain/people.ts'
import { canonicalJson } from '../../shared/lib/canonical-json.ts'
import { addDays, type Day, dayOf, formatHour, type Instant, weekdayOf } from '../../shared/lib/time.ts'
import { instantOf } from './deadline-window.ts'
import { hashOpening } from './make-act.ts'
import { line, words } from './typed-text.ts'

/** A meeting being written, without its agenda: when and where, under whom, who prepares it. */

export const EditorMeeting = z.strictObject({
  type: MeetingType,
  title: z.string(),
  place: z.string(),
  remarks: z.string(),
  day: DayField.nullable(),
  /** `HH:mm`, Viet Nam. */
  hour: z.string(),
  endDay: DayField.nullable(),
  endHour: z.string(),
  chair: PersonId.nullable(),
  handlers: z.array(PersonId),
  /** What the Office held when this began to differ from it; null for a meeting of which it knew nothing. */
  basedOn: Hash.nullable(),
})
export type EditorMeeting = z.infer<typeof EditorMeeting>

/** A first proposal: the morning a week from now, on no weekend, under the Prime Minister. */
export function blankMeeting(me: PersonId, now: Instant, people: readonly Person[]): EditorMeeting {
  const inAWeek = addDays(dayOf(now), 7)
  const day = addDays(inAWeek, { 6: 2, 0: 1 }[weekdayOf(inAWeek)] ?? 0)
  return {
    type: 'regular',
    title: '',
    place: '',
    remarks: '',
    day,
    hour: '08:00',
    endDay: day,
    endHour: '11:30',
    chair: primeMinisterOn(people, day)?.id ?? null,
    handlers: [me],
    basedOn: null,
  }
}

export function editorMeetingOf(meeting: Meeting, content: MeetingContent): EditorMeeting {
  const { type, startsAt, endsAt, chair, handlers } = meeting
  const editing = {
    ...content,
    type,
    day: dayOf(startsAt),
    hour: formatHour(startsAt),
    endDay: dayOf(endsAt),
    endHour: formatHour(endsAt),
    chair,
    handlers,
    basedOn: null,
  }
  return { ...editing, basedOn: meetingPrint(editing) }
}

export const startIn = ({ day, hour }: EditorMeeting): Instant | null => (day && instantOf(day, hour)) || null
export const endIn = ({ endDay, endHour }: EditorMeeting): Instant | null =>
  (endDay && instantOf(endDay, endHour)) || null

/** Another day to begin on takes the day of its end along. */
export function startingOn(editing: EditorMeeting, day: Day | null, hour: string): Partial<EditorMeeting> {
  const follows = editing.endDay === null || editing.endDay === editing.day || (day && day > editing.endDay)
  return { day, hour, ...(follows && day && { endDay: day }) }
}

/** The words as they will be signed; fit where `gapsInMeeting` is empty. */
export const contentOfMeeting = ({ title, place, remarks }: EditorMeeting): MeetingContent => ({
  title: line(title),
  place: line(place),
  remarks: words(remarks),
})

/** Two with one print would be stored alike. */
export function meetingPrint(editing: EditorMeeting): Hash {
  const { type, day, hour, endDay, endHour, chair, handlers } = editing
  const when = { day, hour, endDay, endHour }
  const content = contentOfMeeting(editing)
  return hashOpening(canonicalJson({ ...when, type, chair, handlers: [...handlers].sort(), content })).commit
}

export const meetingLimits = { title: 300, place: 300, remarks: 4000 } as const

export type MeetingGap =
  | { kind: 'title-missing' | 'place-missing' | 'start-missing' | 'end-missing' | 'handler-missing' }
  | { kind: 'start-passed' | 'ends-before-start' | 'chair-missing' | 'chair-not-member' }
  | { kind: 'too-long'; field: 'title' | 'place' | 'remarks'; over: number }

export function gapsInMeeting(
  editing: EditorMeeting,
  { now, people }: { now: Instant; people: readonly Person[] },
): MeetingGap[] {
  const gaps: MeetingGap[] = []
  const content = contentOfMeeting(editing)
  if (content.title === '') gaps.push({ kind: 'title-missing' })
  if (content.place === '') gaps.push({ kind: 'place-missing' })
  for (const field of ['title', 'place', 'remarks'] as const) {
    const over = content[field].length - meetingLimits[field]
    if (over > 0) gaps.push({ kind: 'too-long', field, over })
  }
  const [startsAt, endsAt] = [startIn(editing), endIn(editing)]
  if (startsAt === null) gaps.push({ kind: 'start-missing' })
  else if (startsAt <= now) gaps.push({ kind: 'start-passed' })
  if (endsAt === null) gaps.push({ kind: 'end-missing' })
  else if (startsAt !== null && endsAt <= startsAt) gaps.push({ kind: 'ends-before-start' })
  const chair = people.find(({ id }) => id === editing.chair)
  if (editing.chair === null) gaps.push({ kind: 'chair-missing' })
  // M11: of that day.
  else if (startsAt !== null && !(chair && memberAppointmentOn(chair, dayOf(startsAt)))) {
    gaps.push({ kind: 'chair-not-member' })
  }
  if (editing.handlers.length === 0) gaps.push({ kind: 'handler-missing' })
  return gaps
}
