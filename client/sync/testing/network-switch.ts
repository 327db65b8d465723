import type { NetworkEvents } from '../network-events.ts'

/** The machine's belief about its network, switched by hand. */
export function createNetworkSwitch(): NetworkEvents & { set(isOnline: boolean): void } {
  const listeners = new Set<(isOnline: boolean) => void>()
  return {
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    set(isOnline) {
      for (const listener of [...listeners]) listener(isOnline)
    },
  }
}
