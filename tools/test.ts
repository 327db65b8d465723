import type { Count } from './checks.ts'
import { sumOf } from './test-count.ts'
import { steps } from './test-steps.ts'

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !(name in steps))
if (unknown.length > 0) {
  console.error(`No such step: ${unknown.join(', ')}. There are: ${Object.keys(steps).join(', ')}`)
  process.exit(2)
}

const counts: Count[] = []
const summary: string[] = []
for (const [name, run] of Object.entries(steps)) {
  if (asked.length > 0 && !asked.includes(name)) continue
  console.log(`\n== ${name}`)
  const startedAt = performance.now()
  const count = await run().catch((error: unknown): Count => {
    console.error(error)
    return { passed: 0, failed: 1 }
  })
  if (count !== undefined) counts.push(count)
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
  const result = count === undefined ? 'left out: no tests there' : `${count.passed} ok, ${count.failed} not`
  summary.push(`${name.padEnd(12)}${result} (${seconds} s)`)
}

const total = sumOf(counts)
const nothingRan = total.passed + total.failed === 0
console.log(`\n${summary.join('\n')}${nothingRan ? '\nNothing ran.' : ''}`)
console.log(`${total.passed} passed, ${total.failed} failed`)
if (total.failed > 0 || nothingRan) process.exitCode = 1
