import { expect, test } from 'vitest'
import type { Act, ActKind } from '../act.ts'
import { questionOfAct } from '../decide.ts'
import { reasonOf } from './meeting-office.ts'
import type { Office } from './office.ts'

type ActTable<K extends ActKind, S extends string, O extends Office> = {
  /** Ids of the rules that the table is of, as they begin the names of its tests. */
  rules: { whole: string; each: string; asking: string }
  kinds: readonly K[]
  states: readonly S[]
  /** Rows by kind, cells in the order of `states`. */
  table: Readonly<Record<K, readonly string[]>>
  officeIn(state: S): O
  /** A well-formed act of its kind, by somebody who may do it: only the state decides. */
  actFor(kind: K, office: O): Act
  /** The state in which every kind has something to ask about. */
  asksIn: S
}

/** Every act in every state: a kind without a row, a missing cell, and a wrong one fail. */
export function testActTable<K extends ActKind, S extends string, O extends Office>(
  given: ActTable<K, S, O>,
): void {
  const { rules, kinds, states, table, officeIn, actFor } = given
  test(`${rules.whole} has a cell`, () => {
    expect(Object.keys(table).sort()).toEqual([...kinds].sort())
    for (const kind of kinds) expect([kind, table[kind].length]).toEqual([kind, states.length])
  })

  for (const kind of kinds) {
    test(`${rules.each} ${kind}`, () => {
      const found = states.map((state) => {
        const office = officeIn(state)
        return [state, reasonOf(office.take(actFor(kind, office)))]
      })
      expect(found).toEqual(states.map((state, i) => [state, table[kind][i]]))
    })
  }

  test(`${rules.asking} asks \`permit\` about itself`, () => {
    for (const kind of kinds) {
      const office = officeIn(given.asksIn)
      const act = actFor(kind, office)
      expect(questionOfAct(act, office.contextOf(act).reader)?.action).toBe(kind)
    }
  })
}
