import { hex } from '../../shared/lib/bytes.ts'
import { dayMs, instant } from '../../shared/lib/time.ts'
import type { ActIntake } from '../app/act-intake.ts'
import type { Database } from '../app/database.ts'
import { hashCode, makeCode } from '../app/enrolment-code.ts'
import type { Clock, Random } from '../app/ports.ts'
import { type DemoPost, demoPerson, demoPosts } from './demo-people.ts'

/** `code` is null where the post has a device already: a further one is the Office's business. */
export type DemoSignIn = Pick<DemoPost, 'account' | 'title' | 'role'> & { code: string | null }

const codeMs = 7 * dayMs

/** One-time codes for the first device of every post meant for trying; given anew at each start while there is none. */
export async function handOutDemoCodes(deps: {
  database: Pick<Database, 'ledger' | 'codes'>
  appendServer: ActIntake['appendServer']
  clock: Clock
  random: Random
}): Promise<DemoSignIn[]> {
  const { database, appendServer, clock, random } = deps
  const devices = await database.ledger.read.rowsOfKind('device')
  const owners = new Set(
    devices.flatMap(({ entity }) => (entity.phase.state === 'revoked' ? [] : [entity.person])),
  )
  const expiresAt = instant(clock.now() + codeMs)
  const signIns = demoPosts
    .filter(({ isForTrying }) => isForTrying)
    .map(({ account, title, role }): DemoSignIn => {
      return { account, title, role, code: owners.has(demoPerson(account)) ? null : makeCode(random) }
    })
  const handed = signIns.flatMap(({ account, code }) =>
    code === null ? [] : [{ person: demoPerson(account), code }],
  )
  if (handed.length > 0) {
    const by = demoPerson('quantri')
    await appendServer(() => [
      {
        id: `demo-codes/${hex(random(16))}`,
        events: handed.map(({ person }) => ({ kind: 'code-handed-out', person, by, expiresAt })),
      },
    ])
  }
  for (const { person, code } of handed) {
    await database.codes.put({ codeHash: hashCode(code, person), person, expiresAt })
  }
  return signIns
}
