import { createMakeAct, noAnchor } from './make-act.ts'
import { pinnedKey } from './pinned-key.ts'
import type { Clock, Crypto, DeviceIdentity, OutboxItem, Random, UnlockedKeys } from './ports.ts'

/**
 * The last word of a device that is about to destroy what it holds: signed before, since its key goes too, and sent after.
 * Only an unlocked one can say it. A word signed long beforehand and kept for that day could be sent by whoever took the
 * tablet, and would prove nothing.
 */
export async function signReportWiped(
  { person, device, keys: { sealingKey } }: DeviceIdentity,
  { sign }: UnlockedKeys,
  { crypto, random, clock }: { crypto: Crypto; random: Random; clock: Clock },
): Promise<OutboxItem> {
  const seal = crypto.sealTo(pinnedKey(sealingKey))
  const makeAct = createMakeAct({ person, device, sign, seal, random, clock, anchor: () => noAnchor })
  return await makeAct({ kind: 'report-wiped', body: {} })
}
