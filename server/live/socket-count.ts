/** How many of something each key has, forgetting keys that have none. */
export interface SocketCount {
  count(key: string): number
  add(key: string): void
  remove(key: string): void
}

export function createSocketCount(): SocketCount {
  const countByKey = new Map<string, number>()
  const count = (key: string) => countByKey.get(key) ?? 0
  return {
    count,
    add(key) {
      countByKey.set(key, count(key) + 1)
    },
    remove(key) {
      if (count(key) > 1) countByKey.set(key, count(key) - 1)
      else countByKey.delete(key)
    },
  }
}
