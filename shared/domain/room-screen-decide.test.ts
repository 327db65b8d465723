import { describe, expect, test } from 'vitest'
import { hourMs, instant } from '../lib/time.ts'
import { readerOver } from './entity.ts'
import { hasRoomScreen, roomScreenKey } from './room-screen.ts'
import { hashOf } from './testing/cabinet.ts'
import { meetingId, reasonOf } from './testing/meeting-office.ts'
import { SessionOffice } from './testing/session-office.ts'

const linkOf = (office: SessionOffice) =>
  readerOver(office.rows).get('room-screen', roomScreenKey(meetingId))?.link ?? null
const close = (office: SessionOffice, by = 'sec') =>
  office.act('close-room-screen', by, { meeting: meetingId })

describe('the link of the display in the hall', () => {
  test('[M5][O3] is made by who conducts the meeting, and by nobody else', () => {
    const told = ['sec', 'head', 'pm', 'm2', 'sec2', 'admin'].map((who) => {
      const office = new SessionOffice().gathered()
      return [who, reasonOf(office.take(office.openRoomScreen(who)))]
    })
    expect(told).toEqual([
      ['sec', 'accepted'],
      ['head', 'accepted'],
      ['pm', 'accepted'],
      ['m2', 'refused:not-allowed'],
      ['sec2', 'refused:not-found'],
      ['admin', 'refused:not-found'],
    ])
  })

  test('[M5] one is alive at a time; it is switched off once', () => {
    const office = new SessionOffice().gathered()
    expect(reasonOf(office.take(close(office)))).toBe('refused:already-done')
    office.mustTake(office.openRoomScreen('sec', 'one'))
    expect(reasonOf(office.take(office.openRoomScreen('pm', 'one')))).toBe('refused:already-done')
    office.mustTake(office.openRoomScreen('pm', 'two'))
    expect(linkOf(office)).toEqual({ tokenHash: hashOf('two'), at: office.now, by: 'pm' })
    office.mustTake(close(office, 'head'))
    expect(linkOf(office)).toBeNull()
    expect(reasonOf(office.take(close(office)))).toBe('refused:already-done')
  })

  test('[M5] it ends three hours after the session, and no other can be made then', () => {
    const office = new SessionOffice().gathered()
    office.mustTake(office.open())
    const row = () => readerOver(office.rows).get('session', `session/${meetingId}`)
    expect(hasRoomScreen(office.meeting, row(), instant(office.now + 100 * hourMs))).toBe(true)
    office.mustTake(office.act('end-session', 'pm', { meeting: meetingId }))
    const lastAt = instant(office.now + 3 * hourMs)
    expect(hasRoomScreen(office.meeting, row(), lastAt)).toBe(true)
    expect(hasRoomScreen(office.meeting, row(), instant(lastAt + 1))).toBe(false)
    office.now = instant(lastAt + 1)
    expect(reasonOf(office.take(office.openRoomScreen()))).toBe('refused:wrong-state')
  })

  test('[M1] a meeting that was cancelled has none; one that was never opened for half a day', () => {
    const office = new SessionOffice().invited()
    const { meeting } = office
    expect(hasRoomScreen(meeting, undefined, instant(meeting.endsAt + 12 * hourMs))).toBe(true)
    expect(hasRoomScreen(meeting, undefined, instant(meeting.endsAt + 12 * hourMs + 1))).toBe(false)
    office.mustTake(office.act('cancel-meeting', 'head', { meeting: meetingId, reason: 'hoãn' }))
    expect(hasRoomScreen(office.meeting, undefined, office.now)).toBe(false)
  })
})
