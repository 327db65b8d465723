import { expect, test } from 'vitest'
import { meetingId as meeting, reasonOf } from './testing/meeting-office.ts'
import { SessionOffice } from './testing/session-office.ts'

const concluded = (): SessionOffice => {
  const office = new SessionOffice().started()
  office.mustTake(office.act('end-session', 'pm', { meeting }))
  office.mustTake(office.concludeMeeting())
  return office
}

test('[O2] of two secretaries who write minutes at once the second is told, and writes over what the first stored', () => {
  const office = concluded()
  office.mustTake(office.draftMinutes('một'))
  const first = office.minutes?.versions.at(-1)?.hash ?? null
  const [one, other] = [
    office.draftMinutes('hai', { basedOn: first }),
    office.draftMinutes('ba', { basedOn: first }),
  ]
  office.mustTake(one)
  expect(reasonOf(office.take(other))).toBe('refused:stale-content')
  expect(reasonOf(office.take(office.draftMinutes('ba', { basedOn: null })))).toBe('refused:stale-content')
  expect(reasonOf(office.take(office.draftMinutes('hai')))).toBe('refused:already-done')
  expect(reasonOf(office.take(office.draftMinutes('ba')))).toBe('accepted')
  expect(office.minutes?.versions.map(({ by }) => by)).toEqual(['sec', 'sec', 'sec'])
})

test('[M1] minutes are signed as they were read, by the head of office or the chair, and then stand', () => {
  for (const who of ['head', 'pm']) {
    const office = concluded()
    office.mustTake(office.draftMinutes('một'))
    const read = office.signMinutes(who)
    office.mustTake(office.draftMinutes('hai'))
    expect(reasonOf(office.take(read))).toBe('refused:stale-content')
    expect(reasonOf(office.take(office.signMinutes('sec')))).toBe('refused:not-allowed')
    expect(reasonOf(office.take(office.signMinutes('m2')))).toBe('refused:not-allowed')
    expect(reasonOf(office.take(office.signMinutes(who)))).toBe('accepted')
    expect(office.minutes?.signed).toEqual({ by: who, at: office.now })
    expect(reasonOf(office.take(office.draftMinutes('ba')))).toBe('refused:wrong-state')
    expect(reasonOf(office.take(office.signMinutes(who)))).toBe('refused:wrong-state')
  }
})

test('[O6] what is no text of minutes is refused, and so is an act whose words did not come', () => {
  const office = concluded()
  const act = office.draftMinutes('một')
  office.minutesContents.clear()
  expect(reasonOf(office.take(act))).toBe('refused:content-malformed')
})
