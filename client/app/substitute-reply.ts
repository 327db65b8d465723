import type { InvitationReply } from '../../shared/domain/attendance.ts'
import type { AgendaItemId, PersonId } from '../../shared/domain/id.ts'
import type { Meeting } from '../../shared/domain/meeting.ts'
import { fail, ok, type Result } from '../../shared/lib/result.ts'
import { cleanText } from '../../shared/lib/text.ts'
import { dayOf, hourMs, type Instant, instant, minuteMs, startOfDay } from '../../shared/lib/time.ts'

/** Who comes instead, as it is written down (M3). */
type SubstituteForm = {
  person: PersonId | null
  /** Number and date in one. */
  letter: string
  items: readonly AgendaItemId[]
  /** Hours of the day, as "08:00". */
  from: string
  to: string
  reason: string
}

/** What is still missing. */
export type SubstituteGap = 'person' | 'letter' | 'items' | 'span' | 'reason'

type Substitute = Extract<InvitationReply, { kind: 'substitute' }>

/** The first hour is of the day on which the meeting begins, the second of the day on which it ends. */
export function substituteReply(
  form: SubstituteForm,
  { startsAt, endsAt }: Pick<Meeting, 'startsAt' | 'endsAt'>,
): Result<Substitute, SubstituteGap[]> {
  const { person, items } = form
  const [letter, reason] = [cleanText(form.letter).trim(), cleanText(form.reason).trim()]
  const [from, to] = [atHour(startsAt, form.from), atHour(endsAt, form.to)]
  const gaps: SubstituteGap[] = [
    ...(person === null ? ['person' as const] : []),
    ...(letter === '' ? ['letter' as const] : []),
    ...(items.length === 0 ? ['items' as const] : []),
    ...(from === null || to === null || to <= from ? ['span' as const] : []),
    ...(reason === '' ? ['reason' as const] : []),
  ]
  if (person === null || from === null || to === null || gaps.length > 0) return fail(gaps)
  return ok({ kind: 'substitute', reason, person, letter, items: [...items], from, to })
}

function atHour(day: Instant, hour: string): Instant | null {
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(hour) ?? []
  if (hours === undefined || minutes === undefined) return null
  return instant(startOfDay(dayOf(day)) + Number(hours) * hourMs + Number(minutes) * minuteMs)
}
