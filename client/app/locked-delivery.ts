import type { ActId } from '../../shared/domain/id.ts'
import { parseLeaf } from '../../shared/ledger/entry.ts'
import { verifyReceipt } from '../../shared/ledger/receipt.ts'
import { fromBase64 } from '../../shared/lib/base64.ts'
import { utf8 } from '../../shared/lib/bytes.ts'
import type { ActOutcome } from '../../shared/protocol/api.ts'
import type { VerifyP256 } from '../../shared/protocol/crypto-ports.ts'
import { parseEntry } from '../../shared/protocol/leaf.ts'
import { ledgerKeyOf } from './pinned-key.ts'
import type { Crypto, DeviceIdentity, OutboxStore } from './ports.ts'

/** Signed acts in a locked outbox: those that are on their way, and those of which the Office has shown a receipt. */
export type Sending = { waiting: number; arrived: number }

/** Wires for sealed envelopes alone, made by the composition root over client/sync. */
export type DeliverLocked = (parts: {
  identity: DeviceIdentity
  store: Pick<OutboxStore, 'sealed'>
  takeOutcomes(outcomes: ActOutcome[]): Promise<void>
}) => { stop(): void }

export type DeliveryCrypto = Pick<Crypto, 'verifyEd25519'> & { verifyP256: VerifyP256 }

/**
 * A locked tablet still delivers. Receipts cannot be kept before it is opened, since they are kept sealed; who waits in
 * front of the lock is told of them nevertheless, in this run, and what has arrived is not sent again.
 */
export function createLockedDelivery(deps: {
  identity: DeviceIdentity
  outbox: Pick<OutboxStore, 'sealed'>
  deliver: DeliverLocked
  crypto: DeliveryCrypto
  onChange(sending: Sending): void
}): { stop(): void } {
  const { identity, outbox, crypto, onChange } = deps
  const arrived = new Set<ActId>()

  const read = async () => {
    const all = await outbox.sealed()
    const waiting = all.filter(({ id }) => !arrived.has(id))
    onChange({ waiting: waiting.length, arrived: all.length - waiting.length })
    return waiting
  }
  return deps.deliver({
    identity,
    store: { sealed: read },
    takeOutcomes: async (outcomes) => {
      for (const outcome of outcomes) {
        if (await isOwnReceipt(outcome, identity, crypto)) arrived.add(outcome.id)
      }
    },
  })
}

/**
 * The signed act lies sealed, and only the unlocked tablet can compare. But its id is used once, and only this device's
 * key can have signed what the leaf holds: that is the very act.
 */
async function isOwnReceipt(
  outcome: ActOutcome,
  identity: DeviceIdentity,
  { verifyEd25519, verifyP256 }: DeliveryCrypto,
): Promise<boolean> {
  if (outcome.kind !== 'recorded') return false
  const { id, leaf, proof } = outcome
  const verified = await verifyReceipt({ leaf, proof }, ledgerKeyOf(identity), verifyEd25519)
  const entry = verified.ok ? parseEntry(leaf) : null
  if (!verified.ok || entry?.kind !== 'act' || entry.n !== verified.value.index || entry.act.id !== id)
    return false
  const written = parseLeaf(leaf)
  const publicKey = fromBase64(identity.publicKey)
  const sig = fromBase64(entry.sig)
  if (!written || !('act' in written) || !publicKey || !sig) return false
  return await verifyP256(publicKey, sig, utf8(written.act))
}
