import { describe, expect, test } from 'vitest'
import { person } from '../../shared/domain/testing/cabinet.ts'
import { meetingId } from '../../shared/domain/testing/meeting-office.ts'
import { SessionOffice, voteName } from '../../shared/domain/testing/session-office.ts'
import { meetingTablet } from './testing/meeting-tablet.ts'

type Tablet = Awaited<ReturnType<typeof meetingTablet>>
const papersOn = (tablet: Tablet) =>
  tablet.sessions.get(meetingId)?.items.flatMap(({ votes }) => votes.flatMap(({ papers }) => papers)) ?? []

describe('a vote on paper on the tablets of two officers', () => {
  test('[M7] the first enters it, the second sees what was entered with the paper and confirms; the member’s own key goes before it', async () => {
    const office = new SessionOffice().voting()
    const first = await meetingTablet(office, 'sec')
    const paper = office.enterPaper('m3', 'agree').body.paper
    const entered = await first.conduct.enterPaper(voteName(), {
      ...{ person: person('m3'), choice: { kind: 'other' }, text: 'Lùi thời hạn' },
      ...{ paper, reason: 'máy hỏng' },
    })
    expect(entered.ok && entered.value.kind).toBe('accepted')
    await first.pull()
    expect(papersOn(first)).toMatchObject([{ state: 'waiting', isMine: true }])

    const second = await meetingTablet(office, 'head')
    const [seen] = papersOn(second)
    expect(seen).toMatchObject({
      ...{ state: 'waiting', isMine: false },
      said: { choice: { kind: 'other' }, text: 'Lùi thời hạn' },
    })
    if (!seen) throw new Error('not seen')
    expect(second.sessions.get(meetingId)?.mayEnterPapers).toBe(true)
    const confirmed = await second.conduct.confirmPaper(seen.row)
    expect(confirmed.ok && confirmed.value.kind).toBe('accepted')
    await second.pull()
    expect(papersOn(second)).toMatchObject([{ state: 'confirmed' }])
    office.mustTake(office.cast('m3', 'disagree'))
    await second.pull()
    expect(papersOn(second)).toMatchObject([{ state: 'own-cast' }])
  })

  test('[M7] refused with a reason it stands as refused for both, and members never see any of it', async () => {
    const office = new SessionOffice().voting()
    office.mustTake(office.enterPaper('m3', 'agree'))
    const second = await meetingTablet(office, 'head')
    const [seen] = papersOn(second)
    if (!seen) throw new Error('not seen')
    await second.conduct.refusePaper(seen.row, 'không có chữ ký')
    const first = await meetingTablet(office, 'sec')
    expect(papersOn(first)).toMatchObject([
      { state: 'refused', row: { refused: { reason: 'không có chữ ký', by: 'head' } } },
    ])
    for (const who of ['pm', 'm3']) expect(papersOn(await meetingTablet(office, who))).toEqual([])
  })

  test('[M7][O6] a paper that is not the one that was signed is not shown', async () => {
    const office = new SessionOffice().voting()
    const tablet = await meetingTablet(office, 'head')
    const { paper } = office.enterPaper('m3', 'agree').body
    // Files here are other bytes than their name says.
    expect(await tablet.conduct.readPaper(paper)).toEqual({ ok: false, error: { kind: 'not-the-file' } })
  })
})
