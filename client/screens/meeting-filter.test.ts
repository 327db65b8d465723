import { describe, expect, it } from 'vitest'
import { readerOver } from '../../shared/domain/entity.ts'
import { AgencyId } from '../../shared/domain/id.ts'
import { MeetingOffice, matterOf } from '../../shared/domain/testing/meeting-office.ts'
import { parseDay } from '../../shared/lib/time.ts'
import {
  type FilteredMeeting,
  filterIn,
  listedMeetings,
  type MeetingFilter,
  spansOf,
} from './meeting-filter.ts'

const office = new MeetingOffice().drafted()
/** Thursday, 5 March 2026. */
const view: FilteredMeeting = {
  meeting: office.meeting,
  content: { title: 'Phiên họp thường kỳ tháng 3', place: 'Phòng họp số 1', remarks: '' },
  items: office.items.map((item) => ({
    item,
    content: matterOf('a', { title: 'Dự thảo Nghị định về đấu thầu' }),
  })),
}
const copy = { reader: readerOver(office.rows), opened: () => undefined }
const all: MeetingFilter = { from: null, to: null, agency: null, text: '' }
const isListed = (given: Partial<MeetingFilter>) =>
  listedMeetings([view], { ...all, ...given }, copy).length > 0

describe('meetings found again', () => {
  it('[M1] words are found by the rules of the search, in the title and in the items', () => {
    expect(isListed({ text: 'thuong KY' })).toBe(true)
    expect(isListed({ text: 'dau thau' })).toBe(true)
    expect(isListed({ text: 'đấu thầu' })).toBe(true)
    expect(isListed({ text: 'đâu thâu' })).toBe(false)
    expect(isListed({ text: 'chuyên đề' })).toBe(false)
    const [listed] = listedMeetings([view], { ...all, text: 'phòng họp số 1' }, copy)
    expect(listed?.found).toMatchObject([{ kind: 'place', match: 'Phòng họp số 1' }])
  })

  it('[G4] days are those of Viet Nam, both included', () => {
    const [before, day, after] = ['2026-03-04', '2026-03-05', '2026-03-06'].map(parseDay)
    expect(isListed({ from: day ?? null, to: day ?? null })).toBe(true)
    expect(isListed({ from: after ?? null })).toBe(false)
    expect(isListed({ to: before ?? null })).toBe(false)
  })

  it('[M1] an agency is one that leads an item', () => {
    expect(isListed({ agency: view.items[0]?.item.leadAgency ?? null })).toBe(true)
    expect(isListed({ agency: AgencyId.parse('nobody') })).toBe(false)
  })

  it('[O6] what an address says wrongly limits nothing', () => {
    const address = new URLSearchParams({ from: '2026-02-31', to: 'x', agency: '../..' })
    expect(filterIn(address)).toEqual({ from: null, to: null, agency: null })
    expect(filterIn(new URLSearchParams({ from: '2026-03-05' })).from).toBe('2026-03-05')
  })

  it('[G4] months and years of what there is are one touch away, whole to their last day', () => {
    expect(spansOf([view])).toEqual([
      { days: ['2026-03-01', '2026-03-31'], year: '2026', month: '03' },
      { days: ['2026-01-01', '2026-12-31'], year: '2026', month: null },
    ])
  })
})
