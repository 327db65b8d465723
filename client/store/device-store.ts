import type { DeviceStore } from '../app/ports.ts'
import { storeFault } from '../app/store-fault.ts'
import { StoredIdentity } from '../app/stored-record.ts'
import type { TabletDatabase } from './tablet-database.ts'

const name = 'identity'

/** In clear, since it is needed before the pass phrase: opaque ids and public keys only. */
export const createDeviceStore = (database: TabletDatabase): DeviceStore => ({
  async read() {
    const record = await database.read(({ open }) => open.get(name))
    if (!record) return null
    const parsed = StoredIdentity.safeParse(record.value)
    if (!parsed.success) throw storeFault({ kind: 'corrupt', detail: name })
    return parsed.data
  },
  async write(identity) {
    await database.write(['open'], async ({ open }) => {
      await open.put({ name, value: StoredIdentity.parse(identity) })
    })
  },
})
