import type { DerivedStore, IntakeJobs } from './document-intake-port.ts'
import type { UnusedFiles } from './file-sweep.ts'
import type { LedgerStore } from './ledger-port.ts'
import type { MailStore } from './mail-port.ts'
import type {
  AccountStore,
  AttemptStore,
  BlobStore,
  CodeStore,
  SessionStore,
  Signals,
  UptimeStore,
} from './ports.ts'
import type { OutboxRooms, RoomNews, RoomStore } from './room-port.ts'

/** Everything that is kept: one database, so that an act and its effects are one transaction and one backup. */
export type Database = {
  ledger: LedgerStore
  rooms: RoomStore
  outboxRooms: OutboxRooms
  roomNews: RoomNews
  accounts: AccountStore
  sessions: SessionStore
  codes: CodeStore
  attempts: AttemptStore
  blobs: BlobStore
  derived: DerivedStore
  intakeJobs: IntakeJobs
  unusedFiles: UnusedFiles
  mail: MailStore
  uptime: UptimeStore
  signals: Signals
  close(): Promise<void>
}
