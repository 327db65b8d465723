import { expect, test } from 'vitest'
import { createLeader, type LeaderState } from './leader.ts'

let serial = 0

/** A tab: its states as they come, and what it was told to stop. */
function openTab(name: string, { isPatienceOver = false, isFrozen = false } = {}) {
  const states: LeaderState[] = []
  const waiters: { state: LeaderState; resolve: () => void }[] = []
  let stopped = 0
  const channel = new BroadcastChannel(name)
  const frozen = { postMessage: () => {}, addEventListener: () => {}, close: () => channel.close() }
  const leader = createLeader({
    name,
    locks: navigator.locks,
    channel: isFrozen ? frozen : channel,
    timers: {
      after: (_, task) => {
        if (isPatienceOver) task()
        return () => {}
      },
    },
    stopWork: async () => {
      stopped += 1
    },
    onState: (state) => {
      states.push(state)
      for (const it of waiters.filter((waiter) => waiter.state === state)) it.resolve()
    },
  })
  const until = (state: LeaderState) =>
    leader.state() === state
      ? Promise.resolve()
      : new Promise<void>((resolve) => waiters.push({ state, resolve }))
  return { leader, states, until, stopped: () => stopped }
}

const newName = () => `leader-test-${serial++}`

test('[O2] one tab leads, and the next one when it is closed', async () => {
  const name = newName()
  const first = openTab(name)
  await first.until('leading')
  const second = openTab(name)
  expect(second.leader.state()).toBe('waiting')
  first.leader.stop()
  await second.until('leading')
  second.leader.stop()
})

test('[O2] a tab that takes over leads after the old one has stopped its work', async () => {
  const name = newName()
  const first = openTab(name)
  await first.until('leading')
  const second = openTab(name)
  const third = openTab(name)
  third.leader.takeOver()
  await third.until('leading')
  await second.until('aside')
  expect(first.states).toEqual(['leading', 'aside'])
  expect(first.stopped()).toBe(1)
  expect(third.states).toEqual(['leading'])
  first.leader.takeOver()
  await first.until('leading')
  expect(third.states).toEqual(['leading', 'aside'])
  for (const tab of [first, second, third]) tab.leader.stop()
})

test('[O2] from a tab that does not answer the lock is taken away, and its work ends', async () => {
  const name = newName()
  const frozen = openTab(name, { isFrozen: true })
  await frozen.until('leading')
  const second = openTab(name, { isPatienceOver: true })
  second.leader.takeOver()
  await second.until('leading')
  await frozen.until('aside')
  expect(frozen.stopped()).toBe(1)
  frozen.leader.stop()
  second.leader.stop()
})

test('[O2] a tab that was put aside goes on by itself when the other is closed', async () => {
  const name = newName()
  const first = openTab(name)
  await first.until('leading')
  const second = openTab(name)
  second.leader.takeOver()
  await second.until('leading')
  await first.until('aside')
  second.leader.stop()
  await first.until('leading')
  expect(first.states).toEqual(['leading', 'aside', 'leading'])
  first.leader.stop()
})
