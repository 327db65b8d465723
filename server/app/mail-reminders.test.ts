import { describe, expect, it } from 'vitest'
import { weekendsOnly } from '../../shared/domain/working-day.ts'
import { hourMs, instant } from '../../shared/lib/time.ts'
import { reminderDue } from './mail-reminders.ts'

/** A Tuesday at 16:00 in Viet Nam; issued on Friday at 8:00. */
const deadlineAt = instant(Date.UTC(2026, 2, 10, 9))
const issuedAt = instant(Date.UTC(2026, 2, 6, 1))
const hoursLeft = (hours: number) => instant(deadlineAt - hours * hourMs)

const ballot = (state: 'issued' | 'closing-waits', setAt = issuedAt) =>
  ({
    phase: { state },
    deadlineAt,
    deadlines: [{ deadlineAt: hoursLeft(200), setAt }],
    versions: [{ at: issuedAt }],
  }) as unknown as Parameters<typeof reminderDue>[0]

describe('a reminder of a ballot', () => {
  it.each([
    [hoursLeft(25), null],
    [hoursLeft(24), 'day'],
    [hoursLeft(5), 'day'],
    [hoursLeft(4), 'hours'],
    [hoursLeft(0.1), 'hours'],
    [deadlineAt, null],
  ])('[B16] at %i is %s', (at, expected) => {
    expect(reminderDue(ballot('issued'), at, weekendsOnly)).toBe(expected)
  })

  it('[B16][G4] comes on Friday where the deadline is on Monday', () => {
    const monday = instant(Date.UTC(2026, 2, 9, 9))
    const short = { ...ballot('issued', instant(Date.UTC(2026, 2, 4, 1))), deadlineAt: monday }
    const versions = [{ at: instant(Date.UTC(2026, 2, 4, 1)) }] as typeof short.versions
    expect(reminderDue({ ...short, versions }, instant(Date.UTC(2026, 2, 6, 8)), weekendsOnly)).toBeNull()
    expect(reminderDue({ ...short, versions }, instant(Date.UTC(2026, 2, 6, 10)), weekendsOnly)).toBe('day')
  })

  it('[B16] does not come where the deadline was set that late, nor once closing waits', () => {
    expect(reminderDue(ballot('issued', hoursLeft(20)), hoursLeft(10), weekendsOnly)).toBeNull()
    expect(reminderDue(ballot('issued', hoursLeft(20)), hoursLeft(3), weekendsOnly)).toBe('hours')
    expect(reminderDue(ballot('issued', hoursLeft(3)), hoursLeft(2), weekendsOnly)).toBeNull()
    expect(reminderDue(ballot('closing-waits'), hoursLeft(3), weekendsOnly)).toBeNull()
  })
})
