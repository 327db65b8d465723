import type { ServerEntry } from '../../shared/domain/closing.ts'
import type { Json } from '../../shared/lib/canonical-json.ts'
import type { LedgerBatch } from './ledger-batch.ts'

/** The server's own entry, once: its id is the same whichever server, or whichever attempt, makes it. */
export async function appendEntry(
  { id, events, words = [] }: ServerEntry,
  batch: LedgerBatch,
): Promise<void> {
  if (await batch.hasServerEntry(id)) return
  const openings = words.map(({ hash, text }) => ({ commit: hash, salt: '' as const, value: text }))
  batch.addOpenings(openings)
  batch.append({
    content: { server: { id, events: events as unknown as Json[] } },
    events,
    actId: null,
    serverId: id,
    person: null,
    device: null,
    openings,
  })
}
