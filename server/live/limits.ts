/** What one client may ask of the room server. Bytes, milliseconds and counts. */
export interface LiveLimits {
  /** One message of the protocol. */
  frameBytes: number
  /** What the socket layer takes before it cuts by itself with 1009, without having read the message. */
  payloadBytes: number
  /** Frames a second in the long run. A large one counts once for each `bytesPerFrame`, a request for a state `stateCost`. */
  framesPerSecond: number
  frameBurst: number
  stateCost: number
  bytesPerFrame: number
  /** Of all sockets of a person together, rooms opened one after another too: what is sent is kept, in memory and on disk. */
  personBurstBytes: number
  personBytesPerSecond: number
  /** Held for a socket that is still being authorised or whose room is being read. */
  openingFrames: number
  openingBytes: number
  /** Updates of a room that wait for the running commit. */
  inboxBytes: number
  /** All stored updates of a room. */
  roomBytes: number
  /** The same for an outbox: any device may begin one without signing in. */
  outboxBytes: number
  /** All outboxes of one device together, as far as they are written into without a session. */
  deviceOutboxBytes: number
  /** Updates that arrived before what they build on. */
  pendingBytes: number
  /** Unsent answers of one socket. */
  bufferedBytes: number
  socketsPerPerson: number
  /** Generous: a whole building may come from one address. */
  socketsPerAddress: number
  sockets: number
  presenceStateBytes: number
  /** Yjs clients one socket may speak for. */
  presenceClients: number
  /** Entries of one presence message; a stock client echoes everybody's. */
  presenceEntries: number
  /** How long a first update waits for others to share its commit. */
  commitWindowMs: number
  /** A ping and a sign of life each so often; who was silent between two is gone. y-websocket gives up after 30 s. */
  heartbeatMs: number
  /** A room nobody is in stays in memory so long. */
  idleMs: number
  /** Rows of a room after which it is rewritten as one. */
  compactRows: number
  /** The same, when it is put away. */
  compactIdleRows: number
}

const kibi = 1024
const mebi = 1024 * kibi

export const defaultLimits: LiveLimits = {
  frameBytes: 4 * mebi,
  payloadBytes: 8 * mebi,
  framesPerSecond: 200,
  frameBurst: 2000,
  stateCost: 10,
  bytesPerFrame: 4 * kibi,
  personBurstBytes: 64 * mebi,
  personBytesPerSecond: 256 * kibi,
  openingFrames: 500,
  openingBytes: 8 * mebi,
  inboxBytes: 16 * mebi,
  roomBytes: 32 * mebi,
  outboxBytes: 8 * mebi,
  deviceOutboxBytes: 64 * mebi,
  pendingBytes: 256 * kibi,
  bufferedBytes: 8 * mebi,
  socketsPerPerson: 200,
  socketsPerAddress: 2000,
  sockets: 10_000,
  presenceStateBytes: 4 * kibi,
  presenceClients: 4,
  presenceEntries: 1000,
  commitWindowMs: 3,
  heartbeatMs: 20_000,
  idleMs: 30_000,
  compactRows: 200,
  compactIdleRows: 16,
}
