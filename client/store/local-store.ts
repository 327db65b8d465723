import type { LocalStore } from '../app/ports.ts'
import { storeFault } from '../app/store-fault.ts'
import type { TabletDatabase } from './tablet-database.ts'
import type { Place, Vault } from './vault.ts'

const placeOf = (key: string): Place => ({ table: 'local', key, version: 1, chunk: 0 })

export function createLocalStore({
  database,
  vault,
}: {
  database: TabletDatabase
  vault: Vault
}): LocalStore {
  return {
    async get(name) {
      const k = await vault.opaque('local', name)
      const record = await database.read(({ local }) => local.get(k))
      if (!record) return undefined
      const opened = await vault.openJson(placeOf(k), record.s)
      if (!opened) throw storeFault({ kind: 'corrupt', detail: 'local' })
      return opened.value
    },
    async put(name, value) {
      const k = await vault.opaque('local', name)
      const s = await vault.sealJson(placeOf(k), value)
      await database.write(['local'], async ({ local }) => {
        await local.put({ k, v: 1, s })
      })
    },
    async remove(name) {
      const k = await vault.opaque('local', name)
      await database.write(['local'], async ({ local }) => {
        await local.delete(k)
      })
    },
  }
}
