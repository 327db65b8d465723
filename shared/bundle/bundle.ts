import { z } from 'zod'
import { ballotNumber } from '../domain/ballot-apply.ts'
import { BallotId, bytesField, Hash } from '../domain/id.ts'
import { eventsOf } from '../domain/verdict.ts'
import type { LedgerKey } from '../ledger/checkpoint.ts'
import { type SignEd25519, signNote } from '../ledger/signed-note.ts'
import { fromBase64 } from '../lib/base64.ts'
import { utf8 } from '../lib/bytes.ts'
import { canonicalJson } from '../lib/canonical-json.ts'
import { sha256Hex } from '../lib/sha256.ts'
import { Opening } from '../protocol/envelope.ts'
import { FeedLeaf } from '../protocol/feed.ts'
import { parseEntry } from '../protocol/leaf.ts'

/**
 * One closed ballot with everything that proves it (docs/bundle.md), as one canonical JSON text: for an archive that is to
 * be checked without this server, this database or any network.
 */
export const Bundle = z.strictObject({
  v: z.literal(1),
  what: z.literal('e-cabinet bundle'),
  ballot: BallotId,
  ledger: z.strictObject({
    name: z.string().regex(/^e-cabinet\/[a-z0-9][a-z0-9.-]*$/),
    publicKey: bytesField(32),
  }),
  /** Signed note of the tree as it stood when the bundle was made. */
  checkpoint: z.string().max(20_000),
  /** The tree up to the first count, and its consistency path to the checkpoint: the same in every bundle of the ballot. */
  closing: z.strictObject({
    size: z.int().min(1),
    root: Hash,
    consistency: z.array(bytesField(32)).max(64),
  }),
  leaves: z.array(FeedLeaf).min(1).max(100_000),
  /** Ascending by commitment; null in the variant for who may read no text. */
  openings: z.array(Opening).max(100_000).nullable(),
  /** Signed note of the ledger's key over everything above. */
  attestation: z.string().max(20_000),
})
export type Bundle = z.infer<typeof Bundle>

/** Strict: another text than the canonical one is no bundle. */
export function parseBundle(text: string): Bundle | null {
  try {
    const parsed = Bundle.safeParse(JSON.parse(text))
    return parsed.success && canonicalJson(parsed.data) === text ? parsed.data : null
  } catch {
    return null
  }
}

export const bundleText = (bundle: Bundle): string => canonicalJson(bundle)

/** The key that a bundle names itself; whether it is the right one must be known from elsewhere. */
export const namedKey = ({ ledger }: Pick<Bundle, 'ledger'>): LedgerKey => ({
  name: ledger.name,
  publicKey: fromBase64(ledger.publicKey) ?? new Uint8Array(32),
})

type Unattested = Omit<Bundle, 'attestation'>

/** What the ledger's key signs: "this is everything that the ledger held of this ballot". */
export function attestedText(bundle: Unattested | Bundle): string {
  const { attestation: _, ...rest } = { attestation: '', ...bundle }
  return `e-cabinet/bundle/1\n${bundle.ballot}\n${sha256Hex(utf8(canonicalJson(rest)))}\n`
}

export async function attestBundle(bundle: Unattested, key: LedgerKey, sign: SignEd25519): Promise<Bundle> {
  return { ...bundle, attestation: await signNote(attestedText(bundle), key, sign) }
}

/** The number that the ballot was issued under, as its entries tell. */
function numberIn({ ballot, leaves }: Pick<Bundle, 'ballot' | 'leaves'>): string | null {
  for (const { leaf } of leaves) {
    const entry = parseEntry(leaf)
    const events = entry?.kind === 'act' ? eventsOf(entry.verdict) : []
    const issued = events.find((event) => event.kind === 'ballot-issued' && event.ballot === ballot)
    if (issued?.kind === 'ballot-issued') return ballotNumber(issued.serial, issued.year)
  }
  return null
}

/** The name of the file, the same wherever it is saved: by the number that people know the ballot by. */
export const bundleFileName = (bundle: Pick<Bundle, 'ballot' | 'leaves'>): string =>
  `goi-luu-tru-${numberIn(bundle)?.replaceAll('/', '-') ?? bundle.ballot}.json`
