import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { instant } from '../lib/time.ts'
import { actId, contentOf, person } from './testing/cabinet.ts'
import { Office } from './testing/office.ts'

/**
 * Whatever several tablets of one member send, and in whatever order it arrives: acts name only acts made before them, as
 * devices do; arrival is any order, the deadline may fall in the middle, a tablet may be revoked.
 */

type Planned = { id: string; device: string; choice: string; prev: string[]; former: boolean }
type Plan = { acts: Planned[]; order: Planned[]; late: number; revoked: string[] }

const first = contentOf('first')
const second = contentOf('second')
const choices = ['agree', 'disagree', 'other'] as const

const plannedArb = (i: number): fc.Arbitrary<Planned> =>
  fc.record({
    id: fc.constant(`act-${i}`),
    device: fc.constantFrom('m2-1', 'm2-2', 'm2-3'),
    choice: fc.constantFrom(...choices),
    prev: fc.subarray(Array.from({ length: i }, (_, j) => `act-${j}`)),
    former: fc.boolean(),
  })

const planArb: fc.Arbitrary<Plan> = fc
  .integer({ min: 1, max: 6 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, i) => plannedArb(i))))
  .chain((acts) =>
    fc.record({
      acts: fc.constant(acts),
      order: fc.shuffledSubarray(acts, { minLength: acts.length, maxLength: acts.length }),
      late: fc.nat({ max: acts.length }),
      revoked: fc.subarray(['m2-3']),
    }),
  )

/** @param inTime how many arrive before the deadline. */
function arrive(order: readonly Planned[], inTime: number, revoked: readonly string[]): Office {
  const office = new Office({}).issue(first).amend(second)
  office.deliverToAll()
  for (const device of revoked) office.revoked.add(device)
  const take = ({ id, device, choice, prev, former }: Planned) =>
    office.take(office.answer('m2', choice, { id, device, prev, version: former ? first : second }))
  order.slice(0, inTime).forEach(take)
  office.closeByServer()
  order.slice(inTime).forEach(take)
  return office
}

const entryIn = (office: Office) =>
  office.rounds.at(-1)?.issues[0]?.entries.find((entry) => entry.person === person('m2'))?.entry

describe('answers in any order of arrival', () => {
  test('[B6][B9][B13] all are kept, each once', () => {
    fc.assert(
      fc.property(planArb, ({ acts, order, late, revoked }) => {
        const office = arrive(order, order.length - late, revoked)
        const kept = office.answersOf('m2')?.revisions.map(({ act }) => act) ?? []
        expect([...kept].sort()).toEqual(acts.map(({ id }) => actId(id)).sort())
      }),
    )
  })

  test('[B12] leave the same said at the end: heads do not depend on the order', () => {
    const saidBy = (office: Office) => {
      const { heads, revisions } = office.answersOf('m2') ?? { heads: [], revisions: [] }
      return heads
        .map((head) => {
          const revision = revisions.find(({ act }) => act === head)
          const [answer] = revision?.answers ?? []
          return `${revision?.versionHash} ${answer && office.openings.get(answer.choiceCommit)}`
        })
        .sort()
    }
    fc.assert(
      fc.property(planArb, ({ acts, order, revoked }) => {
        const [one, other] = [arrive(acts, acts.length, revoked), arrive(order, order.length, revoked)]
        expect(saidBy(one)).toEqual(saidBy(other))
        expect(one.progressOf('m2')?.standing).toBe(other.progressOf('m2')?.standing)
        expect(entryIn(one)).toEqual(entryIn(other))
      }),
    )
  })

  test('[B8][B12] an objection that no later answer names never becomes agreement', () => {
    fc.assert(
      fc.property(planArb, ({ acts, order, revoked }) => {
        const named = new Set(
          acts.filter(({ device }) => !revoked.includes(device)).flatMap(({ prev }) => prev),
        )
        const objected = acts.some(
          ({ id, choice, device }) => choice !== 'agree' && !named.has(id) && !revoked.includes(device),
        )
        const entry = entryIn(arrive(order, order.length, revoked))
        if (objected) expect(entry?.kind).not.toBe('agree')
        expect(['deemed', 'not-reached']).not.toContain(entry?.kind)
      }),
    )
  })

  test('[B8][B9] whoever ever spoke, however late or from whatever tablet, is not deemed to agree', () => {
    fc.assert(
      fc.property(planArb, ({ order, late, revoked }) => {
        const office = arrive(order, order.length - late, revoked)
        expect(['deemed', 'not-reached']).not.toContain(entryIn(office)?.kind)
      }),
    )
  })

  test('[B8][B9] nor once closing waited and was extended: what came in between stands as if in time', () => {
    fc.assert(
      fc.property(planArb, ({ acts, order, late }) => {
        const office = new Office({}).issue(first).amend(second)
        const take = ({ id, device, choice, prev, former }: Planned) =>
          office.take(office.answer('m2', choice, { id, device, prev, version: former ? first : second }))
        order.slice(0, order.length - late).forEach(take)
        office.closeByServer({ from: office.now, to: office.now })
        order.slice(order.length - late).forEach(take)
        const deadlineAt = instant(office.now + 1)
        office.mustTake(
          office.act('extend-ballot', 'head', { ballot: office.ballot.id, deadlineAt, reason: 'mất điện' }),
        )
        office.closeByServer()
        expect(entryIn(office)).toEqual(entryIn(arrive(acts, acts.length, [])))
      }),
    )
  })
})
