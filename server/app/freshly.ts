/**
 * Loads what is as of the moment of the call or later, for many callers at once: who asks while one load is under way waits for
 * the next, which all who came meanwhile share. So there are never more than two of a key, however many ask.
 */
export function createFreshly<K, T>(load: (key: K) => Promise<T>): (key: K) => Promise<T> {
  const lines = new Map<K, { running: Promise<unknown>; next: Promise<T> | null }>()

  const begin = (key: K): Promise<T> => {
    const running = load(key)
    const line = { running, next: null }
    lines.set(key, line)
    const leave = () => {
      if (lines.get(key) === line && line.next === null) lines.delete(key)
    }
    running.then(leave, leave)
    return running
  }

  return (key) => {
    const line = lines.get(key)
    if (!line) return begin(key)
    const after = () => begin(key)
    line.next ??= line.running.then(after, after)
    return line.next
  }
}
