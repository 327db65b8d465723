import type { VerifyP256 } from '../../shared/protocol/crypto-ports.ts'
import type { OpenLiveRoom } from './live-port.ts'
import type { NoteHub, NoteStore } from './note-ports.ts'
import type { Api, Clock, Crypto, Random, StorageFacts } from './ports.ts'
import type { SearchIndex } from './search-port.ts'
import type { Sync, SyncParts } from './sync-port.ts'

/** What the unlocked application needs of its surroundings. */
export type OpenAppDeps = {
  api: Api
  crypto: Crypto
  verifyP256: VerifyP256
  clock: Clock
  /** The server's hour, for what is shown of a session and of what is due. */
  officeClock: Clock
  random: Random
  storage: StorageFacts
  createSync(parts: SyncParts): Sync
  createNotes(store: NoteStore): NoteHub
  openLiveRoom: OpenLiveRoom
  createSearchIndex(): SearchIndex
  /** Resolves when the page has nothing else to do. */
  idle(): Promise<void>
}
