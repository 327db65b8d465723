import { webcrypto } from 'node:crypto'
import type { ActKind, Anchor, BodyOf } from '../../shared/domain/act.ts'
import type { Device } from '../../shared/domain/device.ts'
import { ActId, DeviceId, type PersonId } from '../../shared/domain/id.ts'
import { base64 } from '../../shared/lib/base64.ts'
import { utf8 } from '../../shared/lib/bytes.ts'
import { canonicalJson } from '../../shared/lib/canonical-json.ts'
import { sha256Hex } from '../../shared/lib/sha256.ts'
import type { Instant } from '../../shared/lib/time.ts'
import type { SealEnvelope } from '../../shared/protocol/crypto-ports.ts'
import { envelopeText, type Opening } from '../../shared/protocol/envelope.ts'
import type { SealedAct } from '../app/act-intake.ts'

/** A tablet without a screen: it signs and seals as every other does. Its key lives as long as the process. */
export type SoftwareDevice = {
  device: Device
  sign(act: UnsignedAct): Promise<SealedAct>
}

export type ActDraft = {
  [K in ActKind]: { kind: K; body: BodyOf<K>; openings: readonly Opening[] }
}[ActKind]

export type UnsignedAct = {
  label: string
  draft: ActDraft
  prev: readonly string[]
  castAt: Instant
  anchor: Anchor
}

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }

/** The same label always names the same act: a loading that was cut off goes on where it was. */
export const actIdOf = (label: string): ActId => ActId.parse(sha256Hex(utf8(`e-cabinet/demo/${label}`)))

export async function createSoftwareDevice(deps: {
  id: string
  person: PersonId
  askedAt: Instant
  seal: SealEnvelope
}): Promise<SoftwareDevice> {
  const { person, askedAt, seal } = deps
  const pair = await webcrypto.subtle.generateKey(algorithm, false, ['sign', 'verify'])
  const point = new Uint8Array(await webcrypto.subtle.exportKey('raw', pair.publicKey))
  const id = DeviceId.parse(deps.id)
  return {
    device: {
      kind: 'device',
      id,
      person,
      label: 'Thiết bị mô phỏng',
      publicKey: base64(point),
      askedAt,
      phase: { state: 'pending' },
    },
    sign: async ({ label, draft, prev, castAt, anchor }) => {
      const { kind, body } = draft
      const act = {
        v: 1,
        id: actIdOf(label),
        kind,
        person,
        device: id,
        prev: prev.map(actIdOf),
        castAt,
        anchor,
        body,
      }
      const bytes = utf8(canonicalJson(act))
      const sig = new Uint8Array(await webcrypto.subtle.sign(algorithm, pair.privateKey, bytes))
      const envelope = {
        v: 1 as const,
        bytes: base64(bytes),
        sig: base64(sig),
        openings: [...draft.openings],
      }
      return { id: act.id, sealed: await seal(utf8(envelopeText(envelope)), act.id) }
    },
  }
}
