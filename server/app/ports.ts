import type { DeviceId, Hash, PersonId } from '../../shared/domain/id.ts'
import type { LedgerKey } from '../../shared/ledger/checkpoint.ts'
import type { SignEd25519, VerifyEd25519 } from '../../shared/ledger/signed-note.ts'
import type { Bytes } from '../../shared/lib/bytes.ts'
import type { Instant } from '../../shared/lib/time.ts'
import type { ServerKeys } from '../../shared/protocol/api.ts'
import type { UnsealEnvelope, VerifyP256 } from '../../shared/protocol/crypto-ports.ts'

/** What the server's rules ask of the world, beside the ledger (ledger-port.ts) and the rooms (room-port.ts). */

export type Clock = { now(): Instant }

/** Unpredictable bytes. */
export type Random = (length: number) => Bytes

export type ServerCrypto = {
  keys: ServerKeys
  ledgerKey: LedgerKey
  sign: SignEd25519
  unseal: UnsealEnvelope
  verifyP256: VerifyP256
  verifyEd25519: VerifyEd25519
}

export type Account = { account: string; person: PersonId; passwordHash: string }

export type AccountStore = {
  byName(account: string): Promise<Account | undefined>
  put(account: Account): Promise<void>
}

export type PasswordHasher = {
  hash(password: string): Promise<string>
  /** A null hash costs the same time and is false: whether an account exists must not be heard. */
  verify(passwordHash: string | null, password: string): Promise<boolean>
}

/** Stored by the SHA-256 of the secret: a copy of the database opens no session. */
export type Session = {
  tokenHash: Hash
  person: PersonId
  device: DeviceId | null
  createdAt: Instant
  expiresAt: Instant
}

export type SessionStore = {
  put(session: Session): Promise<void>
  get(tokenHash: Hash): Promise<Session | undefined>
  /** Moves the end; nothing where the session is gone, so that a request cannot revive what was just ended. */
  extend(tokenHash: Hash, expiresAt: Instant): Promise<void>
  remove(tokenHash: Hash): Promise<void>
  removeOfDevice(device: DeviceId): Promise<void>
  removeOfPerson(person: PersonId): Promise<void>
  removeExpired(now: Instant): Promise<void>
}

export type CodeStore = {
  put(code: { codeHash: Hash; person: PersonId; expiresAt: Instant }): Promise<void>
  /** Takes the code away, once: true where it was there for that person and not expired. */
  use(codeHash: Hash, person: PersonId, now: Instant): Promise<boolean>
}

/** Attempts within a window, by a key such as `account/ten`; survives a restart. */
export type AttemptStore = {
  /** Adds one and gives how many there are since `since`. */
  add(key: string, at: Instant, since: Instant): Promise<number>
  clear(key: string): Promise<void>
  /** For a job: forgets every attempt before the hour, whatever its key. */
  removeBefore(before: Instant): Promise<void>
}

export type BlobState =
  | { kind: 'receiving'; received: number; size: number }
  | { kind: 'ready'; size: number; pages: number }

/** Files by the SHA-256 of their bytes, in pieces of `chunkBytes`. */
export type BlobStore = {
  state(hash: Hash): Promise<BlobState | undefined>
  /** Nothing where it is there already, whoever began it; of one that is ready the hour, since somebody wants it again. */
  begin(hash: Hash, size: number, by: PersonId, at: Instant): Promise<void>
  /** Files that a person has begun and that are not ready: how many, and the bytes announced for them. */
  receivingOf(by: PersonId): Promise<{ files: number; bytes: number }>
  /** Forgets files that were begun before the hour and are not ready. @returns how many. */
  removeAbandoned(before: Instant): Promise<number>
  /** Appends at exactly `offset`; false where that is not the next byte. */
  write(hash: Hash, offset: number, bytes: Uint8Array): Promise<boolean>
  /** From then on it waits for intake (document-intake-port.ts); a workbook has 0 pages, and waits for nothing. */
  markReady(hash: Hash, pages: number): Promise<void>
  /** Forgets a file that is not ready; with `incomplete` only where bytes are still missing. */
  remove(hash: Hash, which: 'not-ready' | 'incomplete'): Promise<void>
  /** Bytes [from, to), as a stream of pieces of at most `chunkBytes`. */
  read(hash: Hash, from: number, to: number): AsyncIterable<Uint8Array>
}

/** When some server was running (B8). */
export type UptimeStore = {
  /** This process is alive at `at`; `server` is new at each start. */
  beat(server: string, at: Instant): Promise<void>
  /** The longest time in [from, to] without any server alive, or null. A restart between two beats is a downtime. */
  downBetween(from: Instant, to: Instant): Promise<{ from: Instant; to: Instant } | null>
}

/** Tells every server process that the ledger has grown. */
export type Signals = {
  publish(upTo: number): Promise<void>
  /** @returns a function that ends it. */
  subscribe(listener: (upTo: number) => void): () => void
}

/** One line of what happened; never the text of an opinion, a password or a key. */
export type Log = (
  level: 'debug' | 'info' | 'warn' | 'error',
  event: string,
  facts?: Record<string, unknown>,
) => void
