import './virtual-globals.ts'
import { createOutcomes } from './outcomes.ts'
import { runSchedule } from './schedule.ts'

/**
 * Schedules by hand: `node e2e/simulation/run.ts 12 77`, or `1-10000`. Ends with 1 at the first that breaks a promise, and says
 * which; `SIM_ALL=1` goes on to the last.
 */
const seeds = process.argv.slice(2).flatMap((text) => {
  const [from = 0, to = from] = text.split('-').map(Number)
  return Array.from({ length: to - from + 1 }, (_, i) => from + i)
})
const outcomes = createOutcomes()
const startedAt = performance.now()
let ran = 0
for (const seed of seeds) {
  const { faults, counts } = await runSchedule(String(seed))
  outcomes.merge(counts)
  ran += 1
  if (faults.length === 0) continue
  console.log(`seed ${seed}`, JSON.stringify(faults, null, 1).slice(0, 4000))
  process.exitCode = 1
  if (process.env['SIM_ALL'] === undefined) break
}
const took = performance.now() - startedAt
console.error(outcomes.counts(), `${ran} schedules, ${(took / Math.max(1, ran)).toFixed(0)} ms each`)
