import type { DeviceId, PersonId } from '../../shared/domain/id.ts'
import type { NoteStore } from './note-ports.ts'
import type { DeviceStore, FileStore, Keyring, LocalStore, OutboxStore, RowStore } from './ports.ts'

/** Everything one person keeps on this device (client/store on IndexedDB, client/app/testing in memory). */
export type Tablet = {
  device: DeviceStore
  keyring: Keyring
  rows: RowStore
  outbox: OutboxStore
  files: FileStore
  local: LocalStore
  notes: NoteStore
}

export type Owner = { person: PersonId; device: DeviceId }

/** Which person has a store in this browser profile: one at a time. */
export type Tablets = {
  owner(): Promise<Owner | null>
  /** Stores of earlier enrolments in this browser profile, which nobody opens any more. */
  leftBehind(current: Owner): Promise<Owner[]>
  open(owner: Owner): Tablet
  /** From now on this is the store to open at start. */
  remember(owner: Owner): Promise<void>
  /** Destroys it all; `handOver` gets what is unsent first, and where it rejects nothing is destroyed. */
  destroy(
    tablet: Tablet,
    handOver: (unsent: Awaited<ReturnType<OutboxStore['sealed']>>) => Promise<void>,
  ): Promise<void>
  /** Destroys one store and nothing beside it. */
  discard(tablet: Tablet): Promise<void>
}
