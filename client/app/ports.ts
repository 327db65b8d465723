import type { Bundle, Matter } from '../../shared/bundle/bundle.ts'
import type { Act } from '../../shared/domain/act.ts'
import type { Entity, EntityKey } from '../../shared/domain/entity.ts'
import type { ActId, DeviceId, Hash, PersonId, TaskId } from '../../shared/domain/id.ts'
import type { Period } from '../../shared/domain/statistics.ts'
import type { ImportChoices } from '../../shared/domain/task-import.ts'
import type { Receipt } from '../../shared/ledger/receipt.ts'
import type { VerifyEd25519 } from '../../shared/ledger/signed-note.ts'
import type { Bytes } from '../../shared/lib/bytes.ts'
import type { Result } from '../../shared/lib/result.ts'
import type { Instant } from '../../shared/lib/time.ts'
import type {
  ActOutcome,
  BeginUpload,
  Challenge,
  DeviceSignIn,
  EnrolDevice,
  EnrolledDevice,
  HandedCode,
  IntakeProgress,
  LedgerPage,
  ServerKeys,
  SessionInfo,
  SignIn,
  UploadPurpose,
  UploadState,
} from '../../shared/protocol/api.ts'
import type { SealEnvelope, SignP256 } from '../../shared/protocol/crypto-ports.ts'
import type { Opening } from '../../shared/protocol/envelope.ts'
import type { FeedPage, FeedQuery, KnownTree } from '../../shared/protocol/feed.ts'
import type { MailState, MailTested } from '../../shared/protocol/mail.ts'
import type { PaperFormat, PaperName } from '../../shared/protocol/paper.ts'
import type { HandInReply, HandInRequest, RestoreReport } from '../../shared/protocol/restore.ts'
import type { StatisticsReply } from '../../shared/protocol/statistics.ts'
import type { ImportPreview, ImportProgress } from '../../shared/protocol/task-import.ts'
import type { TableFormat, TaskList } from '../../shared/protocol/task-query.ts'
import type { RowsTold } from '../../shared/protocol/told-file.ts'

/** What a person's actions ask of the machine: storage, network, keys, clock. Two implementations each, one contract. */

export type Clock = { now(): Instant }
export type Random = (length: number) => Bytes

/** A row as the feed brought it, with the texts behind its hashes and the leaves that prove it. */
export type ConfirmedRow = {
  key: EntityKey
  n: number
  entity: Entity
  openings: Opening[]
  /** Leaf texts of the row's trail, ascending; empty for kinds that are not proven. */
  leaves: string[]
  /** The C2SP tlog-proof of each: with it the leaf is a receipt, to be handed in should the ledger be restored. */
  proofs: string[]
}

/** An act on its way. `sealed` goes out as it is; `act` and `openings` are for the screen, sealed at rest like all else. */
export type OutboxItem = {
  id: ActId
  act: Act
  openings: Opening[]
  sealed: Bytes
  storedAt: Instant
  /** What the server said without proof; the item stays. */
  rejected: string | null
}

export type SettledAct = { id: ActId; act: Act; openings: Opening[]; receipt: Receipt; settledAt: Instant }

/**
 * Sealed storage of one person on this device. Every method that writes resolves after the durable commit (O1), and
 * rejects with a StoreFault where nothing was written.
 */
export type RowStore = {
  all(): Promise<ConfirmedRow[]>
  cursor(): Promise<FeedCursor>
  /** One page of the feed, whole or not at all: rows, gone keys, settled acts, cursor. */
  takePage(page: {
    rows: ConfirmedRow[]
    gone: EntityKey[]
    settled: SettledAct[]
    cursor: FeedCursor
  }): Promise<void>
  /** Empties the rows and begins at this cursor, in one write; never touches outbox, receipts or files. */
  reset(cursor: FeedCursor): Promise<void>
  /**
   * Where `all` met rows that do not open, or the cursor does not: drops them and has the feed begin anew, which brings them
   * back; what opens stays meanwhile. @returns whether there was anything to mend
   */
  mend(): Promise<boolean>
}

export type FeedCursor = { epoch: number; after: number; tree: KnownTree | null; syncedAt: Instant | null }

export type OutboxStore = {
  /**
   * Durable before it resolves: only then may a screen say "saved on this tablet". Again with the same bytes: nothing; an
   * act that is settled does not come back. @throws TypeError on a known id with other bytes.
   */
  add(item: OutboxItem): Promise<void>
  /** In the order of adding. */
  all(): Promise<OutboxItem[]>
  /** Ids and sealed bytes alone; works while locked. */
  sealed(): Promise<{ id: ActId; sealed: Bytes }[]>
  /** Nothing where it has been settled meanwhile. Works while locked. */
  markRejected(id: ActId, reason: string): Promise<void>
  /** Acts whose receipts came by another way than the feed; they leave the outbox in the same write. */
  settle(acts: readonly SettledAct[]): Promise<void>
  settled(): Promise<SettledAct[]>
}

/** `size` and `have` in bytes; `have` is the unbroken run from the start: the next chunk wanted is `have / chunkBytes`. */
export type FileState = { hash: Hash; size: number; have: number; isComplete: boolean }

/** Documents by their hash, in pieces of `chunkBytes`; the last one is shorter. Any order, any number of times. */
export type FileStore = {
  state(hash: Hash): Promise<FileState | undefined>
  states(): Promise<FileState[]>
  /** Nothing where it is there already with that size; with another size it starts anew. */
  begin(hash: Hash, size: number): Promise<void>
  /** @throws TypeError on other than the whole chunk. Rejects with `corrupt` where the file was not begun, or removed. */
  putChunk(hash: Hash, index: number, bytes: Bytes): Promise<void>
  /**
   * Marks complete after the whole was checked by its hash; on a mismatch everything of it is dropped. False where
   * chunks are missing; one that does not open is dropped, so that fetching goes on there.
   */
  finish(hash: Hash): Promise<boolean>
  /** Rejects with `corrupt` where it is missing or does not open. */
  chunk(hash: Hash, index: number): Promise<Bytes>
  /** Opens and hashes every chunk: what "ready offline" is computed from (D4). False drops what is damaged. */
  verify(hash: Hash): Promise<boolean>
  remove(hash: Hash): Promise<void>
}

/** Small local facts that are nobody's record: language, what a member has dealt with, drafts of an answer. */
export type LocalStore = {
  /** JSON values; undefined where there is none. */
  get(name: string): Promise<unknown>
  put(name: string, value: unknown): Promise<void>
  remove(name: string): Promise<void>
}

export type StoreFault =
  | { kind: 'storage-full' }
  | { kind: 'storage-refused'; detail: string }
  | { kind: 'locked' }
  | { kind: 'corrupt'; detail: string }

/**
 * One record that no longer opens. Lists leave it out and tell this instead, so that one flipped bit never takes the rest:
 * rows come back after `mend`, an outbox envelope is still sent.
 */
export type Damage = { table: 'rows' | 'outbox' | 'settled' | 'files' | 'notes'; key: string }

/** Who this device is; readable while locked: opaque ids, public keys, and the name that its owner gave it to stand there. */
export type DeviceIdentity = {
  person: PersonId
  device: DeviceId
  /** Null where an older version enrolled it. */
  label: string | null
  publicKey: string
  keys: ServerKeys
  /** `revoked`: as the server last said to the device's own key; kept, so that no restart without a network forgets it. */
  state: 'pending' | 'active' | 'revoked'
}

export type DeviceStore = {
  read(): Promise<DeviceIdentity | null>
  write(identity: DeviceIdentity): Promise<void>
}

/** Keys of the unlocked device. `sign` rejects with `locked` after a lock. */
export type UnlockedKeys = { sign: SignP256 }

/** `waitMs`: how long until another attempt is taken. */
export type UnlockFault =
  | { kind: 'no-keys' }
  | { kind: 'wrong-pass-phrase'; failures: number; waitMs: number }
  | { kind: 'wait'; waitMs: number }

/** The keys of this device, wrapped by a pass phrase at rest and unwrapped only while unlocked. */
export type Keyring = {
  state(): Promise<'absent' | 'locked' | 'unlocked'>
  /** Makes the keys, durable before it resolves, and leaves them unlocked. @throws TypeError where there are keys. */
  create(passPhrase: string): Promise<{ publicKey: Bytes; keys: UnlockedKeys }>
  unlock(passPhrase: string): Promise<Result<UnlockedKeys, UnlockFault>>
  lock(): void
  /** Whole or not at all: a kill leaves either the old or the new pass phrase. */
  changePassPhrase(current: string, next: string): Promise<Result<null, UnlockFault>>
}

/** Bytes; null where the browser does not say. */
export type StorageFacts = {
  program: StoredProgram
  /** Whether the browser has promised not to evict what is stored here. */
  isPersisted(): Promise<boolean>
  /** Asks for that promise; best after a tap, and once installed. */
  persist(): Promise<boolean>
  estimate(): Promise<{ usedBytes: number | null; quotaBytes: number | null }>
}

/** Whether all of the program lies here, and this page takes it from there: it then needs no network for any part of it. */
export type StoredProgram = { isHere(): boolean; subscribe(listener: () => void): () => void }

/** `sealTo` binds sealing to the server's pinned key. */
export type Crypto = { verifyEd25519: VerifyEd25519; sealTo(sealingKey: Bytes): SealEnvelope }

/** Why an exchange with the server gave nothing. */
export type NetworkFault =
  /** No answer: no network, no server, or a cut in the middle. What was sent may have arrived. */
  | { kind: 'unreachable' }
  | { kind: 'signed-out' }
  /** The server asks for a newer app, or answered something that is not this protocol. */
  | { kind: 'not-understood' }
  | { kind: 'refused'; status: number; error: { kind: string; [fact: string]: unknown } }

type Reply<T> = Promise<Result<T, NetworkFault>>

/** Somebody who waits for a file: is told how much of it is written, and may give it up (then it is `unreachable`). */
export type WatchFile = { signal?: AbortSignal; onRows?: (told: RowsTold) => void }

/** The HTTP interface (shared/protocol/api.ts), each reply parsed. */
import type { DirectiveSearchReply } from '../../shared/protocol/directive-search.ts'
import type { PointsReply } from '../../shared/protocol/point.ts'
export type Api = {
  feed(query: FeedQuery): Reply<FeedPage>
  sendActs(acts: readonly { id: ActId; sealed: Bytes }[]): Reply<ActOutcome[]>
  session(): Reply<SessionInfo>
  signIn(request: SignIn): Reply<SessionInfo>
  challenge(): Reply<Challenge>
  deviceSignIn(request: DeviceSignIn): Reply<SessionInfo>
  signOut(): Reply<null>
  /** Has the browser destroy whatever it keeps of this site, down to its own files. */
  clearSiteData(): Reply<null>
  enrol(request: EnrolDevice): Reply<EnrolledDevice>
  handOutCode(person: PersonId): Reply<HandedCode>
  /** E-mail, for the administrator. */
  readMail(): Reply<MailState>
  setMailAddress(owner: string, address: string | null): Reply<MailState>
  testMail(address: string): Reply<MailTested>
  mailAgain(id: string): Reply<MailState>
  /** Leaves from a number on, for who may verify the ledger. */
  readLedger(from: number, limit: number): Reply<LedgerPage>
  /** The archive bundle of a closed ballot or a concluded meeting, with its texts as far as one may read them. */
  readBundle(matter: Matter): Reply<Bundle>
  /** A paper of the Office as a file, written by the server at this moment. */
  readPaper(paper: PaperName, format: PaperFormat): Reply<{ fileName: string; bytes: Bytes }>
  /** A list of the register as a file, of what one may read at this moment. */
  exportTasks(
    list: TaskList,
    format: TableFormat,
    watch?: WatchFile,
  ): Reply<{ fileName: string; bytes: Bytes }>
  /** The figures of a period as a file, with the unit costs by which money was computed. */
  exportStatistics(
    period: Period,
    format: TableFormat,
    watch?: WatchFile,
  ): Reply<{ fileName: string; bytes: Bytes }>
  /** The figures of a period, as of the server's moment. */
  statistics(period: Period): Reply<StatisticsReply>
  /** What other opinions say to the ballots that one's agency leads. */
  points(): Reply<PointsReply>
  /** Words on the pages of the whole library, also of files that this device does not hold. */
  searchDirectives(query: string): Reply<DirectiveSearchReply>
  /** After a restore of the ledger: what it lacks, for the Office; and what this device holds of it. */
  restoreReport(): Reply<RestoreReport>
  handInLeaves(request: HandInRequest): Reply<HandInReply>
  /** The server's signed order for a device, or null where there is none. */
  order(device: DeviceId): Reply<string | null>
  beginUpload(request: BeginUpload): Reply<UploadState>
  putUpload(hash: Hash, offset: number, bytes: Bytes): Reply<UploadState>
  finishUpload(hash: Hash, use?: UploadPurpose): Reply<UploadState>
  /** The bytes of a file that a task names have been brought: the task holds it now. */
  taskFileHere(task: TaskId, hash: Hash): Reply<null>
  /** What importing a workbook would do now, row by row (T8). */
  taskImport(file: Hash, choices: Pick<ImportChoices, 'assign' | 'assigner'>): Reply<ImportPreview>
  taskImportProgress(file: Hash): Reply<ImportProgress>
  /** The workbook that an office may begin with. */
  taskTemplate(): Reply<{ fileName: string; bytes: Bytes }>
  /** How far the server is with a file that has passed. */
  intakeOf(hash: Hash): Reply<IntakeProgress>
  /** Tries once more what failed, where the cause may have passed. */
  processAgain(hash: Hash): Reply<IntakeProgress>
  /** The whole of an uploaded file, for whoever looks at it now and does not keep it. */
  readFile(hash: Hash): Reply<Bytes>
  /** Bytes [from, to); `onBytes` has those of them that came before a cut. */
  readDocument(hash: Hash, from: number, to: number, onBytes?: (bytes: Bytes) => void): Reply<Bytes>
}

/** One-shot timers; the returned function cancels. */
export type Timers = { after(delayMs: number, task: () => void): () => void }
