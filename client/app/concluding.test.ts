import { expect, test } from 'vitest'
import { meetingId } from '../../shared/domain/testing/meeting-office.ts'
import { SessionOffice } from '../../shared/domain/testing/session-office.ts'
import { type Concluding, concludingOf } from './concluding.ts'
import { meetingTablet } from './testing/meeting-tablet.ts'

const gapsAt = async (office: SessionOffice): Promise<Concluding> => {
  const { sessions, copy } = await meetingTablet(office, 'head')
  const session = sessions.get(meetingId)
  if (!session) throw new Error('no session')
  return concludingOf(session, copy)
}

test('[M1][M7][M9] what a meeting lacks before it is concluded: conclusions, items, papers that nobody has confirmed', async () => {
  const office = new SessionOffice().voting()
  office.mustTake(office.enterPaper('m4', 'agree'))
  office.mustTake(office.closeVote())
  office.mustTake(office.act('end-session', 'pm', { meeting: meetingId }))
  expect(await gapsAt(office)).toMatchObject({
    items: [
      {
        no: 1,
        title: expect.any(String),
        conclusion: null,
        isAdopted: false,
        wasDiscussed: true,
        votes: [{}],
      },
      {
        no: 2,
        title: expect.any(String),
        conclusion: null,
        isAdopted: false,
        wasDiscussed: false,
        votes: [],
      },
    ],
    gaps: [
      { kind: 'no-conclusion', no: 1 },
      { kind: 'not-discussed', no: 2 },
      { kind: 'paper-waits', no: 1, person: 'm4' },
    ],
    attended: { present: 5, members: 5 },
    hash: office.conclusions,
  })
})

test('[M4][M9] what was concluded, or adopted in the block, lacks nothing', async () => {
  const office = new SessionOffice().started()
  office.mustTake(office.conclude())
  office.mustTake(office.ofItem('propose-for-block', 'pm', 'b'))
  office.mustTake(office.ofItem('adopt-in-block', 'pm', 'b'))
  office.mustTake(office.act('end-session', 'pm', { meeting: meetingId }))
  expect(await gapsAt(office)).toMatchObject({
    items: [{ conclusion: { text: 'Kết luận của Thủ tướng' } }, { conclusion: null, isAdopted: true }],
    gaps: [],
  })
})
