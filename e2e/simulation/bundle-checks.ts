import { createBundles } from '../../server/app/bundle.ts'
import { verifyBundle } from '../../shared/bundle/verify-bundle.ts'
import { subjectOn } from '../../shared/domain/access.ts'
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
  const faults = bundle ? (await verifyBundle(bundle, by)).faults : ['there is none']
  if (faults.length > 0) witness.blame('O4 an archive bundle does not verify', { ballot, faults })
  outcomes.add('a bundle verified')
}
