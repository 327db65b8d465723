import type { RoomStore } from '../app/room-port.ts'

/**
 * How much may still be added to a device's outboxes by whoever has no session: a device's id is no secret, and each room
 * has room enough of its own. What is turned away goes by POST, where nothing is kept but the ledger's leaves.
 */
export type OutboxAllowance = {
  /** What is stored is counted anew. */
  measure(device: string): Promise<void>
  /** @returns false where that would be too much. */
  take(device: string, bytes: number): boolean
}

export function createOutboxAllowance(store: Pick<RoomStore, 'bytesUnder'>, limit: number): OutboxAllowance {
  const usedByDevice = new Map<string, number>()
  return {
    measure: async (device) => {
      usedByDevice.set(device, await store.bytesUnder(`acts/${device}/`))
    },
    take: (device, bytes) => {
      const used = (usedByDevice.get(device) ?? 0) + bytes
      if (used > limit) return false
      usedByDevice.set(device, used)
      return true
    },
  }
}
