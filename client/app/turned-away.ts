import type { NetworkFault } from './ports.ts'

/** This device is not let in (any more). A server in trouble or under load refuses too, and means nobody by it. */
export const isTurnedAway = (fault: NetworkFault): boolean =>
  fault.kind === 'refused' && fault.status < 500 && fault.status !== 429

/** Said only to who holds the device's key. */
export const isRevoked = (fault: NetworkFault): boolean =>
  fault.kind === 'refused' && fault.error.kind === 'device-not-active' && fault.error['state'] === 'revoked'
