import { webcrypto } from 'node:crypto'
import { createMakeAct, noAnchor } from '../../../client/app/make-act.ts'
import { createPerform, type Perform } from '../../../client/app/perform.ts'
import type { Api } from '../../../client/app/ports.ts'
import { createApi } from '../../../client/sync/http.ts'
import { createSealEnvelope } from '../../../client/sync/sealing.ts'
import { createPageFetch } from '../../../client/sync/testing/page-fetch.ts'
import { clock, random } from '../../../server/machine.ts'
import { verifyEd25519 } from '../../../server/store/verify-signature.ts'
import type { Device } from '../../../shared/domain/device.ts'
import { type Entity, type EntityOf, type EntityReader, readerOver } from '../../../shared/domain/entity.ts'
import { DeviceId, type PersonId } from '../../../shared/domain/id.ts'
import type { Verdict } from '../../../shared/domain/verdict.ts'
import { ledgerName } from '../../../shared/ledger/checkpoint.ts'
import { base64, fromBase64 } from '../../../shared/lib/base64.ts'
import { type Bytes, hex, utf8 } from '../../../shared/lib/bytes.ts'
import type { Result } from '../../../shared/lib/result.ts'
import { enrolmentText } from '../../../shared/protocol/api.ts'
import type { Account } from './first-people.ts'
import type { Office } from './office.ts'

/**
 * An officer without a screen, for what a story only needs to have happened: enrolled by the same code, signing as every
 * device does, over the same interface.
 */
export type Officer = {
  person: PersonId
  api: Api
  /** @throws unless the act is accepted, proven by a receipt. */
  perform(...request: Parameters<Perform>): Promise<Extract<Verdict, { kind: 'accepted' }>>
}

const officerLabel = 'Máy tính của Văn phòng'
const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }

export async function enrolOfficer(office: Office, account: Account): Promise<Officer> {
  const { password, code } = office.signInOf(account)
  const api = createApi({
    fetch: createPageFetch(),
    baseUrl: `http://127.0.0.1:${office.port}`,
    timers: { after: () => () => {} },
  })
  const session = need(await api.signIn({ account, password }))
  const pair = await webcrypto.subtle.generateKey(algorithm, false, ['sign', 'verify'])
  const sign = async (bytes: Bytes) =>
    new Uint8Array(await webcrypto.subtle.sign(algorithm, pair.privateKey, bytes))
  const device = DeviceId.parse(hex(random(16)))
  const publicKey = base64(new Uint8Array(await webcrypto.subtle.exportKey('raw', pair.publicKey)))
  const sig = base64(await sign(utf8(enrolmentText(device, publicKey))))
  const { keys } = need(await api.enrol({ code, device, label: officerLabel, publicKey, sig }))
  const perform = createPerform({
    api,
    makeAct: createMakeAct({
      person: session.person,
      device,
      sign,
      seal: createSealEnvelope(bytesOf(keys.sealingKey)),
      random,
      clock,
      anchor: () => noAnchor,
    }),
    ledgerKey: { name: ledgerName(keys.ledgerId), publicKey: bytesOf(keys.ledgerKey) },
    verify: verifyEd25519,
    onRecorded: () => {},
  })
  return {
    person: session.person,
    api,
    perform: async (request) => {
      const verdict = need(await perform(request))
      if (verdict.kind !== 'accepted') throw new Error(`not accepted: ${JSON.stringify(verdict)}`)
      return verdict
    },
  }
}

/** Rows of a kind that the officer may see now. */
export const rowsOf = async <K extends Entity['kind']>(officer: Officer, kind: K): Promise<EntityOf<K>[]> =>
  (await readerOf(officer)).list(kind)

/** All that an officer may read now. */
export async function readerOf({ api }: Officer): Promise<EntityReader> {
  const { rows } = need(await api.feed({ epoch: 0, after: -1, tree: 0 }))
  return readerOver(new Map(rows.map(({ key, value }) => [key, value])))
}

/** The device that somebody has enrolled on a screen, the first in this state. */
export async function tabletIn(officer: Officer, state: Device['phase']['state']): Promise<Device> {
  const devices = await rowsOf(officer, 'device')
  const found = devices.find(({ label, phase }) => label !== officerLabel && phase.state === state)
  if (!found) throw new Error(`no tablet is ${state}`)
  return found
}

export function need<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

function bytesOf(text: string): Bytes {
  const bytes = fromBase64(text)
  if (!bytes) throw new Error('not base64')
  return bytes
}
