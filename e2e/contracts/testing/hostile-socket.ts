import type { IncomingMessage } from 'node:http'
import { WebSocket } from 'ws'
import type { HostileWorld } from './hostile-world.ts'

/** A socket as an attacker has it: any room, any header, any bytes. */
export type HostileSocket = {
  socket: WebSocket
  /** Close code, or the negative HTTP status where the upgrade was refused. */
  closed: Promise<number>
  /** Resolves with the next frame of this kind. */
  heard(isIt: (frame: Uint8Array) => boolean): Promise<void>
  /** Resolves when it is open, or over. */
  opened: Promise<void>
}

export function openSocket(
  { server }: Pick<HostileWorld, 'server'>,
  room: string,
  { cookie, headers = {} }: { cookie?: string; headers?: Record<string, string> } = {},
): HostileSocket {
  const socket = new WebSocket(`ws://127.0.0.1:${server.port}/rooms/${room}`, {
    headers: { ...(cookie === undefined ? {} : { Cookie: cookie }), ...headers },
    perMessageDeflate: false,
  })
  socket.binaryType = 'arraybuffer'
  const heard: HostileSocket['heard'] = (isIt) =>
    new Promise((resolve) =>
      socket.on('message', (data) => {
        if (data instanceof ArrayBuffer && isIt(new Uint8Array(data))) resolve()
      }),
    )
  socket.on('error', () => undefined)
  const closed = new Promise<number>((resolve) => {
    socket.on('unexpected-response', (_request, response: IncomingMessage) => {
      response.resume()
      socket.terminate()
      resolve(-(response.statusCode ?? 0))
    })
    socket.on('close', resolve)
  })
  const opened = new Promise<void>((resolve) => {
    socket.on('open', () => resolve())
    void closed.then(() => resolve())
  })
  return { socket, closed, heard, opened }
}

/** A request for the room's whole state, and how its answer begins. */
const asksForState = Uint8Array.of(0, 0, 1, 0)
const isState = (frame: Uint8Array) => frame[0] === 0 && frame[1] === 1
export const isStored = (frame: Uint8Array): boolean => frame[0] === 100

/** Sends these frames and a request for the state. @returns how the server ended it, or null where it answered. */
export async function sendFrames(
  world: Pick<HostileWorld, 'server'>,
  room: string,
  cookie: string | null,
  frames: readonly (Uint8Array | string)[],
): Promise<number | null> {
  const { socket, closed, opened, heard } = openSocket(world, room, cookie === null ? {} : { cookie })
  await opened
  const answered = heard(isState).then(() => null)
  for (const frame of [...frames, asksForState]) if (socket.readyState === WebSocket.OPEN) socket.send(frame)
  const code = await Promise.race([closed, answered])
  socket.terminate()
  await closed
  return code
}
