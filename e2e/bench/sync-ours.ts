/**
 * This project's room server on its own embedded PostgreSQL, with the limits it has in production and a gate that lets all in.
 * Usage: node sync-ours.ts PORT FOLDER
 */
import { createServer } from 'node:http'
import { createLiveServer } from '../../server/live/live-server.ts'
import { attachWebSockets } from '../../server/live/web-socket.ts'
import { openDatabase } from '../../server/store/open-database.ts'

const [port = '', folder = ''] = process.argv.slice(2)

const opened = await openDatabase({ databaseUrl: null, dataDir: folder, onProgress: () => {}, log: () => {} })
if (!opened.ok) throw new Error(JSON.stringify(opened.error))
const { rooms } = opened.value

const live = createLiveServer({
  gate: { open: async () => ({ allow: true, person: 'bench', device: 'bench', canWrite: true }) },
  store: rooms,
  intake: { take: (batch) => rooms.append(batch) },
  clock: { now: () => performance.now() },
  timers: {
    after(delayMs, task) {
      const timer = setTimeout(task, delayMs)
      return () => clearTimeout(timer)
    },
  },
  log: () => {},
})
const http = createServer()
attachWebSockets(http, live, {
  path: '/rooms/',
  allowOrigin: () => true,
  addressOf: (request) => request.socket.remoteAddress ?? '',
})
http.listen(Number(port), '127.0.0.1', () => console.log('ready'))
