import { describe, expect, test } from 'vitest'
import { subjectOn } from './access.ts'
import { itemDossier } from './dossier.ts'
import { readerOver } from './entity.ts'
import { DocumentId } from './id.ts'
import { itemLayerKey, logicalDocument } from './note-layer.ts'
import { ownersOf } from './row-owners.ts'
import { mayRead, scopesOfEntity, scopesOfSubject } from './scope.ts'
import { person } from './testing/cabinet.ts'
import { itemId, MeetingOffice, meetingId, reasonOf } from './testing/meeting-office.ts'

const document = DocumentId.parse('paper')
const share = (office: MeetingOffice, who: string, readers: readonly string[], item = 'b') => {
  const body = { meeting: meetingId, item: itemId(item), document, readers: readers.map(person) }
  return office.act('share-item-layer', who, body)
}
const rowOf = (office: MeetingOffice, who: string) =>
  readerOver(office.rows).get(
    'item-layer',
    itemLayerKey(logicalDocument(itemDossier(meetingId, itemId('b')), document), person(who)),
  )

/** Item `b` is for m2 and m3. */
describe('notes shared on a paper of an agenda item', () => {
  test('[A2][D2] only with who reads the item, and never by who does not', () => {
    const office = new MeetingOffice().invited()
    office.mustTake(share(office, 'm2', ['m3', 'pm']))
    expect(rowOf(office, 'm2')?.readers).toEqual(['m3', 'pm'])
    expect(reasonOf(office.take(share(office, 'm2', ['m4'])))).toBe('refused:not-allowed')
    expect(reasonOf(office.take(share(office, 'm2', ['m2'])))).toBe('refused:not-allowed')
    expect(reasonOf(office.take(share(office, 'm4', ['m2'])))).toBe('refused:not-found')
    expect(reasonOf(office.take(share(office, 'sub', ['m2'])))).toBe('refused:not-found')
    expect(rowOf(office, 'm2')?.readers).toEqual(['m3', 'pm'])
    office.mustTake(share(office, 'm2', []))
    expect(rowOf(office, 'm2')?.readers).toEqual([])
  })

  test('[A2] nothing before the item was sent: those who prepare it change', () => {
    const office = new MeetingOffice().drafted()
    expect(reasonOf(office.take(share(office, 'sec', ['head'])))).toBe('refused:not-allowed')
  })

  test('[A2][D2] its row is found by its author and its readers, as long as they read the item', () => {
    const office = new MeetingOffice().invited()
    office.mustTake(office.namesSubstitute('m2', { items: ['b'] }))
    office.mustTake(office.admit('b', 'sub', 'm2'))
    office.mustTake(share(office, 'm3', ['m2', 'sub', 'head']))
    const readersOf = () => {
      const reader = readerOver(office.rows)
      const row = rowOf(office, 'm3')
      if (!row) throw new Error('no row')
      const owners = ownersOf(row, reader)
      const scopes = scopesOfEntity(row, owners)
      return reader
        .list('person')
        .flatMap((one) => {
          const subject = subjectOn(one, null, office.now)
          const isFound = scopesOfSubject(subject).some((scope) => scopes.includes(scope))
          return isFound && mayRead(subject, row, owners) ? [one.id] : []
        })
        .sort()
    }
    expect(readersOf()).toEqual(['head', 'm2', 'm3', 'sub'])
    office.endAdmission('b', 'sub')
    expect(readersOf()).toEqual(['head', 'm2', 'm3'])
  })
})
