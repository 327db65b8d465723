import type { RestoreReads, RestoreWrites } from '../restore-port.ts'
import type { MemoryState, MemoryStep } from './memory-state.ts'

const epochOf = (state: MemoryState, side: 'committed' | 'draft') => state.heads[side].get('head')?.epoch ?? 0

export function createMemoryRestoreReads(state: MemoryState, side: 'committed' | 'draft'): RestoreReads {
  const ofEpoch = <T extends { into: number }>(rows: Iterable<[string, T]>) =>
    [...rows].map(([, row]) => row).filter(({ into }) => into === epochOf(state, side))
  return {
    announced: async () => state.announced[side].get('announced') ?? null,
    handedIn: async () =>
      ofEpoch(state.handedIn[side].entries())
        .map(({ into: _, ...row }) => row)
        .sort((a, b) => a.epoch - b.epoch || a.n - b.n || (a.hash < b.hash ? -1 : 1)),
    checkIns: async () =>
      ofEpoch(state.checkIns[side].entries())
        .map(({ into: _, ...row }) => row)
        .sort((a, b) => (a.device < b.device ? -1 : 1)),
  }
}

export function createMemoryRestoreWrites(state: MemoryState, step: MemoryStep): RestoreWrites {
  const into = () => epochOf(state, 'draft')
  return {
    announce: async (announced, note) => {
      await step('announce')
      const head = state.heads.draft.get('head')
      if (!head) throw new Error('an empty ledger was restored by nobody')
      const { epoch, size } = announced
      state.heads.draft.put('head', { ...head, epoch, checkpoint: { size, note } })
      state.announced.draft.put('announced', announced)
    },
    putHandedIn: async (rows) => {
      await step('putHandedIn')
      for (const row of rows) {
        const key = `${into()}/${row.epoch}/${row.n}/${row.hash}`
        const known = state.handedIn.draft.get(key)
        state.handedIn.draft.put(key, { ...(known ?? row), state: row.state, into: into() })
      }
    },
    putCheckIn: async (row) => {
      await step('putCheckIn')
      state.checkIns.draft.put(`${into()}/${row.device}`, { ...row, into: into() })
    },
  }
}
