import { webcrypto } from 'node:crypto'
import { Hash } from '../../../shared/domain/id.ts'
import { commitTo } from '../../../shared/ledger/commitment.ts'
import { base64 } from '../../../shared/lib/base64.ts'
import { type Bytes, hex, utf8 } from '../../../shared/lib/bytes.ts'
import { canonicalJson } from '../../../shared/lib/canonical-json.ts'
import { sha256Hex } from '../../../shared/lib/sha256.ts'
import type { Opening } from '../../../shared/protocol/envelope.ts'
import type { RealPerson } from './real-person.ts'

/** Acts as no honest client would make them, down to the last byte, and honest ones to compare with. */

export type Sealed = { id: string; sealed: string }
export type Fields = Record<string, unknown>

const randomBytes = (length: number): Bytes => webcrypto.getRandomValues(new Uint8Array(length))

export const freshId = (): string => hex(randomBytes(16))

const noAnchor = { epoch: 0, size: 0, root: sha256Hex(new Uint8Array()) }

export const actOf = (by: Pick<RealPerson, 'person' | 'device'>, kind: string, body: unknown): Fields => ({
  v: 1,
  id: freshId(),
  kind,
  person: by.person,
  device: by.device,
  prev: [],
  castAt: Date.now(),
  anchor: noAnchor,
  body,
})

/** Signs exactly this text, whatever it is, and puts it into an envelope with these changes. */
export async function sealText(
  signer: Pick<RealPerson, 'sign' | 'seal'>,
  id: string,
  text: string | Bytes,
  changes: Fields = {},
): Promise<Sealed> {
  const bytes = typeof text === 'string' ? utf8(text) : text
  const sig = base64(await signer.sign(bytes))
  const envelope = { v: 1, bytes: base64(bytes), sig, openings: [], ...changes }
  return await sealPlain(signer, id, JSON.stringify(envelope))
}

/** Seals whatever it is, envelope or not. */
export async function sealPlain(
  { seal }: Pick<RealPerson, 'seal'>,
  id: string,
  plain: string,
): Promise<Sealed> {
  return { id, sealed: base64(await seal(utf8(plain), id)) }
}

export const sealAct = (
  signer: Pick<RealPerson, 'sign' | 'seal'>,
  act: Fields,
  openings: readonly Opening[] = [],
): Promise<Sealed> => sealText(signer, String(act['id']), canonicalJson(act), { openings })

/** Two commitments and their openings, as an answer has them for one issue. */
export function answerFor(issue: string, choice: string, text = '') {
  const openings = [choice, text].map((value): Opening => {
    const salt = randomBytes(32)
    return { commit: Hash.parse(commitTo(salt, value)), salt: base64(salt), value }
  })
  const [choiceCommit, textCommit] = openings.map(({ commit }) => commit)
  return { answer: { issue, choiceCommit, textCommit }, openings }
}
