import { describe, expect, it } from 'vitest'
import { hourMs, instant, secondMs } from '../../shared/lib/time.ts'
import { createSignOfLife } from './sign-of-life.ts'
import { createMemoryDatabase } from './testing/memory-database.ts'

function createWorld() {
  const { uptime } = createMemoryDatabase().connect()
  let now = 0
  let dice = 0
  const random = (length: number) => {
    dice += 1
    return new Uint8Array(length).fill(dice)
  }
  const start = () => createSignOfLife({ uptime, clock: { now: () => instant(now) }, random })
  return { start, moveTo: (ms: number) => (now = ms) }
}

const from = instant(0)

describe('signs of life', () => {
  it('[B8] the moment between the last beat and the deadline is no downtime while the server runs', async () => {
    const { start, moveTo } = createWorld()
    const life = start()
    for (let at = 0; at <= hourMs; at += 5 * secondMs) {
      moveTo(at)
      await life.beat()
    }
    moveTo(hourMs + 4 * secondMs)
    expect(await life.downBetween(from, instant(hourMs + 3 * secondMs))).toBe(null)
  })

  it('[B8] a restart is a downtime', async () => {
    const { start, moveTo } = createWorld()
    const first = start()
    await first.beat()
    moveTo(10 * secondMs)
    await first.beat()
    moveTo(20 * secondMs)
    const second = start()
    await second.beat()
    moveTo(30 * secondMs)
    expect(await second.downBetween(from, instant(29 * secondMs))).toEqual({ from: 10_000, to: 20_000 })
  })

  it('[B8] a process that slept was not serving', async () => {
    const { start, moveTo } = createWorld()
    const life = start()
    await life.beat()
    moveTo(hourMs)
    expect(await life.downBetween(from, instant(hourMs))).toEqual({ from: 0, to: hourMs })
  })
})
