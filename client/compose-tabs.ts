import type { Application } from './app/application.ts'
import type { Timers } from './app/ports.ts'
import type { TabState, Tabs } from './app/tabs.ts'
import { createLeader } from './store/leader.ts'

/** Exactly one tab works (docs/decisions/0007): the application starts when this tab leads, and stops when another takes over. */
export function createTabs(application: Application, timers: Timers): Tabs {
  let state: TabState = 'waiting'
  const listeners = new Set<() => void>()
  const leader = createLeader({
    name: 'e-cabinet',
    locks: navigator.locks,
    channel: new BroadcastChannel('e-cabinet'),
    timers,
    stopWork: async () => application.stop(),
    onState: (next) => {
      state = next
      if (next === 'leading') void application.start()
      for (const listener of [...listeners]) listener()
    },
  })
  return {
    state: () => state,
    takeOver: () => leader.takeOver(),
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
