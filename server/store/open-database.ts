import { ok, type Result } from '../../shared/lib/result.ts'
import type { Database } from '../app/database.ts'
import type { Log } from '../app/ports.ts'
import { createAccountStore } from './account-store.ts'
import { createAttemptStore } from './attempt-store.ts'
import { createBlobStore } from './blob-store.ts'
import { createCodeStore } from './code-store.ts'
import type { DatabaseFault, DatabaseProgress } from './database-fault.ts'
import { createDerivedStore } from './derived-store.ts'
import { startEmbeddedPostgres } from './embedded-postgres.ts'
import { grantRuntime, runtimeName } from './grant-runtime.ts'
import { createIntakeJobs } from './intake-jobs.ts'
import { createLedgerStore } from './ledger-store.ts'
import { createMailStore } from './mail-store.ts'
import { migrate } from './migrate.ts'
import { createOutboxRooms } from './outbox-rooms.ts'
import { type ConnectionConfig, checkPostgres, openPostgres } from './postgres.ts'
import { createRoomStore } from './room-store.ts'
import { createSessionStore } from './session-store.ts'
import { createSharedRooms } from './shared-rooms.ts'
import { createSignals } from './signals.ts'
import { createUnusedFiles } from './unused-files.ts'
import { createUptimeStore } from './uptime-store.ts'

export type OpenDatabaseOptions = {
  /** Null: the embedded PostgreSQL in `<dataDir>/postgres`. */
  databaseUrl: string | null
  dataDir: string
  onProgress(progress: DatabaseProgress): void
  log: Log
}

const poolSize = 16

/** Starts PostgreSQL where none is named, checks that it keeps what it acknowledges, migrates, and gives the stores. */
export async function openDatabase(options: OpenDatabaseOptions): Promise<Result<Database, DatabaseFault>> {
  const { databaseUrl, onProgress } = options
  if (databaseUrl !== null) {
    const migrated = await prepare({ connectionString: databaseUrl }, options)
    if (!migrated.ok) return migrated
    const config = { connectionString: databaseUrl }
    const database = connect(config, options.log, async () => {}, createSharedRooms)
    onProgress({ step: 'ready' })
    return ok(database)
  }
  const embedded = await startEmbeddedPostgres(options)
  if (!embedded.ok) return embedded
  const { owner, stop } = embedded.value
  try {
    const migrated = await prepare(owner, options)
    if (!migrated.ok) {
      await stop()
      return migrated
    }
    await grantRuntime(owner, options.log)
  } catch (error) {
    await stop()
    throw error
  }
  const database = connect({ ...owner, user: runtimeName }, options.log, stop)
  onProgress({ step: 'ready' })
  return ok(database)
}

async function prepare(
  config: ConnectionConfig,
  { onProgress, log }: OpenDatabaseOptions,
): Promise<Result<null, DatabaseFault>> {
  const postgres = openPostgres(config, 1, log)
  try {
    const checked = await checkPostgres(postgres)
    return checked.ok ? await migrate(postgres.pool, onProgress) : checked
  } finally {
    await postgres.close()
  }
}

/** The embedded PostgreSQL has one server: nobody else writes into its rooms. */
const ownRooms: typeof createSharedRooms = (_config, _postgres, rooms) => ({
  rooms,
  news: { subscribe: () => () => {} },
  close: async () => {},
})

function connect(
  config: ConnectionConfig,
  log: Log,
  stop: () => Promise<void>,
  shareRooms = ownRooms,
): Database {
  const postgres = openPostgres(config, poolSize, log)
  const { sql } = postgres
  const signals = createSignals(config, postgres, log)
  const rooms = shareRooms(config, postgres, createRoomStore(sql), log)
  return {
    ledger: createLedgerStore(sql),
    rooms: rooms.rooms,
    outboxRooms: createOutboxRooms(sql),
    roomNews: rooms.news,
    accounts: createAccountStore(sql),
    sessions: createSessionStore(sql),
    codes: createCodeStore(sql),
    attempts: createAttemptStore(sql),
    blobs: createBlobStore(sql),
    derived: createDerivedStore(sql),
    intakeJobs: createIntakeJobs(sql),
    unusedFiles: createUnusedFiles(sql),
    mail: createMailStore(sql),
    uptime: createUptimeStore(sql),
    signals,
    close: async () => {
      await Promise.all([signals.close(), rooms.close()])
      await postgres.close()
      await stop()
    },
  }
}
