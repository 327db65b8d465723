import type { WorkingCopy } from './working-copy.ts'

/** Small things this tablet remembers of its user: what has been dealt with, which files were looked at. */
export type LocalMarks = {
  has(key: string): boolean
  add(key: string): Promise<void>
}

export function createLocalMarks(
  copy: Pick<WorkingCopy, 'local' | 'setLocal'>,
  name: 'dealt' | 'noticed' | 'asked',
): LocalMarks {
  const added = new Set<string>()
  const known = (): string[] => {
    const value = copy.local(name)
    const stored = Array.isArray(value) ? value.filter((key) => typeof key === 'string') : []
    return [...new Set([...stored, ...added])]
  }
  return {
    has: (key) => known().includes(key),
    add: async (key) => {
      if (known().includes(key)) return
      added.add(key)
      await copy.setLocal(name, known())
    },
  }
}
