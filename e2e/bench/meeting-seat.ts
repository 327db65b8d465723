import type { DeviceIdentity } from '../../client/app/ports.ts'
import { importSigningKey } from '../../client/store/signing-key.ts'
import { systemClock } from '../../client/system-time.ts'
import type { PersonId } from '../../shared/domain/id.ts'
import { fromBase64 } from '../../shared/lib/base64.ts'
import type { Bytes } from '../../shared/lib/bytes.ts'
import { createProfile, type Profile } from '../simulation/profile.ts'

/** One person with an enrolled tablet that has never met the server, told in plain data: it may lie in another thread. */
export type Seat = { label: string; person: PersonId; identity: DeviceIdentity; pkcs8: Bytes }

export const passPhrase = 'sương sớm trên sông Đà'

export async function profileOf({ label, person, identity, pkcs8 }: Seat): Promise<Profile> {
  const publicKey = fromBase64(identity.publicKey)
  if (!publicKey) throw new Error(`${label} has no key`)
  const keyPair = { publicKey, sign: await importSigningKey(pkcs8) }
  const profile = createProfile({ label, keyPair, clock: systemClock })
  profile.disk.identity = identity
  profile.disk.passPhrase = passPhrase
  profile.own({ person, device: identity.device })
  return profile
}
