/** Resolves after so many milliseconds. */
export type Pause = (ms: number) => Promise<void>

export type PacedLines = {
  /**
   * Waits for one's turn in a line, where turns come one after another. False at once where there is no room, or where the
   * same `who` waits in this line already: one address cannot fill it and shut the others out.
   */
  enter(line: string, who: string, waitMs: number): Promise<boolean>
}

/** Whoever guesses is slowed down, one answer after another, and nobody is ever shut out for good. */
export function createPacedLines(deps: { pause: Pause; lines: number; perLine: number }): PacedLines {
  const byName = new Map<string, { last: Promise<void>; waiting: Set<string> }>()
  return {
    enter: async (name, who, waitMs) => {
      const line = byName.get(name) ?? { last: Promise.resolve(), waiting: new Set() }
      if (line.waiting.has(who) || line.waiting.size >= deps.perLine) return false
      if (!byName.has(name) && byName.size >= deps.lines) return false
      byName.set(name, line)
      line.waiting.add(who)
      const turn = line.last.then(() => deps.pause(waitMs))
      line.last = turn
      await turn
      line.waiting.delete(who)
      if (line.waiting.size === 0) byName.delete(name)
      return true
    },
  }
}
