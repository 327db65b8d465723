import { expect, test } from 'vitest'
import { meetingId as meeting, reasonOf } from './testing/meeting-office.ts'
import { SessionOffice } from './testing/session-office.ts'

/** A vote that is closed, a conclusion, the session ended. */
function ended(): SessionOffice {
  const office = new SessionOffice().voting()
  office.mustTake(office.closeVote())
  office.mustTake(office.conclude())
  office.mustTake(office.act('end-session', 'pm', { meeting }))
  return office
}

test('[M9][O9] whoever concludes a meeting signs what they saw: a conclusion revised meanwhile is not issued unseen', () => {
  const office = ended()
  const seen = office.conclusions
  office.mustTake(office.conclude('a', 'pm', { text: 'Kết luận khác', assignments: [] }))
  expect(reasonOf(office.take(office.concludeMeeting(seen)))).toBe('refused:conclusions-changed')
  office.mustTake(office.concludeMeeting())
})

test('[M7][M9] nor is a count that a vote on paper has changed', () => {
  const office = ended()
  const entered = office.enterPaper('m4', 'agree')
  office.mustTake(entered)
  const seen = office.conclusions
  office.mustTake(office.confirmPaper(entered))
  expect(reasonOf(office.take(office.concludeMeeting(seen)))).toBe('refused:conclusions-changed')
  office.mustTake(office.concludeMeeting())
})

test('[M9] what changes nothing that is signed asks for no second look', () => {
  const office = ended()
  const seen = office.conclusions
  office.mustTake(office.draftMinutes())
  office.mustTake(office.record())
  office.mustTake(office.concludeMeeting(seen))
})

test('[M9] an act that names nothing concludes nothing', () => {
  const office = ended()
  const act = office.act('conclude-meeting', 'head', { meeting })
  expect(reasonOf(office.take(act))).toBe('refused:conclusions-changed')
})

test('[M11] of two tablets of the chair that conclude one item at once the second is told, and signs over what it was shown', () => {
  const office = new SessionOffice().started()
  const [first, second] = [office.conclude(), office.conclude('a', 'pm', { text: 'Khác', assignments: [] })]
  office.mustTake(first)
  expect(reasonOf(office.take(second))).toBe('refused:conclusions-changed')
  expect(office.itemSession('a').conclusions).toHaveLength(1)
  office.mustTake(office.conclude('a', 'pm', { text: 'Khác', assignments: [] }))
  expect(office.itemSession('a').conclusions).toHaveLength(2)
})
