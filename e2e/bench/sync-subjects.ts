import { join } from 'node:path'
import { peerFile } from './sync-peers.ts'

export interface Subject {
  name: string
  protocol: 'y-websocket' | 'hocuspocus'
  /** How Node is started as this server; `folder` is its own and outlives it. */
  server(port: number, folder: string): { args: string[]; env?: NodeJS.ProcessEnv }
  isReady(line: string): boolean
  url(port: number): string
  /** Fewer rounds than asked, for one that takes minutes. */
  rounds?: number
}

const here = import.meta.dirname
const isReady = (line: string) => line === 'ready'
const plainUrl = (port: number) => `ws://127.0.0.1:${port}`

const hocuspocus = (name: string, debounce: 'default' | 'none'): Subject => ({
  name,
  protocol: 'hocuspocus',
  server: (port, folder) => ({ args: [join(here, 'sync-hocuspocus.ts'), String(port), folder, debounce] }),
  isReady,
  url: plainUrl,
})

export const subjects: readonly Subject[] = [
  {
    name: 'ours-postgres',
    protocol: 'y-websocket',
    server: (port, folder) => ({ args: [join(here, 'sync-ours.ts'), String(port), folder] }),
    isReady,
    url: (port) => `ws://127.0.0.1:${port}/rooms`,
  },
  {
    name: 'y-websocket-server-leveldb',
    protocol: 'y-websocket',
    server: (port, folder) => ({
      args: [peerFile('@y/websocket-server/src/server.js')],
      env: { HOST: '127.0.0.1', PORT: String(port), YPERSISTENCE: join(folder, 'leveldb') },
    }),
    isReady: (line) => line.startsWith('running at'),
    url: plainUrl,
  },
  hocuspocus('hocuspocus-debounced', 'default'),
  { ...hocuspocus('hocuspocus-undebounced', 'none'), rounds: 1 },
]
