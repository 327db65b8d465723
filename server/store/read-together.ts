/**
 * One question for all who ask while another is under way: three hundred requests at once would be three hundred ways to the
 * database. Nobody is given what was read before they asked.
 */
export function readTogether<K, V>(
  read: (keys: readonly K[]) => Promise<ReadonlyMap<K, V>>,
): (key: K) => Promise<V | undefined> {
  type Batch = { keys: Set<K>; found: Promise<ReadonlyMap<K, V>> }
  let running: Promise<unknown> | null = null
  let next: Batch | null = null

  const begin = (keys: ReadonlySet<K>) => {
    next = null
    const reading = read([...keys])
    const ended = reading
      .catch(() => null)
      .then(() => {
        if (running === ended) running = null
      })
    running = ended
    return reading
  }

  return async (key) => {
    if (!running) return (await begin(new Set([key]))).get(key)
    if (!next) {
      const keys = new Set<K>()
      next = { keys, found: running.then(() => begin(keys)) }
    }
    next.keys.add(key)
    return (await next.found).get(key)
  }
}
