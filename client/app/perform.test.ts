import { expect, test } from 'vitest'
import { DeviceId, PersonId, TaskId } from '../../shared/domain/id.ts'
import { fail } from '../../shared/lib/result.ts'
import { instant } from '../../shared/lib/time.ts'
import { createPlainCrypto } from '../../shared/testing/plain-crypto.ts'
import { createMakeAct, noAnchor } from './make-act.ts'
import { createPerform } from './perform.ts'
import type { NetworkFault } from './ports.ts'

const cut: NetworkFault = { kind: 'unreachable' }
const signedOut: NetworkFault = { kind: 'signed-out' }
const said = (status: number, kind: string): NetworkFault => ({ kind: 'refused', status, error: { kind } })
const inDoubt = { kind: 'outcome-unknown' }

async function told(...answers: NetworkFault[]) {
  const { seal, server, deviceKey } = createPlainCrypto('perform')
  const me = { person: PersonId.parse('sec'), device: DeviceId.parse('sec-1') }
  const { sign } = deviceKey(me.device)
  const clock = { now: () => instant(Date.UTC(2026, 10, 20, 2)) }
  const random = (length: number) => new Uint8Array(length).fill(7)
  const ids = new Set<string>()
  const perform = createPerform({
    api: {
      sendActs: async (acts) => {
        for (const { id } of acts) ids.add(id)
        return fail(answers.shift() ?? cut)
      },
    },
    makeAct: createMakeAct({ ...me, sign, seal, random, clock, anchor: () => noAnchor }),
    ledgerKey: server.ledgerKey,
    verify: server.verifyEd25519,
    onRecorded: () => {
      throw new Error('nothing is recorded')
    },
  })
  const done = await perform({ kind: 'receive-task', body: { task: TaskId.parse('task') } })
  return { fault: done.ok ? null : done.error, acts: ids.size }
}

test.each<[string, NetworkFault[], object]>([
  ['never answered', [cut, cut, cut], inDoubt],
  ['turned away at once', [signedOut], signedOut],
  ['read-only at once', [said(503, 'read-only')], said(503, 'read-only')],
  ['cut, then the server has forgotten its sessions', [cut, signedOut], inDoubt],
  ['cut, then it is being restored', [cut, cut, said(503, 'read-only')], inDoubt],
  ['the database fell silent', [said(503, 'database-silent')], inDoubt],
])(
  '[O1] an act of authority, %s: "nothing has changed" is said only where that is known',
  async (_, answers, fault) => {
    expect(await told(...answers)).toEqual({ fault, acts: 1 })
  },
)
