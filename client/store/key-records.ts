import { utf8 } from '../../shared/lib/bytes.ts'
import { canonicalJson } from '../../shared/lib/canonical-json.ts'
import { sha256Hex } from '../../shared/lib/sha256.ts'
import { type Failures, noFailures } from '../app/attempt-wait.ts'
import { storeFault } from '../app/store-fault.ts'
import { StoredFailures, StoredKeyRecord, type StoredKeys } from '../app/stored-record.ts'
import type { OpenRecord, TabletDatabase } from './tablet-database.ts'

const keysName = 'keys'
const failuresName = 'failures'

/** A checksum, not a protection: it tells a damaged record from a mistyped pass phrase. */
const recordOf = (keys: StoredKeys): OpenRecord => ({
  name: keysName,
  value: { keys, sum: sha256Hex(utf8(canonicalJson(keys))) },
})

/** What the keyring keeps: wrapped keys and counted failures, readable while locked. */
export const createKeyRecords = (database: TabletDatabase) => ({
  async keys(): Promise<StoredKeys | null> {
    const record = await database.read(({ open }) => open.get(keysName))
    if (!record) return null
    const parsed = StoredKeyRecord.safeParse(record.value)
    if (!parsed.success || sha256Hex(utf8(canonicalJson(parsed.data.keys))) !== parsed.data.sum) {
      throw storeFault({ kind: 'corrupt', detail: keysName })
    }
    return parsed.data.keys
  },
  /** @throws TypeError where there are keys: replacing them would orphan everything sealed. */
  async addKeys(keys: StoredKeys): Promise<void> {
    await database.write(['open'], async ({ open }) => {
      if (await open.get(keysName)) throw new TypeError('there are keys already')
      await open.add(recordOf(keys))
    })
  },
  async replaceKeys(keys: StoredKeys): Promise<void> {
    await database.write(['open'], async ({ open }) => {
      await open.put(recordOf(keys))
    })
  },
  async removeKeys(): Promise<void> {
    await database.write(['open'], async ({ open }) => {
      await open.delete(keysName)
    })
  },
  async failures(): Promise<Failures> {
    const record = await database.read(({ open }) => open.get(failuresName))
    const parsed = StoredFailures.safeParse(record?.value)
    return parsed.success ? parsed.data : noFailures
  },
  async putFailures(value: Failures): Promise<void> {
    await database.write(['open'], async ({ open }) => {
      await open.put({ name: failuresName, value })
    })
  },
})
