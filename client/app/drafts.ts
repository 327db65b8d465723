import type { WorkingCopy } from './working-copy.ts'

/**
 * Half-written work, kept on this tablet so that a lock, a kill or an update loses none of it (O7). Nobody's record: it is
 * not signed and never leaves.
 */
export type Drafts = {
  /** What was kept under a name; whoever reads it parses it. */
  of(name: string): unknown
  names(): string[]
  /** Null forgets it. Resolves to whether it is durable. */
  keep(name: string, value: unknown): Promise<boolean>
}

export function createDrafts(copy: Pick<WorkingCopy, 'local' | 'setLocal' | 'subscribe'>): Drafts {
  /** Changes under way: told at once, though the store has not answered. */
  const under = new Map<string, unknown>()
  let line: Promise<unknown> = Promise.resolve()
  /** How the last write ended. */
  let isDurable = true

  const stored = (): Record<string, unknown> => {
    const value = copy.local('drafts')
    return typeof value === 'object' && value !== null ? { ...value } : {}
  }
  const all = () =>
    Object.entries({ ...stored(), ...Object.fromEntries(under) }).filter(([, v]) => v !== null)

  return {
    of: (name) => all().find(([key]) => key === name)?.[1],
    names: () => all().map(([key]) => key),
    keep: (name, value) => {
      under.set(name, value)
      // One write after the other, each over all that came before: two drafts never undo one another. Letters that were typed
      // while one was on its way are written together.
      const written = line.then(async () => {
        if (under.get(name) !== value) return isDurable
        const now = new Map(under)
        try {
          const next = Object.fromEntries(all())
          // Whoever writes sees each letter as it is; all other screens show which drafts there are, and are left alone.
          await copy.setLocal('drafts', next, hasSameNames(stored(), next))
          for (const [key, kept] of now) if (under.get(key) === kept) under.delete(key)
          isDurable = true
        } catch {
          isDurable = false
        }
        return isDurable
      })
      line = written
      return written
    },
  }
}

const hasSameNames = (before: object, after: object): boolean =>
  Object.keys(before).sort().join('\n') === Object.keys(after).sort().join('\n')
