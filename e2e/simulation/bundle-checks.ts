import { createBundles } from '../../server/app/bundle.ts'
import type { LedgerReads } from '../../server/app/ledger-port.ts'
import type { BundleFault } from '../../shared/bundle/bundle-fault.ts'
import { verifyBundle } from '../../shared/bundle/verify-bundle.ts'
import { subjectOn } from '../../shared/domain/access.ts'
import { ActId } from '../../shared/domain/id.ts'
import { parseEntry } from '../../shared/protocol/leaf.ts'
import type { World } from './world.ts'

/** O4: what goes to the archive verifies by itself. One ballot of each schedule, since verifying looks at every leaf of it. */
export async function checkBundle({ fleet, crypto, witness, outcomes, restored }: World): Promise<void> {
  const ledger = fleet.reader.ledger.read
  const closed = (await ledger.rowsOfKind('ballot')).filter(({ entity }) => entity.phase.state === 'closed')
  const [ballot] = closed.map(({ entity }) => entity.id)
  const [head] = await ledger.rows(['person/head'])
  // What a tablet revised may have gone with the ledger of before: then the ledger itself must be looked at (docs/bundle.md).
  if (ballot === undefined || head?.entity.kind !== 'person' || restored) return
  const { server, verifyEd25519 } = crypto
  const bundles = createBundles({ ledger, crypto: server })
  const bundle = await bundles.make({ ballot }, subjectOn(head.entity, null, fleet.clock.now()))
  const by = { key: server.ledgerKey.publicKey, verifyEd25519, verifyP256: server.verifyP256 }
  const faults: BundleFault[] = []
  for (const fault of bundle ? (await verifyBundle(bundle, by)).faults : []) {
    if (!(await namesRefused(fault, ledger))) faults.push(fault)
  }
  if (!bundle) witness.blame('O4 a closed ballot has no archive bundle', { ballot })
  if (faults.length > 0) witness.blame('O4 an archive bundle does not verify', { ballot, faults })
  outcomes.add('a bundle verified')
}

/**
 * Refused acts stand in no bundle. One that an answer was written after is missed by whoever has the bundle alone, and found
 * in the ledger (docs/bundle.md); any other act that is missing was left out.
 */
async function namesRefused(fault: BundleFault, ledger: LedgerReads): Promise<boolean> {
  if (fault.check !== 'completeness' || fault.kind !== 'act-missing') return false
  const leaf = await ledger.leafOfAct(ActId.parse(fault.act))
  const entry = leaf && parseEntry(leaf.text)
  return entry?.kind === 'act' && entry.verdict.kind === 'refused'
}
