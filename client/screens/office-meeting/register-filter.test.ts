import { describe, expect, it } from 'vitest'
import { MeetingOffice, startsAt } from '../../../shared/domain/testing/meeting-office.ts'
import { hourMs, instant } from '../../../shared/lib/time.ts'
import type { OfficeMeetingView } from '../../app/office-meeting.ts'
import { showOf } from './register-filter.ts'

const office = new MeetingOffice().drafted()
const view: OfficeMeetingView = {
  meeting: office.meeting,
  content: null,
  items: [],
  withdrawn: [],
}
const now = instant(startsAt - hourMs)

describe('the register of meetings', () => {
  it('[M1] one that was approved is still to come until its end', () => {
    const approved = {
      ...view,
      meeting: { ...view.meeting, phase: { state: 'approved', by: view.meeting.chair, at: now } },
    } as const
    expect(showOf(view, now)).toBe('preparing')
    expect(showOf(approved, now)).toBe('coming')
    expect(showOf(approved, instant(view.meeting.endsAt + 1))).toBe('past')
  })
})
