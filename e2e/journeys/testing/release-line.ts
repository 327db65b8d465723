import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import { connect } from 'node:net'
import { freePort } from './free-port.ts'

/** Stands in front of the server; after `publish` the program that it hands out is the next version. */
export type ReleaseLine = { port: number; publish(): void; close(): Promise<void> }

const workerPath = '/service-worker.js'

export async function layReleaseLine(serverPort: number): Promise<ReleaseLine> {
  let isPublished = false
  const target = { host: '127.0.0.1', port: serverPort }

  const pass = (asked: IncomingMessage, answer: ServerResponse) => {
    const { method, url, headers } = asked
    const isNew = isPublished && url === workerPath
    // Whole and plain, so that something can be written behind it.
    const wanted = isNew ? { host: headers.host } : headers
    const onward = request({ ...target, method, path: url, headers: wanted }, (reply) => {
      const { 'content-length': length, ...rest } = reply.headers
      answer.writeHead(reply.statusCode ?? 502, isNew || length === undefined ? rest : reply.headers)
      if (!isNew) return void reply.pipe(answer)
      // Another byte is another version to the browser.
      reply.on('end', () => answer.end('\n// The next version.\n')).pipe(answer, { end: false })
      return undefined
    })
    onward.on('error', () => answer.destroy())
    asked.pipe(onward)
  }

  const server = createServer(pass)
  const sockets = new Set<{ destroy(): void }>()
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  server.on('upgrade', ({ url, rawHeaders }, socket, head) => {
    const onward = connect(target, () => {
      const lines = rawHeaders.flatMap((name, i) => (i % 2 === 0 ? [`${name}: ${rawHeaders[i + 1]}`] : []))
      onward.write(`GET ${url} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`)
      onward.write(head)
      socket.pipe(onward).pipe(socket)
    })
    onward.on('error', () => socket.destroy())
    socket.on('error', () => onward.destroy())
  })
  const port = await freePort()
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done))
  return {
    port,
    publish: () => {
      isPublished = true
    },
    close: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise((done) => server.close(done))
    },
  }
}
