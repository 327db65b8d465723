import { DeviceId } from '../../shared/domain/id.ts'
import { base64 } from '../../shared/lib/base64.ts'
import { hex, utf8 } from '../../shared/lib/bytes.ts'
import { fail, ok, type Result } from '../../shared/lib/result.ts'
import { enrolmentText, type SessionInfo, sessionText } from '../../shared/protocol/api.ts'
import type { Api, DeviceIdentity, NetworkFault, Random, UnlockedKeys } from './ports.ts'
import type { Owner, Tablet, Tablets } from './tablet.ts'

/**
 * Coming in: once by account, password and the one-time code from the Office, which makes this browser a device; afterwards
 * by the pass phrase alone, and to the server by the device's own key.
 */

export type EnrolFault = NetworkFault | { kind: 'storage'; detail: string }

export type Enrolled = { identity: DeviceIdentity; tablet: Tablet; keys: UnlockedKeys }

export type SignOn = {
  signIn(account: string, password: string): Promise<Result<SessionInfo, NetworkFault>>
  /** A repeated call after a cut goes on with the same keys, so that no half-made device is left behind. */
  enrol(request: {
    session: SessionInfo
    code: string
    label: string
    passPhrase: string
  }): Promise<Result<Enrolled, EnrolFault>>
  /** A session by the device's key: no password is asked again. */
  renew(owner: Owner, keys: UnlockedKeys): Promise<Result<SessionInfo, NetworkFault>>
}

type Begun = {
  owner: Owner
  tablet: Tablet
  keys: UnlockedKeys
  publicKey: string
  /** Forgotten with the rest once the device is enrolled. */
  passPhrase: string
}

export function createSignOn(deps: { api: Api; tablets: Tablets; random: Random }): SignOn {
  const { api, tablets, random } = deps
  let begun: Begun | null = null

  const begin = async (person: Owner['person'], passPhrase: string) => {
    if (begun?.owner.person === person) {
      // A wrong code sends people back, and they may choose other words the second time.
      if (begun.passPhrase !== passPhrase) {
        await begun.tablet.keyring.changePassPhrase(begun.passPhrase, passPhrase)
        begun = { ...begun, passPhrase }
      }
      return begun
    }
    const owner: Owner = { person, device: DeviceId.parse(hex(random(16))) }
    const tablet = tablets.open(owner)
    const made = await tablet.keyring.create(passPhrase)
    begun = { owner, tablet, keys: made.keys, publicKey: base64(made.publicKey), passPhrase }
    return begun
  }

  return {
    signIn: (account, password) => api.signIn({ account, password }),
    enrol: async ({ session, code, label, passPhrase }) => {
      try {
        const { owner, tablet, keys, publicKey } = await begin(session.person, passPhrase)
        const sig = base64(await keys.sign(utf8(enrolmentText(owner.device, publicKey))))
        const reply = await api.enrol({ code, device: owner.device, label, publicKey, sig })
        if (!reply.ok) return reply
        const { state, keys: serverKeys } = reply.value
        const identity: DeviceIdentity = { ...owner, label, publicKey, keys: serverKeys, state }
        await tablet.device.write(identity)
        await tablets.remember(owner)
        begun = null
        return ok({ identity, tablet, keys })
      } catch (error) {
        return fail({ kind: 'storage', detail: String(error) })
      }
    },
    renew: async ({ device }, keys) => {
      const challenge = await api.challenge()
      if (!challenge.ok) return challenge
      const { nonce } = challenge.value
      const sig = base64(await keys.sign(utf8(sessionText(nonce, device))))
      return api.deviceSignIn({ device, nonce, sig })
    },
  }
}
