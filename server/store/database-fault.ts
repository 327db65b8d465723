import type { FolderFault } from './make-folder.ts'

/** Why there is no database; each is one line to whoever starts the server. */
export type DatabaseFault =
  /** No PostgreSQL is packed for this system: DATABASE_URL must name one. */
  | { kind: 'no-postgres-here'; system: string }
  /** Started as root, PostgreSQL runs as `user`, who cannot pass through `folder`. */
  | { kind: 'folder-out-of-reach'; folder: string; user: string }
  | FolderFault
  /** Another server works on this folder. */
  | { kind: 'folder-in-use'; folder: string }
  /** The folder was made by another major version of PostgreSQL. */
  | { kind: 'other-postgres-version'; found: string; wanted: string; folder: string }
  | { kind: 'postgres-failed'; step: 'initdb' | 'start' | 'stop-orphan'; detail: string }
  | { kind: 'cannot-connect'; detail: string }
  /** PostgreSQL acknowledges what is not on disk: acts would be lost (trust.md). */
  | { kind: 'not-durable'; settings: string[] }
  | { kind: 'not-utf8'; encoding: string }
  /** The database was migrated by a newer version of this server. */
  | { kind: 'newer-schema'; found: number; known: number }

export type DatabaseProgress =
  | { step: 'initdb' }
  | { step: 'stop-orphan'; pid: number }
  | { step: 'start' }
  | { step: 'recovering' }
  | { step: 'migrate'; from: number; to: number }
  | { step: 'ready' }
