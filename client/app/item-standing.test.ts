import { expect, test } from 'vitest'
import { paperOf } from '../../shared/domain/testing/cabinet.ts'
import { MeetingOffice, matterOf, meetingId, startsAt } from '../../shared/domain/testing/meeting-office.ts'
import { dayMs, instant } from '../../shared/lib/time.ts'
import { itemStandings, meetingToRead } from './item-standing.ts'
import { meetingTablet } from './testing/meeting-tablet.ts'

const [bill, annex] = [paperOf('bill'), paperOf('annex')]

async function standingsOf(office: MeetingOffice, read: readonly string[] = []) {
  const tablet = await meetingTablet(office, 'm4')
  const view = tablet.meetings.get(meetingId)
  const [item] = view?.items ?? []
  if (!view || !item) throw new Error('not on this tablet')
  const sources = {
    meetings: tablet.meetings,
    openedDocuments: { has: (_: string, hash: string) => read.includes(hash) },
  }
  return {
    standings: itemStandings(item, view.meeting, sources),
    toRead: meetingToRead(view, sources),
  }
}

/** Sent out so many days before the session. */
function sent(days: number): MeetingOffice {
  const office = new MeetingOffice()
  office.now = instant(startsAt - days * dayMs)
  office.mustTake(office.draftMeeting())
  office.mustTake(office.draftItem('a', null, matterOf('a', { documents: [bill] })))
  for (const act of [() => office.submit(), () => office.approve(), () => office.invite()]) {
    office.mustTake(act())
  }
  return office
}

test('[M1] of papers that came with the invitation in time nothing is said; less than three days before, that they are late', async () => {
  const inTime = await standingsOf(sent(3))
  expect([...inTime.standings.values()]).toEqual([
    { reading: { kind: 'unread' }, late: null, isTooLate: false },
  ])
  const late = await standingsOf(sent(2))
  expect([...late.standings.values()]).toMatchObject([{ late: { isNew: true }, isTooLate: true }])
})

test('[M1] what was changed after it was read says so, what was added later bears its hour; both are counted', async () => {
  const office = sent(6)
  office.now = instant(startsAt - 4 * dayMs)
  const next = { ...paperOf('bill', 'bill, corrected') }
  office.mustTake(office.changeItem('a', null, matterOf('a', { documents: [next, annex] })))
  const { standings, toRead } = await standingsOf(office, [bill.hash])
  expect(standings.get(next.id)).toMatchObject({
    reading: { kind: 'changed', was: bill.hash },
    late: { at: office.now, isNew: false },
    isTooLate: false,
  })
  expect(standings.get(annex.id)).toMatchObject({ reading: { kind: 'unread' }, late: { isNew: true } })
  expect(toRead).toEqual({ unread: 1, changed: 1, of: 2 })
})
