/** A socket as the rooms see it: what `ws` gives in production and a pair of arrays in a simulation. */
export interface Connection {
  send(frame: Uint8Array): void
  /** Starts the closing handshake. */
  close(code: number, reason: string): void
  /** Cuts at once; for a peer that no longer answers. */
  drop(): void
  ping(): void
  /** Bytes accepted by `send` that the network has not taken yet. */
  bufferedBytes(): number
}

/** What the owner of the socket tells the rooms. Every call is safe at any time, after the end too. */
export interface Peer {
  receive(frame: Uint8Array): void
  /** A message that is text: no room speaks that. */
  receiveText(): void
  pong(): void
  closed(): void
}
