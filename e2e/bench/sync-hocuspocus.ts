/**
 * Hocuspocus as its documentation sets it up, with its database extension on SQLite with fsync on every commit.
 * Usage: node sync-hocuspocus.ts PORT FOLDER (default|none): its own debounce, or every change stored at once.
 */
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { requirePeer } from './sync-peers.ts'

interface Stored {
  documentName: string
  state: Uint8Array
}

const [port = '', folder = '', debounce = ''] = process.argv.slice(2)
const { Server } = requirePeer('@hocuspocus/server')
const { Database } = requirePeer('@hocuspocus/extension-database')

const database = new DatabaseSync(join(folder, 'documents.sqlite'))
database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL')
database.exec('CREATE TABLE IF NOT EXISTS documents (name TEXT PRIMARY KEY, data BLOB NOT NULL)')
const select = database.prepare('SELECT data FROM documents WHERE name = ?')
const upsert = database.prepare(
  'INSERT INTO documents VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET data = excluded.data',
)

const server = new Server({
  port: Number(port),
  address: '127.0.0.1',
  quiet: true,
  ...(debounce === 'none' ? { debounce: 0, maxDebounce: 0 } : {}),
  extensions: [
    new Database({
      fetch: async ({ documentName }: Stored) => select.get(documentName)?.['data'] ?? null,
      store: async ({ documentName, state }: Stored) => void upsert.run(documentName, state),
    }),
  ],
})
await server.listen()
console.log('ready')
