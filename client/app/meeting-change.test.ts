import { expect, test } from 'vitest'
import { endsAt, MeetingOffice, startsAt } from '../../shared/domain/testing/meeting-office.ts'
import { hourMs, instant } from '../../shared/lib/time.ts'
import { meetingChanges } from './meeting-change.ts'

test('[M1] each thing that was changed after the invitation is told with its reason, the last one first; what came before is not', () => {
  const office = new MeetingOffice().invited()
  const reason = 'bão số 12'
  expect(meetingChanges(office.meeting, (hash) => office.meetingContents.get(hash))).toEqual([])
  const later = { startsAt: instant(startsAt + hourMs), endsAt: instant(endsAt + hourMs) }
  office.mustTake(office.act('change-meeting', 'head', { ...office.schedule(later), reason }))
  office.now = instant(office.now + hourMs)
  const other = { ...office.schedule({ ...later, chair: 'm2', title: 'Phiên họp bất thường' }), reason }
  office.mustTake(office.act('change-meeting', 'head', other))
  const changes = meetingChanges(office.meeting, (hash) => office.meetingContents.get(hash))
  expect(changes).toMatchObject([
    { kind: 'words', before: null, now: null, reason },
    { kind: 'chair', before: 'pm', now: 'm2' },
    { kind: 'hours', before: { from: startsAt, to: endsAt }, now: { from: later.startsAt } },
  ])
})
