import { utf8 } from './bytes.ts'
import type { Instant } from './time.ts'

/** One event as iCalendar text (RFC 5545), as calendars of any maker read it. Hours go as UTC: no time zone is asked of anyone. */
export type CalendarEvent = {
  /** The same for every version of the event. */
  uid: string
  /** Grows with each version. */
  sequence: number
  /** When this version was made. */
  madeAt: Instant
  startsAt: Instant
  endsAt: Instant
  isCancelled: boolean
  summary: string
  place: string
  description: string
}

export function calendarText(product: string, event: CalendarEvent): string {
  const { uid, sequence, madeAt, startsAt, endsAt, isCancelled, summary, place, description } = event
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:${escaped(product)}`,
    'CALSCALE:GREGORIAN',
    `METHOD:${isCancelled ? 'CANCEL' : 'PUBLISH'}`,
    'BEGIN:VEVENT',
    `UID:${escaped(uid)}`,
    `SEQUENCE:${sequence}`,
    `DTSTAMP:${utc(madeAt)}`,
    `DTSTART:${utc(startsAt)}`,
    `DTEND:${utc(endsAt)}`,
    `SUMMARY:${escaped(summary)}`,
    `LOCATION:${escaped(place)}`,
    ...(description === '' ? [] : [`DESCRIPTION:${escaped(description)}`]),
    `STATUS:${isCancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

/** 3.3.11: what ends or parts values in a line. */
const escaped = (text: string): string =>
  text
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r\n?|\n/g, '\\n')
    // Control characters have no place in a text at all.
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters taken out
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')

/** 3.3.5, form 2. */
const utc = (at: Instant): string => `${new Date(at).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`

const mostOctets = 75

/** 3.1: no line longer than 75 octets; the next begins with a space. No letter is parted. */
function folded(line: string): string {
  const parts: string[] = []
  let part = ''
  let octets = 0
  for (const letter of line) {
    const { length } = utf8(letter)
    if (octets + length > mostOctets) {
      parts.push(part)
      part = ''
      // The space that begins the next line counts.
      octets = 1
    }
    part += letter
    octets += length
  }
  return [...parts, part].join('\r\n ')
}
