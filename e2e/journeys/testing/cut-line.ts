import { connect, createServer, type Server, type Socket } from 'node:net'
import { freePort } from './free-port.ts'

/**
 * A line of a tablet's own to the server, that can be cut: unlike a browser's switch for "offline" it also ends what is
 * open, and a cut tablet finds nobody at the other end, as in a lift.
 */
export type Line = {
  port: number
  cut(): Promise<void>
  mend(): Promise<void>
}

export async function layLine(serverPort: number): Promise<Line> {
  const open = new Set<Socket>()
  const keep = (socket: Socket) => {
    open.add(socket)
    socket.on('close', () => open.delete(socket))
    socket.on('error', () => socket.destroy())
  }
  const accept = (near: Socket) => {
    const far = connect(serverPort, '127.0.0.1')
    keep(near)
    keep(far)
    near.on('close', () => far.destroy())
    far.on('close', () => near.destroy())
    near.pipe(far).pipe(near)
  }
  const port = await freePort()
  let server = await listen(accept, port)
  return {
    port,
    cut: async () => {
      const closed = new Promise((done) => server.close(done))
      for (const socket of open) socket.destroy()
      await closed
    },
    mend: async () => {
      if (!server.listening) server = await listen(accept, port)
    },
  }
}

const listen = (accept: (near: Socket) => void, port: number): Promise<Server> =>
  new Promise((resolve, reject) => {
    const server = createServer(accept)
    server.once('error', reject)
    // Keeps no process alive that has nothing else to do.
    server.unref()
    server.listen(port, '127.0.0.1', () => resolve(server))
  })
