import {
  type Bundle,
  bundleFileName,
  bundleText,
  isSameMatter,
  type Matter,
} from '../../shared/bundle/bundle.ts'
import { verifyBundle } from '../../shared/bundle/verify-bundle.ts'
import type { LedgerKey } from '../../shared/ledger/checkpoint.ts'
import type { VerifyEd25519 } from '../../shared/ledger/signed-note.ts'
import { ok, type Result } from '../../shared/lib/result.ts'
import type { VerifyP256 } from '../../shared/protocol/crypto-ports.ts'
import type { Api, NetworkFault } from './ports.ts'

/** The archive bundle of a closed ballot or a concluded meeting, verified on this machine under the pinned key before it is handed over. */
export type Archive = {
  outcome: 'good' | 'bad'
  faults: number
  /** Root of the tree up to and with the first count, or the conclusion: the same in every bundle of the matter. */
  closing: Bundle['closing']
  fileName: string
  /** As it came: evidence, whatever the outcome. */
  text: string
}

export type FetchArchive = (matter: Matter) => Promise<Result<Archive, NetworkFault>>

export function createFetchArchive(deps: {
  api: Pick<Api, 'readBundle'>
  ledgerKey: LedgerKey
  verifyEd25519: VerifyEd25519
  verifyP256: VerifyP256
}): FetchArchive {
  const { api, ledgerKey, verifyEd25519, verifyP256 } = deps
  return async (matter) => {
    const reply = await api.readBundle(matter)
    if (!reply.ok) return reply
    const bundle = reply.value
    const { faults } = await verifyBundle(bundle, {
      key: ledgerKey.publicKey,
      verifyEd25519,
      // A key that is none is a fault of the bundle.
      verifyP256: (...asked) => verifyP256(...asked).catch(() => false),
    })
    const isOurs = isSameMatter(bundle, matter) && bundle.ledger.name === ledgerKey.name
    return ok({
      outcome: faults.length === 0 && isOurs ? 'good' : 'bad',
      faults: faults.length + (isOurs ? 0 : 1),
      closing: bundle.closing,
      fileName: bundleFileName(bundle),
      text: bundleText(bundle),
    })
  }
}
