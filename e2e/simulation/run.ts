import './virtual-globals.ts'
import { createOutcomes } from './outcomes.ts'
import { runSchedule } from './schedule.ts'

/** `node e2e/simulation/run.ts FROM COUNT`: schedules by hand, any number; ends with 1 at the first that breaks a promise. */
const [from = '1', count = '1'] = process.argv.slice(2)
const all = createOutcomes()
const startedAt = performance.now()
for (let seed = Number(from); seed < Number(from) + Number(count); seed++) {
  const { faults, counts } = await runSchedule(String(seed))
  all.merge(counts)
  if (faults.length > 0) {
    console.log(`seed ${seed}`, JSON.stringify(faults, null, 1).slice(0, 4000))
    process.exitCode = 1
    if (!process.env['SIM_ALL']) break
  }
}
console.log(all.counts())
console.log(`${((performance.now() - startedAt) / Number(count)).toFixed(1)} ms a schedule`)
