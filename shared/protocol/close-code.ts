/**
 * Why a room's socket is closed. y-websocket 3.1 takes 4400-4499 as final and reconnects after anything else,
 * so a code below 4500 says "not again like this" and one from 4500 says "again, later".
 */
export const closeCode = {
  /** Cut by the socket layer: a message larger than it reads at all. The same message can only meet the same end. */
  messageTooBig: 1009,
  /** The server restarts; come back. RFC 6455 registry: service restart. */
  restarting: 1012,
  /** Nobody is signed in on this connection. */
  notSignedIn: 4401,
  /** This room is not for this person or device, or there is none: both answer alike. Also a write into a room only read. */
  notAllowed: 4403,
  /** The frame, or the room with it, is larger than is taken. */
  tooLarge: 4413,
  /** No frame of this protocol, or an update that Yjs cannot apply: rebuild the document, then connect anew. */
  malformed: 4422,
  /** The answers are not being read fast enough. */
  slowReader: 4508,
  /** The store or the gate did not answer; nothing sent since the last `stored` message is known to be kept. */
  unavailable: 4503,
  /** More frames than the server takes in this time. */
  tooFast: 4529,
  /** More sockets than one person, one address or the server holds. */
  tooMany: 4530,
} as const

/** The server means it: asking again at once changes nothing. */
export const isFinalCode = (code: number | null): boolean =>
  code === closeCode.messageTooBig || (code !== null && code >= 4400 && code < 4500)

export type CloseCode = (typeof closeCode)[keyof typeof closeCode]

/** Short and constant: a reason travels to whoever asked and must tell nothing more than its code. */
export const closeReason: Record<CloseCode, string> = {
  [closeCode.messageTooBig]: 'message too big',
  [closeCode.restarting]: 'restarting',
  [closeCode.notSignedIn]: 'not signed in',
  [closeCode.notAllowed]: 'not allowed',
  [closeCode.tooLarge]: 'too large',
  [closeCode.malformed]: 'malformed',
  [closeCode.slowReader]: 'slow reader',
  [closeCode.unavailable]: 'unavailable',
  [closeCode.tooFast]: 'too fast',
  [closeCode.tooMany]: 'too many',
}
