import { describe, expect, it } from 'vitest'
import { MeetingOffice, meetingId, startsAt } from '../../../shared/domain/testing/meeting-office.ts'
import { hourMs, instant } from '../../../shared/lib/time.ts'
import type { OfficeMeetingView } from '../../app/office-meeting.ts'
import { isListed, showOf } from './register-filter.ts'

const office = new MeetingOffice().drafted()
const view: OfficeMeetingView = {
  meeting: office.meeting,
  content: { title: 'Phiên họp thường kỳ tháng 3', place: 'Phòng họp số 1', remarks: '' },
  items: office.items.map((item) => ({ item, content: null })),
  withdrawn: [],
}
const now = instant(startsAt - hourMs)
const all = { show: 'all', text: '', agency: null, month: null, now } as const

describe('the register of meetings', () => {
  it('[M1] words are found without case and diacritics', () => {
    expect(isListed(view, { ...all, text: 'thuong KY' })).toBe(true)
    expect(isListed(view, { ...all, text: 'chuyên đề' })).toBe(false)
  })

  it('[G4] a month is one of Viet Nam, an agency leads one of its items', () => {
    const [first] = view.items
    expect(isListed(view, { ...all, month: '2026-03', agency: first?.item.leadAgency ?? null })).toBe(true)
    expect(isListed(view, { ...all, month: '2026-02' })).toBe(false)
  })

  it('[M1] one that was approved is still to come until its end', () => {
    const approved = {
      ...view,
      meeting: { ...view.meeting, phase: { state: 'approved', by: view.meeting.chair, at: now } },
    } as const
    expect(showOf(view, now)).toBe('preparing')
    expect(showOf(approved, now)).toBe('coming')
    expect(showOf(approved, instant(view.meeting.endsAt + 1))).toBe('past')
    expect(view.meeting.id).toBe(meetingId)
  })
})
