import type { OpenApp } from '../../client/app/open-app.ts'
import type { Api } from '../../client/app/ports.ts'
import type { MemoryDisk } from '../../client/app/testing/memory-disk.ts'
import { importSigningKey, makeSigningKey } from '../../client/store/signing-key.ts'
import { systemClock } from '../../client/system-time.ts'
import type { ActId } from '../../shared/domain/id.ts'
import { createProfile } from '../simulation/profile.ts'
import { createNodeTablet } from '../testing/node-tablet.ts'

/** One person's tablet, enrolled as by hand. */
export type KillTablet = {
  account: string
  disk: MemoryDisk
  api: Api
  app(): OpenApp
  /** Everything that it has ever said "saved" of. */
  saved: ReadonlySet<ActId>
  wake(): void
  end(): void
}

const passPhrase = 'sương sớm trên sông Đà'

export async function enrolTablet(given: {
  port: number
  account: string
  password: string
  code: string
}): Promise<KillTablet> {
  const { port, account, password, code } = given
  const { pkcs8, publicKey } = await makeSigningKey()
  const keyPair = { publicKey, sign: await importSigningKey(pkcs8) }
  const profile = createProfile({ label: account, keyPair, clock: systemClock })
  const saved = new Set<ActId>()
  profile.watch({
    saved: ({ id }) => void saved.add(id),
    settled: () => {},
    row: () => {},
    wiped: () => {},
  })
  const { application, api, app, wake } = createNodeTablet({ profile, port })
  await application.start()
  const signedIn = await application.signIn(account, password)
  if (!signedIn.ok) throw new Error(`${account} is not signed in: ${signedIn.error.kind}`)
  const enrolled = await application.enrol({ code, label: account, passPhrase })
  if (!enrolled.ok) throw new Error(`${account} is not enrolled: ${enrolled.error.kind}`)
  return { account, disk: profile.disk, api, saved, app, wake, end: () => application.stop() }
}
