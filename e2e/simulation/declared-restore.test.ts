import './virtual-globals.ts'
import { expect, it } from 'vitest'
import { runDeclaredRestore } from './declared-restore.ts'
import { createOutcomes } from './outcomes.ts'

/** `RESTORE_RUNS` seeds, 40 where nobody says. */
const runs = Number(process.env['RESTORE_RUNS'] ?? 40)

it('[O2][O4] after a declared restore no recorded act is lost, and none is there twice', async () => {
  const outcomes = createOutcomes()
  for (let seed = 1; seed <= runs; seed++) {
    const { faults, counts } = await runDeclaredRestore(`restore ${seed}`)
    expect(faults, `seed ${seed}`).toEqual([])
    outcomes.merge(counts)
  }
  const { 'leaves handed in': handedIn = 0, 'event restore-ended': _ } = outcomes.counts()
  expect(handedIn).toBeGreaterThan(runs / 3)
}, 300_000)
