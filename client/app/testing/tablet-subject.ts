import type { NoteStore } from '../note-ports.ts'
import type { Damage, DeviceStore, FileStore, Keyring, LocalStore, OutboxStore, RowStore } from '../ports.ts'

/** One life of a tablet's storage under test. */
export type TabletSubject = {
  rows: RowStore
  outbox: OutboxStore
  files: FileStore
  local: LocalStore
  notes: NoteStore
  device: DeviceStore
  keyring: Keyring
  /** Lets the clock that the keyring reads go on, ms; negative puts it back. */
  passTime(ms: number): void
  /** What was told so far, in this life. */
  told(): Damage['table'][]
  /** Ends this life and begins the next on the same storage; locked where there are keys. */
  restart(): Promise<TabletSubject>
  /** Flips a bit of the first record of a table; of chunk `index` of the only file. */
  damage(table: 'rows' | 'outbox' | 'settled' | 'local' | 'notes'): Promise<void>
  damageChunk(index: number): Promise<void>
}

export const passPhrase = 'sương sớm trên sông Đà'

/** A fresh tablet with keys, unlocked. */
export async function withKeys(subject: TabletSubject): Promise<TabletSubject> {
  await subject.keyring.create(passPhrase)
  return subject
}

export async function restartUnlocked(subject: TabletSubject): Promise<TabletSubject> {
  const next = await subject.restart()
  await next.keyring.unlock(passPhrase)
  return next
}
