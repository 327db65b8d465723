import { describe, expect, test } from 'vitest'
import { readerOver } from './entity.ts'
import { filesHeldBy } from './file-holder.ts'
import { hashOf, person } from './testing/cabinet.ts'
import { reasonOf } from './testing/meeting-office.ts'
import { entriesOf } from './testing/session-entries.ts'
import { SessionOffice, voteName } from './testing/session-office.ts'
import { paperVoteKey } from './vote.ts'

const closed = () => {
  const office = new SessionOffice().voting()
  for (const who of ['pm', 'm2']) office.mustTake(office.cast(who, 'agree'))
  office.mustTake(office.closeVote())
  return office
}

describe('a vote on paper', () => {
  test('[M7] entered by one officer counts when another has confirmed it: another count, which says whose entry is on paper', () => {
    const office = closed()
    expect(office.voteRounds.at(-1)?.tally.result.kind).toBe('not-adopted')
    const entered = office.enterPaper('m3', 'agree')
    office.mustTake(entered)
    expect(office.voteRounds.length).toBe(1)
    office.mustTake(office.confirmPaper(entered))
    expect(office.voteRounds.length).toBe(2)
    expect(office.voteRounds.at(-1)).toMatchObject({ papers: ['m3'], tally: { explicit: 3 } })
    expect(office.voteRounds.at(-1)?.tally.result.kind).toBe('adopted')
    expect(office.vote().papers).toEqual(['m3'])
    expect(reasonOf(office.take(office.enterPaper('m3', 'disagree')))).toBe('refused:already-done')
  })

  test('[M7][O3] neither the same officer nor the same device confirms, nor another wording than was entered', () => {
    const office = closed()
    const first = office.enterPaper('m3', 'agree')
    office.mustTake(first)
    expect(reasonOf(office.take(office.confirmPaper(first, 'sec')))).toBe('refused:same-officer')
    expect(reasonOf(office.take(office.confirmPaper(first, 'head', { device: 'sec-1' })))).toBe(
      'refused:same-officer',
    )
    office.mustTake(office.enterPaper('m3', 'disagree', 'sec', { id: 'entered-anew' }))
    expect(reasonOf(office.take(office.confirmPaper(first)))).toBe('refused:not-found')
    for (const who of ['pm', 'm4', 'sub']) {
      expect(reasonOf(office.take(office.enterPaper('m4', 'agree', who)))).not.toBe('accepted')
    }
  })

  test('[M7] refused by the other officer it counts for nothing, cannot be confirmed, and is entered anew', () => {
    const office = closed()
    const entered = office.enterPaper('m3', 'agree')
    office.mustTake(entered)
    office.mustTake(office.refusePaper(entered))
    expect(reasonOf(office.take(office.confirmPaper(entered)))).toBe('refused:wrong-state')
    expect(reasonOf(office.take(office.refusePaper(entered)))).toBe('refused:wrong-state')
    expect([office.voteRounds.length, office.vote().papers]).toEqual([1, []])
    const anew = office.enterPaper('m3', 'disagree', 'sec', { id: 'entered-anew' })
    office.mustTake(anew)
    office.mustTake(office.confirmPaper(anew))
    expect(office.vote().papers).toEqual(['m3'])
    expect(reasonOf(office.take(office.refusePaper(anew)))).toBe('refused:already-done')
  })

  test('[M7] [O4] the paper of a former entry stays held, behind the one that stands now', () => {
    const office = closed()
    const first = office.enterPaper('m3', 'agree')
    office.mustTake(first)
    office.mustTake(office.refusePaper(first))
    office.mustTake(office.enterPaper('m3', 'disagree', 'sec', { id: 'entered-anew' }, 'a', 'scan 2'))
    const held = () => {
      const row = readerOver(office.rows).get('paper-vote', paperVoteKey(voteName(), person('m3')))
      return row && filesHeldBy(row)
    }
    const [one, two] = [first.body.paper, hashOf('scan 2')]
    expect(held()).toEqual([two, one])
    office.mustTake(office.enterPaper('m3', 'disagree', 'sec', { id: 'third' }))
    expect(held()).toEqual([one, two])
  })

  test('[M7] not for who has cast with their own key; and one’s own cast goes before the paper', () => {
    const office = new SessionOffice().voting()
    office.mustTake(office.cast('m2', 'agree'))
    expect(reasonOf(office.take(office.enterPaper('m2', 'disagree')))).toBe('refused:already-done')
    const entered = office.enterPaper('m3', 'agree')
    office.mustTake(entered)
    office.mustTake(office.confirmPaper(entered))
    expect(office.voteRounds).toEqual([])
    office.mustTake(office.cast('m3', 'disagree'))
    office.mustTake(office.closeVote())
    expect(office.voteRounds.at(-1)?.papers).toEqual([])
    expect(entriesOf(office)['m3']).toMatchObject({ kind: 'disagree' })
  })

  test('[M7][G1] of a member in post, with a paper that was uploaded, in words of the vote', () => {
    const office = closed()
    expect(reasonOf(office.take(office.enterPaper('guest', 'agree')))).toBe('refused:not-admissible')
    expect(reasonOf(office.take(office.enterPaper('m3', 'perhaps')))).toBe('refused:choice-not-offered')
    const act = office.enterPaper('m3', 'agree')
    office.files.clear()
    expect(reasonOf(office.take(act))).toBe('refused:file-missing')
  })
})
