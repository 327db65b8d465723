import { createFeedFor } from '../../server/app/feed-for.ts'
import { createRecentLedger } from '../../server/app/recent-ledger.ts'
import type { PersonId } from '../../shared/domain/id.ts'
import { canonicalJson } from '../../shared/lib/canonical-json.ts'
import type { FeedRow } from '../../shared/protocol/feed.ts'
import { healthyDesks } from './healthy-desks.ts'
import { isPrefix, type TreeRoots } from './tree-roots.ts'
import type { Desk, World } from './world.ts'

/** Each tablet against what the Office would give its person from the beginning. */
export async function checkTablets(world: World, roots: TreeRoots): Promise<void> {
  const { epoch } = await world.fleet.reader.ledger.read.head()
  for (const desk of world.desks) checkTrust(world, desk, { roots, epoch })
  const healthy = await healthyDesks(world)
  world.outcomes.add(healthy.length === world.desks.length ? 'all tablets well' : 'some tablets out')
  for (const desk of healthy) {
    await checkRows(world, desk)
    await checkOutbox(world, desk)
    checkFiles(world, desk)
  }
}

/** O4: who has seen a tree that this ledger does not grow from says so; nobody else does. Trees are compared within one epoch. */
function checkTrust(
  { witness, outcomes }: World,
  { browser }: Desk,
  { roots, epoch }: { roots: TreeRoots; epoch: number },
): void {
  const app = browser.app()
  const trees = browser.profile.trees().filter((tree) => tree.epoch === epoch)
  const largest = [...trees].sort((a, b) => a.size - b.size).at(-1)
  const last = trees.at(-1)
  if (!app || !last || !largest) return
  const isOurs = isPrefix(roots, last) && isPrefix(roots, largest)
  const status = app.status()
  const isTrusted = status.kind !== 'not-trusted'
  if (!isTrusted) outcomes.add(`seen ${status.fault.kind}`)
  if (status.kind === 'signed-out') return
  if (isOurs !== isTrusted) {
    witness.blame('O4 another ledger than the one seen', { label: browser.label, largest, last, status })
  }
}

async function checkRows({ fleet, witness }: World, { browser, seat }: Desk): Promise<void> {
  const { disk } = browser.profile
  const given = await allRows(fleet, seat.person)
  const { size } = await fleet.reader.ledger.read.head()
  const { label } = browser
  if (disk.cursor.after !== size - 1) {
    witness.blame('D4 a tablet stays behind', {
      label,
      after: disk.cursor.after,
      size,
      status: browser.app()?.status(),
    })
    return
  }
  for (const key of disk.rows.keys()) {
    if (!given.has(key)) witness.blame('B11 a row that is no longer theirs', { label, key })
  }
  for (const [key, row] of given) {
    const held = disk.rows.get(key)
    if (!held || canonicalJson(held.entity) !== canonicalJson(row.value)) {
      witness.blame('O4 a row differs', { label, key, isThere: held !== undefined })
    } else if (held.leaves.length !== row.trail.length || held.openings.length !== row.openings.length) {
      witness.blame('O4 a row without its proof', { label, key })
    }
  }
}

async function allRows(fleet: World['fleet'], person: PersonId): Promise<Map<string, FeedRow>> {
  const ledger = fleet.reader.ledger.read
  const recent = createRecentLedger(ledger)
  const feedFor = createFeedFor({ ledger, recent, clock: fleet.clock, log: () => {} })
  const rows = new Map<string, FeedRow>()
  const { epoch } = await fleet.reader.ledger.read.head()
  for (let after = -1; ; ) {
    const page = await feedFor(person, { epoch, after, tree: 0 })
    for (const row of page.rows) rows.set(row.key, row)
    if (!page.more) return rows
    after = page.upTo
  }
}

/** What is settled has left the outbox; what the Office would not take says why. */
async function checkOutbox({ fleet, witness, restored }: World, { browser }: Desk): Promise<void> {
  const { outbox, settled } = browser.profile.disk
  for (const [id, { rejected }] of outbox) {
    const leaf = await fleet.reader.ledger.read.leafOfAct(id)
    if (leaf || rejected === null || !restored) {
      witness.blame('O2 the outbox is not emptied', {
        label: browser.label,
        id,
        rejected,
        isThere: leaf !== undefined,
      })
    }
    if (settled.has(id)) witness.blame('O2 settled and waiting', { label: browser.label, id })
  }
}

/** D4 */
function checkFiles({ witness }: World, { browser }: Desk): void {
  const wanted = browser.app()?.documents.wanted() ?? []
  for (const { hash } of wanted) {
    if (!browser.profile.disk.files.get(hash)?.isComplete) {
      witness.blame('D4 a document is not there', { label: browser.label, hash })
    }
  }
}
