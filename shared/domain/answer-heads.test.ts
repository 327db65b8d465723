import { describe, expect, test } from 'vitest'
import { headsOf, saysSameBy } from './answer-heads.ts'
import { actId, person } from './testing/cabinet.ts'
import { Office } from './testing/office.ts'

const issued = () => new Office().issue()
const headsIn = (office: Office) => office.answersOf('m2')?.heads
const standingIn = (office: Office) => office.progressOf('m2')?.standing
const heldFor = (kind: string, facts: Record<string, unknown> = {}) => ({
  kind: 'held',
  reason: { kind, ...facts },
})

describe('two tablets of one member', () => {
  const agree = (office: Office) => office.answer('m2', 'agree', { id: 'a', device: 'm2-1' })
  const object = (office: Office) => office.answer('m2', 'disagree', { id: 'b', device: 'm2-2' })

  test.each([
    ['the one first', [agree, object]],
    ['the other first', [object, agree]],
  ])('[B12] that differ are in conflict, %s', (_, [one, other]) => {
    const office = issued()
    if (!one || !other) throw new Error('two tablets')
    expect(office.take(one(office)).kind).toBe('accepted')
    expect(office.take(other(office))).toMatchObject(heldFor('conflict'))
    expect([[...(headsIn(office) ?? [])].sort(), standingIn(office)]).toEqual([
      ['a', 'b'].map(actId),
      'conflict',
    ])
    office.deliverToAll()
    office.closeByServer()
    expect(office.progressOf('m2')?.silence).toBeNull()
    const entry = office.rounds[0]?.issues[0]?.entries.find((one) => one.person === person('m2'))
    expect(entry?.entry).toEqual({ kind: 'held', why: 'conflict' })
  })

  test('[B12] that say the same are in none, and their later common revision settles both', () => {
    const office = issued()
    office.take(agree(office))
    expect(office.take(office.answer('m2', 'agree', { id: 'b', device: 'm2-2' })).kind).toBe('accepted')
    expect(headsIn(office)).toEqual([actId('b')])
    // The tablet had seen both: it shows equal answers as one and names that one.
    const anchor = office.entries.length
    expect(office.take(office.answer('m2', 'disagree', { id: 'c', prev: ['b'], anchor })).kind).toBe(
      'accepted',
    )
    expect([headsIn(office), standingIn(office)]).toEqual([[actId('c')], 'answered'])
  })

  test('[B12] that say the same: an objection that the third tablet had not seen is not settled by its change of mind', () => {
    const office = issued()
    office.take(office.answer('m2', 'disagree', { id: 'a', device: 'm2-1' }))
    const anchor = office.entries.length
    office.take(office.answer('m2', 'disagree', { id: 'b', device: 'm2-2' }))
    expect(office.take(office.answer('m2', 'agree', { id: 'c', prev: ['a'], anchor }))).toMatchObject(
      heldFor('conflict', { with: [actId('b')] }),
    )
  })

  test('[B12][O4] that say the same: nor by a tablet that had seen another ledger, however large', () => {
    const office = issued()
    office.take(office.answer('m2', 'disagree', { id: 'a', device: 'm2-1' }))
    office.take(office.answer('m2', 'disagree', { id: 'b', device: 'm2-2' }))
    const foreign = { anchor: 1000, root: 'before the restore' }
    expect(office.take(office.answer('m2', 'agree', { id: 'c', prev: ['a'], ...foreign }))).toMatchObject(
      heldFor('conflict', { with: [actId('b')] }),
    )
  })

  test('[B12] with the same choice and other words differ', () => {
    const office = issued()
    office.take(office.answer('m2', 'other', { device: 'm2-1', text: 'một' }))
    expect(office.take(office.answer('m2', 'other', { device: 'm2-2', text: 'hai' }))).toMatchObject(
      heldFor('conflict'),
    )
  })

  test('[B12] are settled by an answer that names both, and not by one that names only one', () => {
    const office = issued()
    office.take(agree(office))
    office.take(object(office))
    expect(office.take(office.answer('m2', 'agree', { id: 'c', prev: ['a'] }))).toMatchObject(
      heldFor('conflict', { with: [actId('b')] }),
    )
    expect(office.take(office.answer('m2', 'agree', { id: 'd', prev: ['b', 'c'] })).kind).toBe('accepted')
    expect([headsIn(office), standingIn(office)]).toEqual([[actId('d')], 'answered'])
  })

  test('[B12] and a third: all three must be named', () => {
    const office = issued()
    office.take(agree(office))
    office.take(object(office))
    office.take(office.answer('m2', 'other', { id: 'c', device: 'm2-3' }))
    expect(headsIn(office)).toEqual(['a', 'b', 'c'].map(actId))
    expect(office.take(office.answer('m2', 'agree', { id: 'd', prev: ['a', 'b', 'c'] })).kind).toBe(
      'accepted',
    )
  })

  test('[B12] an answer that comes before the one it names settles it all the same, and what that one named', () => {
    const office = issued()
    office.take(agree(office))
    office.take(office.answer('m2', 'other', { id: 'z', prev: ['y'] }))
    office.take(office.answer('m2', 'disagree', { id: 'y', prev: ['a'] }))
    expect([headsIn(office), standingIn(office)]).toEqual([[actId('z')], 'answered'])
  })

  test('[B12] two that name each other, or one that names itself, do not both vanish', () => {
    const office = issued()
    office.take(office.answer('m2', 'agree', { id: 'a', prev: ['c', 'a'] }))
    office.take(office.answer('m2', 'disagree', { id: 'b', prev: ['a'] }))
    office.take(office.answer('m2', 'other', { id: 'c', prev: ['b'] }))
    expect(headsIn(office)).toEqual([actId('b')])
    const { revisions } = office.answersOf('m2') ?? { revisions: [] }
    expect(headsOf(revisions, saysSameBy({ opened: () => undefined }))).toEqual([actId('b')])
  })
})
