import { longestGap } from '../longest-gap.ts'
import type { UptimeStore } from '../ports.ts'
import type { MemoryState, MemoryStep } from './memory-state.ts'

export function createMemoryUptime({ beats }: MemoryState, step: MemoryStep): UptimeStore {
  return {
    beat: async (server, at) => {
      await step('uptime.beat')
      const before = beats.committed.get(server)
      if (!before) beats.committed.put(server, { from: at, to: at })
      else if (at > before.to) beats.committed.put(server, { from: before.from, to: at })
    },
    downBetween: async (from, to) => {
      await step('uptime.downBetween')
      const spans = [...beats.committed.entries()].map(([, span]) => span)
      return longestGap(spans, from, to)
    },
  }
}
