/**
 * Version of what crosses the wire. A server answers clients of its own version and takes acts of every version back to
 * `oldestActs` (acts made offline may be a year old).
 */
export const protocolVersion = 1
export const oldestActs = 1
