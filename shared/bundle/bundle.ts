import { z } from 'zod'
import { ballotNumber } from '../domain/ballot-apply.ts'
import { BallotId, bytesField, Hash, MeetingId } from '../domain/id.ts'
import type { LedgerKey } from '../ledger/checkpoint.ts'
import { type SignEd25519, signNote } from '../ledger/signed-note.ts'
import { fromBase64 } from '../lib/base64.ts'
import { utf8 } from '../lib/bytes.ts'
import { canonicalJson } from '../lib/canonical-json.ts'
import { sha256Hex } from '../lib/sha256.ts'
import { dayOf } from '../lib/time.ts'
import { Opening } from '../protocol/envelope.ts'
import { FeedLeaf } from '../protocol/feed.ts'
import { entryEvents, parseEntry } from '../protocol/leaf.ts'

/**
 * One closed ballot, or one concluded meeting, with everything that proves it (docs/bundle.md), as one canonical JSON text: for an
 * archive that is to be checked without this server, this database or any network.
 */
const common = {
  v: z.literal(1),
  what: z.literal('e-cabinet bundle'),
  ledger: z.strictObject({
    name: z.string().regex(/^e-cabinet\/[a-z0-9][a-z0-9.-]*$/),
    publicKey: bytesField(32),
  }),
  /** Signed note of the tree as it stood when the bundle was made. */
  checkpoint: z.string().max(20_000),
  /**
   * The tree up to the first count of the ballot, or to the meeting's conclusion, and its consistency path to the checkpoint: the
   * same in every bundle of the matter.
   */
  closing: z.strictObject({
    size: z.int().min(1),
    root: Hash,
    consistency: z.array(bytesField(32)).max(64),
  }),
  leaves: z.array(FeedLeaf).min(1).max(100_000),
  /** Signed note of the ledger's key over everything above. */
  attestation: z.string().max(20_000),
}

/** Ascending by commitment. */
const Openings = z.array(Opening).max(100_000)

/** Of a ballot the openings are null for who may read no text; a meeting's bundle goes only to who may read all of it. */
export const Bundle = z.union([
  z.strictObject({ ...common, ballot: BallotId, openings: Openings.nullable() }),
  z.strictObject({ ...common, meeting: MeetingId, openings: Openings }),
])
export type Bundle = z.infer<typeof Bundle>

/** What a bundle is of. */
export type Matter = { ballot: BallotId } | { meeting: MeetingId }

export const matterOf = (bundle: Matter): Matter =>
  'ballot' in bundle ? { ballot: bundle.ballot } : { meeting: bundle.meeting }

const idOf = (matter: Matter): string => ('ballot' in matter ? matter.ballot : matter.meeting)

export const isSameMatter = (one: Matter, other: Matter): boolean =>
  canonicalJson(matterOf(one)) === canonicalJson(matterOf(other))

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

type Unattested<B> = B extends Bundle ? Omit<B, 'attestation'> : never

/** What the ledger's key signs: "this is everything that the ledger held of this matter". */
export function attestedText(bundle: Unattested<Bundle> | Bundle): string {
  const { attestation: _, ...rest } = { attestation: '', ...bundle }
  return `e-cabinet/bundle/1\n${idOf(bundle)}\n${sha256Hex(utf8(canonicalJson(rest)))}\n`
}

export async function attestBundle(
  bundle: Unattested<Bundle>,
  key: LedgerKey,
  sign: SignEd25519,
): Promise<Bundle> {
  return { ...bundle, attestation: await signNote(attestedText(bundle), key, sign) }
}

type Named = Matter & Pick<Bundle, 'leaves'>

/** The number that the ballot was issued under, or the day of the meeting, as the entries tell. */
function nameIn(bundle: Named): string | null {
  let name: string | null = null
  for (const { leaf } of bundle.leaves) {
    const entry = parseEntry(leaf)
    for (const event of entry ? entryEvents(entry) : []) {
      if ('ballot' in bundle) {
        const isIts = event.kind === 'ballot-issued' && event.ballot === bundle.ballot
        if (isIts) return ballotNumber(event.serial, event.year).replaceAll('/', '-')
      } else if (event.kind === 'meeting-drafted' || event.kind === 'meeting-changed') {
        if (event.meeting === bundle.meeting) name = `phien-hop-${dayOf(event.startsAt)}`
      }
    }
  }
  return name
}

/** The name of the file, the same wherever it is saved: by what people know the ballot or the meeting by. */
export const bundleFileName = (bundle: Named): string => `goi-luu-tru-${nameIn(bundle) ?? idOf(bundle)}.json`
