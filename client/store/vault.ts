import type { PersonId } from '../../shared/domain/id.ts'
import { type Bytes, fromUtf8, hex, utf8 } from '../../shared/lib/bytes.ts'
import { padJson } from '../../shared/lib/pad-json.ts'
import { storeFault } from '../app/store-fault.ts'
import type { Cipher } from './aes-gcm.ts'

/** Non-extractable: they live in this page's memory while unlocked, and nowhere else. */
export type DataKeys = { data: CryptoKey; index: CryptoKey }

/** Where a sealed piece belongs: one that was moved to another place does not open. */
export type Place = { table: string; key: string; version: number; chunk: number }

/** Holds the data keys of the unlocked tablet. Everything but `lock` rejects with `locked` without them. */
export type Vault = {
  unlock(keys: DataKeys): void
  lock(): void
  isUnlocked(): boolean
  /** Name under which a key lies in an index: tells nothing, and is the same each time. */
  opaque(table: string, key: string): Promise<string>
  seal(place: Place, plain: Bytes): Promise<Bytes>
  open(place: Place, sealed: Bytes): Promise<Bytes | null>
  sealJson(place: Place, value: unknown): Promise<Bytes>
  /** @returns null where it does not open: a flipped bit, another place, another key. */
  openJson(place: Place, sealed: Bytes): Promise<{ value: unknown } | null>
}

/** Answers of the usual lengths then look alike; see pad-json.ts. */
const paddingBlock = 512

export function createVault(person: PersonId, cipher: Cipher): Vault {
  let keys: DataKeys | null = null

  function unlocked(): DataKeys {
    if (!keys) throw storeFault({ kind: 'locked' })
    return keys
  }
  const aadOf = ({ table, key, version, chunk }: Place): Bytes =>
    utf8(JSON.stringify([person, table, key, version, chunk]))

  const vault: Vault = {
    unlock: (given) => {
      keys = given
    },
    lock: () => {
      keys = null
    },
    isUnlocked: () => keys !== null,
    async opaque(table, key) {
      const name = utf8(JSON.stringify([table, key]))
      return hex(new Uint8Array(await crypto.subtle.sign('HMAC', unlocked().index, name)))
    },
    seal: async (place, plain) => await cipher.seal(unlocked().data, plain, aadOf(place)),
    open: async (place, sealed) => await cipher.open(unlocked().data, sealed, aadOf(place)),
    async sealJson(place, value) {
      const text = JSON.stringify(value)
      if (text === undefined) throw new TypeError('not a JSON value')
      return await vault.seal(place, padJson(text, paddingBlock))
    },
    async openJson(place, sealed) {
      const plain = await vault.open(place, sealed)
      return plain && { value: JSON.parse(fromUtf8(plain)) }
    },
  }
  return vault
}
