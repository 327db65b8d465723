import { describe, expect, it } from 'vitest'
import { utf8 } from './bytes.ts'
import { type CalendarEvent, calendarText } from './icalendar.ts'
import { instant } from './time.ts'

const event = (given: Partial<CalendarEvent> = {}): CalendarEvent => ({
  uid: '5f3c',
  sequence: 0,
  madeAt: instant(Date.UTC(2026, 10, 22, 1, 2, 3, 456)),
  startsAt: instant(Date.UTC(2026, 11, 3, 1)),
  endsAt: instant(Date.UTC(2026, 11, 3, 4, 30)),
  isCancelled: false,
  summary: 'Phiên họp thường kỳ',
  place: 'Phòng họp số 1',
  description: '',
  ...given,
})

const text = (given: Partial<CalendarEvent> = {}) => calendarText('-//E-Cabinet//VI', event(given))
/** 3.1, as a reader of calendars undoes it. */
const unfolded = (given: string) => given.replaceAll('\r\n ', '').split('\r\n')

describe('an event as iCalendar', () => {
  it('[M1] the whole of it, as RFC 5545 has it: hours as UTC, every line ended by CR LF', () => {
    expect(text()).toBe(
      [
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        'PRODID:-//E-Cabinet//VI',
        'CALSCALE:GREGORIAN',
        'METHOD:PUBLISH',
        'BEGIN:VEVENT',
        'UID:5f3c',
        'SEQUENCE:0',
        'DTSTAMP:20261122T010203Z',
        'DTSTART:20261203T010000Z',
        'DTEND:20261203T043000Z',
        'SUMMARY:Phiên họp thường kỳ',
        'LOCATION:Phòng họp số 1',
        'STATUS:CONFIRMED',
        'END:VEVENT',
        'END:VCALENDAR',
        '',
      ].join('\r\n'),
    )
  })

  it('[M1] a cancelled one says so, twice', () => {
    const lines = text({ isCancelled: true, sequence: 3 }).split('\r\n')
    expect(lines).toEqual(expect.arrayContaining(['METHOD:CANCEL', 'STATUS:CANCELLED', 'SEQUENCE:3']))
  })

  it('[M1] what parts or ends values is escaped, line ends become \\n, and control characters go', () => {
    const lines = unfolded(text({ description: 'a;b,c\\d\r\ne\nf\u0007\u007f' }))
    expect(lines).toContain('DESCRIPTION:a\\;b\\,c\\\\d\\ne\\nf')
  })

  it('[M1] nobody slips a line of their own into the calendar', () => {
    const lines = unfolded(text({ summary: 'x\r\nATTENDEE:mailto:a@b\nBEGIN:VALARM' }))
    expect(lines.filter((line) => line.startsWith('ATTENDEE') || line.startsWith('BEGIN:VALARM'))).toEqual([])
  })

  it.each(['ế'.repeat(300), 'a'.repeat(300), '😀'.repeat(120), `x${'ệ'.repeat(299)}`])(
    '[M1] no line has more than 75 octets, no letter is parted, nothing is lost',
    (summary) => {
      const made = text({ summary })
      for (const line of made.split('\r\n')) expect(utf8(line).length).toBeLessThanOrEqual(75)
      expect(unfolded(made)).toContain(`SUMMARY:${summary}`)
    },
  )

  it.each([74, 75, 76])('[M1] a line of %i octets is folded only where it must be', (octets) => {
    const made = text({ summary: 'a'.repeat(octets - 'SUMMARY:'.length) })
    expect(made.includes('\r\n ')).toBe(octets > 75)
  })
})
