/** How often each outcome came about: a schedule that nothing ever happens in proves nothing. */
export type Outcomes = {
  add(name: string): void
  merge(other: Readonly<Record<string, number>>): void
  counts(): Record<string, number>
}

export function createOutcomes(): Outcomes {
  const counts = new Map<string, number>()
  const addTo = (name: string, by: number) => void counts.set(name, (counts.get(name) ?? 0) + by)
  return {
    add: (name) => addTo(name, 1),
    merge: (other) => {
      for (const [name, count] of Object.entries(other)) addTo(name, count)
    },
    counts: () => Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1))),
  }
}
