import type { ActId } from '../../shared/domain/id.ts'
import type { Bytes } from '../../shared/lib/bytes.ts'
import type { Keyring, OutboxStore } from '../app/ports.ts'
import { createKeyRecords } from './key-records.ts'
import type { TabletDatabase } from './tablet-database.ts'

type WipeParts = {
  database: TabletDatabase
  keyring: Keyring
  outbox: OutboxStore
  /** The program's caches and workers; undefined where the browser has none. */
  caches: CacheStorage | undefined
  serviceWorker: ServiceWorkerContainer | undefined
  /** Small settings in clear (language, theme). */
  settings: Storage[]
}

/**
 * The keys first: for the browser the rest is noise from then on, whatever else fails. In its files deleted records lie on
 * until it compacts them, the wrapped root key too (measured in Chromium), unless the server then has it clear the site
 * (application.ts). Where that cannot be reached, for whoever reads those files the pass phrase is still in between, and
 * nothing else.
 */
export async function discardTablet({
  database,
  keyring,
}: Pick<WipeParts, 'database' | 'keyring'>): Promise<void> {
  keyring.lock()
  await createKeyRecords(database).removeKeys()
  await database.delete()
}

/**
 * Destroys what this device holds of its person, on an order that the caller has verified. What is unsent goes out first:
 * where `handOver` rejects nothing has been destroyed, and the order stands for the next contact (O2, O5).
 */
export async function wipeTablet(
  { database, keyring, outbox, caches, serviceWorker, settings }: WipeParts,
  handOver: (unsent: { id: ActId; sealed: Bytes }[]) => Promise<void>,
): Promise<void> {
  await handOver(await outbox.sealed())
  await discardTablet({ database, keyring })
  for (const name of (await caches?.keys()) ?? []) await caches?.delete(name)
  for (const registration of (await serviceWorker?.getRegistrations()) ?? []) await registration.unregister()
  for (const storage of settings) storage.clear()
}
