import './virtual-globals.ts'
import { expect, it } from 'vitest'
import { expectedOutcomes } from './expected-outcomes.ts'
import { createOutcomes } from './outcomes.ts'
import { type Ran, runSchedule } from './schedule.ts'

/**
 * Schedules in one of two workers: `SIM_RUNS` over both (200 where nobody says), beginning with `SIM_SEED`. By hand, any
 * number: `node e2e/simulation/run.ts 1-10000`.
 */
const runs = Number(process.env['SIM_RUNS'] ?? 200)
const first = Number(process.env['SIM_SEED'] ?? 1)
const perTest = 50
/** In fewer, the rarest of what must come about may be missing. */
const enough = 900

export async function mustHold(seed: string): Promise<Ran> {
  const ran = await runSchedule(seed)
  expect(ran.faults, `seed ${seed}; again: node e2e/simulation/run.ts ${seed}`).toEqual([])
  return ran
}

/** The worker of the even ones plants the bugs besides: every twentieth goes to the other, and both end at about one time. */
const halfOf = (seed: number) => (seed % 2 === 0 && seed % 20 !== 0 ? 0 : 1)

export function testHalf(half: 0 | 1): void {
  const seeds = Array.from({ length: runs }, (_, i) => first + i).filter((seed) => halfOf(seed) === half)
  const outcomes = createOutcomes()
  for (let from = 0; from < seeds.length; from += perTest) {
    const some = seeds.slice(from, from + perTest)
    it(`[O2][O1] schedules ${some[0]} to ${some.at(-1)} keep every promise`, async () => {
      for (const seed of some) outcomes.merge((await mustHold(String(seed))).counts)
    })
  }
  it('[O2] everything that can come about did', () => {
    const counts = outcomes.counts()
    const missing = expectedOutcomes.filter((name) => !counts[name])
    expect(seeds.length < enough ? [] : missing).toEqual([])
  })
}
