/** One socket before its frames mean anything: what may come in, how much may pile up, whether anybody is still there. */
import { type CloseCode, closeCode, closeReason } from '../../shared/protocol/close-code.ts'
import type { RoomClock } from '../app/room-port.ts'
import type { Connection, Peer } from './connection.ts'
import type { LiveLimits } from './limits.ts'
import { createTokenBucket } from './token-bucket.ts'

export interface Line extends Peer {
  send(frame: Uint8Array): void
  close(code: CloseCode): void
  /** Frames go to `handler` from now on, those held back first. */
  attach(handler: (frame: Uint8Array) => void): void
  /** Frames are held back, unread, until `attach`. */
  hold(): void
  /** Called every `heartbeatMs`: asks for a sign of life, or cuts who gave none since the last call. */
  beat(alive: Uint8Array): void
  isClosed(): boolean
}

export interface LineOptions {
  connection: Connection
  clock: RoomClock
  limits: LiveLimits
  /** Called once, when the line is over for whatever reason; `code` null: the other side went. */
  onClosed(code: CloseCode | null): void
}

/** First bytes of a request for a room's whole state: sync (0), step 1 (0). */
const asksForState = (frame: Uint8Array) => frame[0] === 0 && frame[1] === 0

export function createLine({ connection, clock, limits, onClosed }: LineOptions): Line {
  const bucket = createTokenBucket(clock, limits.framesPerSecond, limits.frameBurst)
  let handler: ((frame: Uint8Array) => void) | null = null
  let held: Uint8Array[] = []
  let heldBytes = 0
  let isAlive = true
  let isOver = false

  const costOf = (frame: Uint8Array) =>
    Math.max(asksForState(frame) ? limits.stateCost : 1, frame.length / limits.bytesPerFrame)

  function end(code: CloseCode | null): void {
    if (isOver) return
    isOver = true
    held = []
    onClosed(code)
  }

  function close(code: CloseCode): void {
    if (isOver) return
    connection.close(code, closeReason[code])
    end(code)
  }

  function holdBack(frame: Uint8Array): void {
    heldBytes += frame.length
    if (held.length >= limits.openingFrames || heldBytes > limits.openingBytes) close(closeCode.tooFast)
    else held.push(frame)
  }

  return {
    close,
    isClosed: () => isOver,
    send(frame) {
      if (isOver) return
      if (connection.bufferedBytes() > limits.bufferedBytes) close(closeCode.slowReader)
      else connection.send(frame)
    },
    receive(frame) {
      isAlive = true
      if (isOver) return
      if (frame.length > limits.frameBytes) close(closeCode.tooLarge)
      else if (!bucket.take(costOf(frame))) close(closeCode.tooFast)
      else if (handler) handler(frame)
      else holdBack(frame)
    },
    receiveText: () => close(closeCode.malformed),
    pong() {
      isAlive = true
    },
    closed: () => end(null),
    attach(next) {
      const frames = held
      held = []
      heldBytes = 0
      handler = next
      for (const frame of frames) if (!isOver && handler === next) next(frame)
    },
    hold() {
      handler = null
    },
    beat(alive) {
      if (isOver) return
      if (!isAlive) {
        connection.drop()
        end(null)
        return
      }
      isAlive = false
      connection.ping()
      this.send(alive)
    },
  }
}
