import type { ActId } from '../../shared/domain/id.ts'
import { parseEntry } from '../../shared/protocol/leaf.ts'
import { checkBundle } from './bundle-checks.ts'
import { checkLedgerOrder, type LedgerEntry } from './ledger-checks.ts'
import { checkRooms } from './room-checks.ts'
import { checkTablets } from './tablet-checks.ts'
import { checkTallies } from './tally-checks.ts'
import { rootsOf } from './tree-roots.ts'
import { checkVotes } from './vote-checks.ts'
import type { World } from './world.ts'

/** The promises, looked at when everything has come to rest. */
export async function checkEnd(world: World): Promise<void> {
  const { fleet, witness, logged, failedWrites } = world
  const ledger = fleet.reader.ledger.read
  const { size } = await ledger.head()
  const leaves = await ledger.leavesFrom(0, size)
  const entries = leaves.map(({ text }) => parseEntry(text)).filter((entry) => entry !== null)
  if (entries.length !== size) witness.blame('O4 a leaf does not read', { size, read: entries.length })
  await checkLedgerOrder(world, entries)
  checkSaved(world, entries)
  const roots = rootsOf(leaves.map(({ text }) => text))
  await checkTallies(world, entries, roots)
  await checkVotes(world, entries, roots)
  await checkBundle(world)
  await checkTablets(world, roots)
  await checkRooms(world)
  const failed = logged.filter(({ event }) => event === 'transaction-failed')
  if (failed.length > failedWrites) witness.blame('O2 transactions failed by themselves', { failed })
}

/** O2: whatever a tablet has said "saved" of is in the ledger, or still here with a reason. */
function checkSaved({ witness, desks, restored }: World, entries: readonly LedgerEntry[]): void {
  const recorded = new Set(entries.flatMap((entry): ActId[] => (entry.kind === 'act' ? [entry.act.id] : [])))
  for (const [id, { label, item }] of witness.saved) {
    if (recorded.has(id)) continue
    const disk = desks.find(({ seat }) => seat.label === label)?.browser.profile.disk
    const waits = disk?.outbox.get(id)
    // What went with a restore is still held by its tablet with the receipt of that time.
    if (waits && (waits.rejected !== null || restored)) continue
    if (restored && (disk?.settled.has(id) || witness.wiped.has(label))) continue
    witness.blame('O2 a saved act is lost', { label, id, kind: item.act.kind, waits: waits !== undefined })
  }
}
