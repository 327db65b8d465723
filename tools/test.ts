import { type Count, sumOf } from './test-count.ts'
import { stepBehind, steps } from './test-steps.ts'

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !(name in steps))
if (unknown.length > 0) {
  console.error(`No such step: ${unknown.join(', ')}. There are: ${Object.keys(steps).join(', ')}`)
  process.exit(2)
}

const counts: Count[] = []
const summary: string[] = []
const wanted = Object.entries(steps).filter(([name]) => asked.length === 0 || asked.includes(name))
const behind: Promise<void>[] = []
for (const [at, [name, run]] of wanted.entries()) {
  const isBehind = name === stepBehind && at < wanted.length - 1
  console.log(`\n== ${name}${isBehind ? ' begins, behind those that follow' : ''}`)
  const running = perform(name, run({ behind: isBehind }))
  if (isBehind) behind.push(running)
  else await running
}
await Promise.all(behind)

async function perform(name: string, running: Promise<Count | undefined>): Promise<void> {
  const startedAt = performance.now()
  const count = await running.catch((error: unknown): Count => {
    console.error(error)
    return { passed: 0, failed: 1, unsteady: [] }
  })
  if (count !== undefined) counts.push(count)
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
  const result = count === undefined ? 'left out: no tests there' : `${count.passed} ok, ${count.failed} not`
  summary.push(`${name.padEnd(12)}${result} (${seconds} s)`)
}

const total = sumOf(counts)
const nothingRan = total.passed + total.failed === 0
console.log(`\n${summary.join('\n')}${nothingRan ? '\nNothing ran.' : ''}`)
if (total.unsteady.length > 0)
  console.log(
    `\nUNSTEADY: passed only at the second attempt, to be mended:\n  ${total.unsteady.join('\n  ')}\n`,
  )
console.log(`${total.passed} passed, ${total.failed} failed`)
if (total.failed > 0 || nothingRan) process.exitCode = 1
