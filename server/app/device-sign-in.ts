import { fromBase64 } from '../../shared/lib/base64.ts'
import { utf8 } from '../../shared/lib/bytes.ts'
import { fail, ok, type Result } from '../../shared/lib/result.ts'
import { type DeviceSignIn as Claim, sessionText } from '../../shared/protocol/api.ts'
import type { VerifyP256 } from '../../shared/protocol/crypto-ports.ts'
import type { Challenges } from './challenge.ts'
import type { LedgerReads } from './ledger-port.ts'
import type { OpenedSession, Sessions } from './session.ts'

/** The state is told only to who has shown that they hold the device's key. */
export type DeviceSignInFault =
  | { kind: 'wrong-credentials' }
  | { kind: 'device-not-active'; state: 'pending' | 'revoked' }

export type DeviceSignIn = (claim: Claim) => Promise<Result<OpenedSession, DeviceSignInFault>>

export function createDeviceSignIn(deps: {
  ledger: Pick<LedgerReads, 'rows'>
  challenges: Challenges
  sessions: Sessions
  verifyP256: VerifyP256
}): DeviceSignIn {
  const { ledger, challenges, sessions, verifyP256 } = deps
  return async ({ device: id, nonce, sig }) => {
    const wrong = fail<DeviceSignInFault>({ kind: 'wrong-credentials' })
    if (!(await challenges.isFresh(nonce))) return wrong
    const [row] = await ledger.rows([`device/${id}`])
    const device = row?.entity.kind === 'device' ? row.entity : null
    const publicKey = fromBase64(device?.publicKey ?? '')
    const signature = fromBase64(sig)
    if (!device || !publicKey || !signature) return wrong
    if (!(await verifyP256(publicKey, signature, utf8(sessionText(nonce, id))))) return wrong
    if (!(await challenges.use(nonce))) return wrong
    const { state } = device.phase
    if (state !== 'active') return fail({ kind: 'device-not-active', state })
    const opened = await sessions.open(device.person, device.id)
    return opened ? ok(opened) : wrong
  }
}
