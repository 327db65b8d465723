import type { Act, ActKind, ActOf, Anchor, BodyOf } from '../../shared/domain/act.ts'
import { ActId, type DeviceId, Hash, latestInstant, type PersonId } from '../../shared/domain/id.ts'
import { commitTo } from '../../shared/ledger/commitment.ts'
import { emptyRoot } from '../../shared/ledger/merkle.ts'
import { base64 } from '../../shared/lib/base64.ts'
import { hex, utf8 } from '../../shared/lib/bytes.ts'
import { canonicalJson } from '../../shared/lib/canonical-json.ts'
import { sha256Hex } from '../../shared/lib/sha256.ts'
import { instant } from '../../shared/lib/time.ts'
import type { SealEnvelope, SignP256 } from '../../shared/protocol/crypto-ports.ts'
import { envelopeText, type Opening } from '../../shared/protocol/envelope.ts'
import type { Clock, FeedCursor, OutboxItem, Random } from './ports.ts'

/** Makes an act: its id first, then signed, then sealed. Nothing of it leaves the device before it is stored. */
export type MakeAct = <K extends ActKind>(request: {
  kind: K
  body: BodyOf<K>
  prev?: ActId[]
  openings?: Opening[]
}) => Promise<OutboxItem>

export function createMakeAct(deps: {
  person: PersonId
  device: DeviceId
  sign: SignP256
  seal: SealEnvelope
  random: Random
  clock: Clock
  anchor(): Anchor
}): MakeAct {
  return async ({ kind, body, prev = [], openings = [] }) => {
    const { person, device, clock, random } = deps
    // A tablet's clock may stand anywhere; an act is well-formed all the same, and its hour proves nothing (O8).
    const castAt = instant(Math.min(Math.max(clock.now(), 0), latestInstant))
    const id = newActId(random)
    const act: ActOf<typeof kind> = {
      v: 1,
      id,
      kind,
      person,
      device,
      prev,
      castAt,
      anchor: deps.anchor(),
      body,
    }
    const bytes = utf8(canonicalJson(act))
    const sig = await deps.sign(bytes)
    const envelope = envelopeText({ v: 1, bytes: base64(bytes), sig: base64(sig), openings })
    const sealed = await deps.seal(utf8(envelope), id)
    return { id, act: act as unknown as Act, openings, sealed, storedAt: castAt, rejected: null }
  }
}

/** 128 random bits as 32 hexadecimal digits. */
const newActId = (random: Random): ActId => ActId.parse(hex(random(16)))

/** A text behind a salted commitment (answers). */
export function commitOpening(random: Random, value: string): Opening {
  const salt = random(32)
  return { commit: Hash.parse(commitTo(salt, value)), salt: base64(salt), value }
}

/** A text behind its plain hash (a ballot's words). */
export const hashOpening = (value: string): Opening => ({
  commit: Hash.parse(sha256Hex(utf8(value))),
  salt: '',
  value,
})

export const noAnchor: Anchor = { epoch: 0, size: 0, root: Hash.parse(hex(emptyRoot)) }

/** What this device has seen: a checkpoint whose leaves are not all here yet would claim more than it knows. */
export const anchorOf = ({ tree, after }: FeedCursor): Anchor =>
  tree !== null && after >= tree.size - 1 ? tree : noAnchor
