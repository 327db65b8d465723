import { describe, expect, it } from 'vitest'
import { createManualTime } from '../live/testing/manual-time.ts'
import { createRepeating } from './repeating.ts'

function createWorld(work: () => Promise<unknown>) {
  const time = createManualTime()
  const logged: unknown[] = []
  const log = (...line: unknown[]) => void logged.push(line)
  const job = createRepeating({ name: 'tick', everyMs: 1000, firstMs: 10, work, timers: time, log })
  return { time, job, logged }
}

describe('work that comes again', () => {
  it('comes after its first delay, then each time so long after it has ended', async () => {
    let runs = 0
    const { time, job } = createWorld(async () => void runs++)
    job.start()
    await time.advance(9)
    expect(runs).toBe(0)
    await time.advance(3001)
    expect(runs).toBe(4)
    await job.stop()
    await time.advance(10_000)
    expect(runs).toBe(4)
  })

  it('never runs twice at once, and stopping waits for what runs', async () => {
    const release: (() => void)[] = []
    const { time, job } = createWorld(() => new Promise<void>((resolve) => release.push(resolve)))
    job.start()
    await time.advance(10_000)
    expect(release.length).toBe(1)
    let isStopped = false
    const stopping = job.stop().then(() => {
      isStopped = true
    })
    await time.rest()
    expect(isStopped).toBe(false)
    release[0]?.()
    await stopping
    await time.advance(10_000)
    expect(release.length).toBe(1)
  })

  it('goes on after a failure, and says so', async () => {
    let runs = 0
    const { time, job, logged } = createWorld(async () => {
      runs += 1
      throw new Error('no database')
    })
    job.start()
    await time.advance(1010)
    expect(runs).toBe(2)
    expect(logged[0]).toEqual(['error', 'job-failed', { job: 'tick', error: 'Error: no database' }])
    await job.stop()
  })
})
