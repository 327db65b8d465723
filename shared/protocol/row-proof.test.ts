import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Entity, entitySchemaByKind, keyOf } from '../domain/entity.ts'
import { parseEntry } from './leaf.ts'
import { isRowProven, provenKinds, rebuildRow } from './row-proof.ts'
import { leafOf, liveBallot, trailOf } from './testing/lived-ballot.ts'
import { mutationOf } from './testing/mutation.ts'

const office = liveBallot()
const rows = [...office.rows.values()]
const leavesOf = (key: string) => trailOf(office, key).map((n) => leafOf(office, n))
const proven = rows.filter((row) => provenKinds.has(row.kind))

describe('rows', () => {
  test('[O4] of every kind come about in the story, each under its own key and of its schema', () => {
    expect([...new Set(rows.map(({ kind }) => kind))].sort()).toEqual(Object.keys(entitySchemaByKind).sort())
    for (const [key, row] of office.rows) {
      expect(keyOf(row)).toBe(key)
      expect(entitySchemaByKind[row.kind].parse(row)).toEqual(row)
    }
  })

  test('[O4] are the leaves applied, read again from their texts', () => {
    for (const [key, row] of office.rows) {
      const entries = leavesOf(key).flatMap((leaf) => parseEntry(leaf) ?? [])
      expect([key, rebuildRow(key, entries)]).toEqual([key, row])
    }
  })

  test('[O4] are made by the leaves in the order of their numbers, however they come', () => {
    for (const row of proven) {
      expect(isRowProven(keyOf(row), row, leavesOf(keyOf(row)).reverse())).toBe(true)
    }
  })
})

describe('a proven row', () => {
  test('[O4] is refused with any field of it changed, missing or added', () => {
    const mutated = fc
      .constantFrom(...proven)
      .chain((row) => mutationOf(row).map(({ value }) => ({ key: keyOf(row), value })))
    fc.assert(
      fc.property(mutated, ({ key, value }) => {
        expect(isRowProven(key, value as Entity, leavesOf(key))).toBe(false)
      }),
      { numRuns: 1000 },
    )
  })

  test('[O4] is refused under another key, without leaves, with a leaf twice, or with what is no leaf', () => {
    for (const row of proven) {
      const key = keyOf(row)
      const leaves = leavesOf(key)
      expect(isRowProven(key, row, leaves)).toBe(true)
      expect(isRowProven(`${key}x`, row, leaves)).toBe(false)
      expect(isRowProven(key, row, [])).toBe(false)
      expect(isRowProven(key, row, [...leaves, ...leaves.slice(-1)])).toBe(false)
      expect(isRowProven(key, row, [...leaves, '{}'])).toBe(false)
    }
  })

  test('[O4][B12] does not hide an answer whose leaf is shown', () => {
    const key = 'answers/ballot/m2'
    const row = office.rows.get(key)
    if (row?.kind !== 'answers') throw new Error('no answers')
    const [first] = row.revisions
    const hidden = { ...row, revisions: row.revisions.filter((revision) => revision !== first) }
    expect(isRowProven(key, hidden, leavesOf(key))).toBe(false)
    // Whoever hides the leaf as well is found by the member's own receipt, not here.
    expect(isRowProven(key, hidden, leavesOf(key).slice(1))).toBe(true)
  })
})
