import { describe, expect, test } from 'vitest'
import { subjectOn } from './access.ts'
import { readerOver } from './entity.ts'
import { copiesOut, handedPaperKey } from './handed-paper.ts'
import { ownersOf } from './row-owners.ts'
import { mayRead, scopesOfEntity, scopesOfSubject } from './scope.ts'
import { person } from './testing/cabinet.ts'
import {
  itemId,
  MeetingOffice,
  meetingId,
  reasonOf,
  secretMatter,
  secretPaper,
} from './testing/meeting-office.ts'

/** Item `s`, with a secret paper, is for m2 and m3. */
function invited(): MeetingOffice {
  const office = new MeetingOffice()
  office.mustTake(office.draftMeeting())
  office.mustTake(office.draftItem('s', ['m2', 'm3'], secretMatter))
  for (const act of [() => office.submit(), () => office.approve(), () => office.invite()])
    office.mustTake(act())
  return office
}
const keyOf = (who: string) =>
  handedPaperKey({ meeting: meetingId, item: itemId('s'), paper: secretPaper.id }, person(who))
const rowOf = (office: MeetingOffice, who: string) => readerOver(office.rows).get('handed-paper', keyOf(who))

describe('a secret paper handed out', () => {
  test('[D3] who got which copy, when and by whom; and when it came back', () => {
    const office = invited()
    office.mustTake(office.handOut('m2', '03'))
    office.mustTake(office.handOut('m2', '04', 'head'))
    office.mustTake(office.takeBack('m2', '03', 'head'))
    const copies = rowOf(office, 'm2')?.copies
    expect(copies).toMatchObject([
      { copy: '03', by: 'sec', returned: { by: 'head' } },
      { copy: '04', by: 'head', returned: null },
    ])
    expect(rowOf(office, 'm2')).toSatisfy((row) => copiesOut(row).length === 1)
    office.mustTake(office.handOut('m3', '03'))
    office.mustTake(office.takeBack('m3', '03'))
    office.mustTake(office.handOut('m2', '03'))
    expect(rowOf(office, 'm2')?.copies.map(({ returned }) => returned !== null)).toEqual([true, false, false])
  })

  test('[D3][D2] only to who reads the item; one copy is in one hand; what is not out does not come back', () => {
    const office = invited()
    expect(reasonOf(office.take(office.handOut('m4', '01')))).toBe('refused:not-admissible')
    expect(reasonOf(office.take(office.handOut('guest', '01')))).toBe('refused:not-admissible')
    office.mustTake(office.admit('s', 'guest'))
    office.mustTake(office.handOut('guest', '01'))
    expect(reasonOf(office.take(office.handOut('m2', '01')))).toBe('refused:copy-is-out')
    expect(reasonOf(office.take(office.takeBack('m2', '01')))).toBe('refused:not-found')
    office.mustTake(office.takeBack('guest', '01'))
    expect(reasonOf(office.take(office.takeBack('guest', '01')))).toBe('refused:not-found')
    const other = { ...office.handOut('m2', '02').body, paper: office.handOut('m2', '02').body.paper }
    expect(reasonOf(office.take(office.act('hand-out-paper', 'sec', { ...other, item: itemId('x') })))).toBe(
      'refused:not-found',
    )
  })

  test('[D3] comes back after the item was taken off the agenda and the meeting cancelled', () => {
    const office = invited()
    const reason = 'hoãn'
    office.mustTake(office.handOut('m2', '01'))
    office.mustTake(
      office.act('withdraw-agenda-item', 'head', { meeting: meetingId, item: itemId('s'), reason }),
    )
    expect(reasonOf(office.take(office.handOut('m2', '02')))).toBe('refused:not-found')
    office.mustTake(office.act('cancel-meeting', 'head', { meeting: meetingId, reason }))
    office.mustTake(office.takeBack('m2', '01'))
  })

  test('[D3][D2] is known to those who prepare the meeting and to who holds it, and to nobody else', () => {
    const office = invited()
    office.mustTake(office.handOut('m2', '01'))
    const reader = readerOver(office.rows)
    const row = rowOf(office, 'm2')
    if (!row) throw new Error('no row')
    const owners = ownersOf(row, reader)
    const scopes = scopesOfEntity(row, owners)
    const readers = reader.list('person').flatMap((one) => {
      const subject = subjectOn(one, null, office.now)
      const isFound = scopesOfSubject(subject).some((scope) => scopes.includes(scope))
      return isFound && mayRead(subject, row, owners) ? [one.id] : []
    })
    expect(readers.sort()).toEqual(['head', 'head2', 'm2', 'sec'])
  })
})
