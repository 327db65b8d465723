import { z } from 'zod'
import { type Act, parseAct } from '../domain/act.ts'
import { bytesField, Hash } from '../domain/id.ts'
import { opensTo } from '../ledger/commitment.ts'
import { fromBase64 } from '../lib/base64.ts'
import { type Bytes, equalBytes, fromUtf8, utf8 } from '../lib/bytes.ts'
import { canonicalJson } from '../lib/canonical-json.ts'
import { fail, ok, type Result } from '../lib/result.ts'
import { sha256Hex } from '../lib/sha256.ts'

/**
 * What travels: `{v, bytes, sig, openings}` as UTF-8 JSON, sealed with HPKE to the server's key (envelope-seal.ts).
 * `bytes` is the act's canonical JSON exactly as signed; `openings` are the texts behind the act's commitments.
 */

/** Characters of one text behind a commitment. */
export const openingMaxChars = 400_000

/** A commitment with a salt opens by `SHA-256(0x02 ‖ salt ‖ value)`; one with an empty salt by `SHA-256(value)`. */
export const Opening = z.strictObject({
  commit: Hash,
  salt: z.union([z.literal(''), bytesField(32)]),
  value: z.string().max(openingMaxChars),
})
export type Opening = z.infer<typeof Opening>

export const Envelope = z.strictObject({
  v: z.literal(1),
  bytes: z.string().max(400_000),
  sig: bytesField(64),
  openings: z.array(Opening).max(64),
})
export type Envelope = z.infer<typeof Envelope>

/** Larger sealed envelopes are refused before they are opened. */
export const sealedMaxBytes = 512 * 1024

export type EnvelopeFault = { kind: 'malformed' } | { kind: 'opening-does-not-fit' }

export type OpenEnvelope = { act: Act; bytes: Bytes; sig: Bytes; sigText: string; openings: Opening[] }

export function isOpenedBy({ commit, salt, value }: Opening): boolean {
  // A lone surrogate becomes U+FFFD in UTF-8: two texts would open one hash.
  if (salt === '') return value.isWellFormed() && sha256Hex(utf8(value)) === commit
  const bytes = fromBase64(salt)
  return bytes !== null && opensTo(commit, bytes, value)
}

/** From the unsealed text; everything but the signature is checked here. */
export function parseEnvelope(plain: Uint8Array): Result<OpenEnvelope, EnvelopeFault> {
  try {
    const envelope = Envelope.safeParse(JSON.parse(fromUtf8(plain)))
    if (!envelope.success) return fail({ kind: 'malformed' })
    const bytes = fromBase64(envelope.data.bytes)
    const sig = fromBase64(envelope.data.sig)
    if (!bytes || !sig) return fail({ kind: 'malformed' })
    const act = parseAct(JSON.parse(fromUtf8(bytes)))
    // One text for one act: whoever re-serialises gets the signed bytes, and the ledger may hold them as text.
    if (!act || !equalBytes(utf8(canonicalJson(act)), bytes)) return fail({ kind: 'malformed' })
    if (!envelope.data.openings.every(isOpenedBy)) return fail({ kind: 'opening-does-not-fit' })
    return ok({ act, bytes, sig, sigText: envelope.data.sig, openings: envelope.data.openings })
  } catch {
    return fail({ kind: 'malformed' })
  }
}

export const envelopeText = (envelope: Envelope): string => canonicalJson(envelope)
