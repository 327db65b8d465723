import { webcrypto } from 'node:crypto'
import type { Dice } from './dice.ts'
import type { VirtualTime } from './virtual-time.ts'

/**
 * y-websocket takes its timers and its hour from the global object and Yjs its random names, some of it when it is first
 * imported. So this module is
 * imported before any other; outside a schedule everything is as it was.
 */

const real = { setTimeout, clearTimeout, setInterval, clearInterval, now: Date.now }
const realRandom = webcrypto.getRandomValues.bind(webcrypto)
let current: VirtualTime | null = null
let dice: Dice | null = null
let lastId = 0
const cancelById = new Map<unknown, () => void>()

function plan(time: VirtualTime, everyMs: number, task: () => void, isRepeated: boolean): number {
  lastId += 1
  const id = lastId
  const run = () => {
    if (isRepeated) cancelById.set(id, time.after(everyMs, run))
    else cancelById.delete(id)
    task()
  }
  cancelById.set(id, time.after(everyMs, run))
  return id
}

function cancel(id: unknown): boolean {
  const end = cancelById.get(id)
  end?.()
  return cancelById.delete(id)
}

type Task = (...given: unknown[]) => void

Object.assign(globalThis, {
  setTimeout: (task: Task, ms = 0, ...given: unknown[]) =>
    current ? plan(current, ms, () => task(...given), false) : real.setTimeout(task, ms, ...given),
  setInterval: (task: Task, ms = 0, ...given: unknown[]) =>
    current
      ? plan(current, Math.max(1, ms), () => task(...given), true)
      : real.setInterval(task, ms, ...given),
  clearTimeout: (id: Parameters<typeof clearTimeout>[0]) => {
    if (!cancel(id)) real.clearTimeout(id)
  },
  clearInterval: (id: Parameters<typeof clearInterval>[0]) => {
    if (!cancel(id)) real.clearInterval(id)
  },
})
Date.now = () => (current ? current.now() : real.now())

Object.assign(webcrypto, {
  getRandomValues: (array: Uint32Array) =>
    (dice ? array.set(dice.words(array.length)) : realRandom(array)) ?? array,
})

/** @returns gives the globals back. */
export function enterVirtualTime(time: VirtualTime, chance: Dice): () => void {
  current = time
  dice = chance
  return () => {
    current = null
    dice = null
    cancelById.clear()
  }
}
