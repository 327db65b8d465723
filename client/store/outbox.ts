import { equalBytes } from '../../shared/lib/bytes.ts'
import type { OutboxItem, OutboxStore } from '../app/ports.ts'
import { StoredOutboxItem } from '../app/stored-record.ts'
import type { StoreParts } from './row-store.ts'
import { openSettled, sealSettled, settledKey } from './settled-act.ts'
import type { OutboxRecord } from './tablet-database.ts'
import type { Place } from './vault.ts'

const placeOf = (id: string): Place => ({ table: 'outbox', key: id, version: 1, chunk: 0 })

/** Acts that wait: the envelope sealed to the server, so that a locked tablet delivers, and beside it what a screen shows. */
export function createOutbox({ database, vault, onDamage }: StoreParts): OutboxStore {
  async function openItem(record: OutboxRecord): Promise<OutboxItem | null> {
    const { id, envelope: sealed, rejected } = record
    const opened = await vault.openJson(placeOf(id), record.s)
    const parsed = opened && StoredOutboxItem.safeParse(opened.value)
    if (parsed?.success && parsed.data.act.id === id) return { id, ...parsed.data, sealed, rejected }
    onDamage({ table: 'outbox', key: id })
    return null
  }

  return {
    async add({ id, act, openings, sealed: envelope, storedAt, rejected }) {
      const k = await settledKey(vault, id)
      const s = await vault.sealJson(placeOf(id), { act, openings, storedAt })
      await database.write(['outbox', 'settled'], async ({ outbox, settled }) => {
        const known = await outbox.get(id)
        if (known && !equalBytes(known.envelope, envelope)) throw new TypeError('an act id is never reused')
        if (known || (await settled.get(k))) return
        const last = await outbox.orderBy('seq').last()
        await outbox.add({ id, seq: (last?.seq ?? 0) + 1, envelope, rejected, s })
      })
    },
    async all() {
      const records = await database.read(({ outbox }) => outbox.orderBy('seq').toArray())
      const opened = await Promise.all(records.map(openItem))
      return opened.filter((item) => item !== null)
    },
    async sealed() {
      const records = await database.read(({ outbox }) => outbox.orderBy('seq').toArray())
      return records.map(({ id, envelope }) => ({ id, sealed: envelope }))
    },
    async markRejected(id, reason) {
      await database.write(['outbox'], async ({ outbox }) => {
        await outbox.update(id, { rejected: reason })
      })
    },
    async settle(acts) {
      const sealed = await Promise.all(acts.map((act) => sealSettled(vault, act)))
      await database.write(['outbox', 'settled'], async ({ outbox, settled }) => {
        await settled.bulkPut(sealed)
        await outbox.bulkDelete(acts.map(({ id }) => id))
      })
    },
    async settled() {
      const records = await database.read(({ settled }) => settled.toArray())
      const opened = await Promise.all(
        records.map(async (record) => {
          const act = await openSettled(vault, record)
          if (!act) onDamage({ table: 'settled', key: record.k })
          return act
        }),
      )
      return opened.filter((act) => act !== null)
    },
  }
}
