import { describe, expect, test } from 'vitest'
import { meetingId } from '../../shared/domain/testing/meeting-office.ts'
import { SessionOffice } from '../../shared/domain/testing/session-office.ts'
import { foundInMeeting } from './matter-words.ts'
import { meetingTablet } from './testing/meeting-tablet.ts'

type Tablet = Awaited<ReturnType<typeof meetingTablet>>

/** By kind, the words that were found. */
function foundOn({ meetings, copy }: Tablet, query: string): string[][] {
  const view = meetings.get(meetingId)
  if (!view) throw new Error('no meeting on this tablet')
  return foundInMeeting(view, query, copy).map(({ kind, match }) => [kind, match])
}

function concluded(): SessionOffice {
  const office = new SessionOffice().voting()
  office.mustTake(office.cast('m2', 'agree'))
  office.mustTake(office.closeVote())
  office.mustTake(office.conclude('a'))
  return office
}

describe('the words of a meeting', () => {
  test('[D4] its title, its items, what was voted on and what was concluded, with and without diacritics', async () => {
    const tablet = await meetingTablet(concluded(), 'm2')
    expect(foundOn(tablet, 'phien hop thuong ky')).toEqual([['title', 'Phiên họp thường kỳ']])
    expect(foundOn(tablet, 'phòng họp')).toEqual([['place', 'Phòng họp']])
    expect(foundOn(tablet, 'thong qua nghi quyet')).toEqual([['adopted', 'Thông qua Nghị quyết']])
    expect(foundOn(tablet, 'kết luận của thủ tướng')).toEqual([['conclusion', 'Kết luận của Thủ tướng']])
    expect(foundOn(tablet, 'kết luân')).toEqual([])
  })

  test('[D2] nothing of an item is found by whom it is kept from', async () => {
    const office = concluded()
    office.mustTake(office.startItem('b'))
    office.mustTake(office.conclude('b'))
    const conclusions = async (who: string) =>
      foundOn(await meetingTablet(office, who), 'ket luan').filter(([kind]) => kind === 'conclusion').length
    expect([await conclusions('m2'), await conclusions('m4')]).toEqual([2, 1])
  })
})
