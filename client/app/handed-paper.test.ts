import { describe, expect, test } from 'vitest'
import { person } from '../../shared/domain/testing/cabinet.ts'
import {
  itemId,
  MeetingOffice,
  meetingId,
  secretMatter,
  secretPaper,
} from '../../shared/domain/testing/meeting-office.ts'
import { copiesOfPaper, outstandingCopies, ownCopies } from './handed-paper.ts'
import { meetingTablet } from './testing/meeting-tablet.ts'

const of = { meeting: meetingId, item: itemId('s'), paper: secretPaper.id }

async function handedOut() {
  const office = new MeetingOffice()
  office.mustTake(office.draftMeeting())
  office.mustTake(office.draftItem('s', null, secretMatter))
  for (const act of [() => office.submit(), () => office.approve(), () => office.invite()])
    office.mustTake(act())
  office.mustTake(office.handOut('m2', '01'))
  office.mustTake(office.handOut('m3', '02'))
  office.mustTake(office.takeBack('m2', '01'))
  return office
}

describe('secret papers in people’s hands', () => {
  test('[D3] the Office sees who holds which copy, those that are out first; what has not come back is listed', async () => {
    const office = await handedOut()
    const { copy } = await meetingTablet(office, 'sec')
    const seen = copiesOfPaper(of, copy).map((one) => [one.person, one.copy, one.returned?.by ?? null])
    expect(seen).toEqual([
      ['m3', '02', null],
      ['m2', '01', 'sec'],
    ])
    expect(outstandingCopies(meetingId, copy)).toMatchObject([
      { person: 'm3', copy: '02', secret: secretPaper },
    ])
  })

  test('[D3] is still listed when its item was taken off the agenda', async () => {
    const office = await handedOut()
    const withdraw = { meeting: meetingId, item: itemId('s'), reason: 'hoãn' }
    office.mustTake(office.act('withdraw-agenda-item', 'head', withdraw))
    const { copy } = await meetingTablet(office, 'sec')
    expect(outstandingCopies(meetingId, copy)).toMatchObject([{ person: 'm3', secret: secretPaper }])
  })

  test('[D3][D2] a member sees their own copies, and of nobody else’s that there are any', async () => {
    const office = await handedOut()
    const m2 = (await meetingTablet(office, 'm2')).copy
    const m3 = (await meetingTablet(office, 'm3')).copy
    expect(ownCopies(of, person('m2'), m2)).toMatchObject([{ copy: '01', returned: { by: 'sec' } }])
    expect(outstandingCopies(meetingId, m2)).toEqual([])
    expect(copiesOfPaper(of, m3).map((one) => one.copy)).toEqual(['02'])
  })
})
