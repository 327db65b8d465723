import { z } from 'zod'
import { bytesField, Hash, PersonId } from '../../shared/domain/id.ts'
import type { LedgerKey } from '../../shared/ledger/checkpoint.ts'
import { actTextOf, parseLeaf } from '../../shared/ledger/entry.ts'
import { Receipt, verifyReceipt } from '../../shared/ledger/receipt.ts'
import { base64, fromBase64 } from '../../shared/lib/base64.ts'
import { canonicalJson } from '../../shared/lib/canonical-json.ts'
import { isOpenedBy, Opening } from '../../shared/protocol/envelope.ts'
import { parseEntry } from '../../shared/protocol/leaf.ts'
import { verifyEd25519 } from './verify-signature.ts'

/** What a member took home (docs/take-home.md): each act under the ledger's key, with the texts that it committed to. */

const Taken = z.strictObject({ act: z.json(), openings: z.array(Opening), receipt: Receipt })
type Taken = z.infer<typeof Taken>

const TakeHome = z.strictObject({
  v: z.literal(1),
  what: z.literal('e-cabinet own acts and receipts'),
  person: PersonId,
  ledger: z.strictObject({ name: z.string(), publicKey: bytesField(32) }),
  acts: z.array(Taken),
  words: z.array(z.strictObject({ hash: Hash, value: z.string() })),
})
export type TakeHome = z.infer<typeof TakeHome>

export function parseTakeHome(text: string): TakeHome | null {
  try {
    return TakeHome.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}

/** `fault`: why it does not hold; null where it does. */
type Checked = { n: number | null; kind: string; verdict: string; at: string; fault: string | null }

export type TakeHomeSeen = {
  person: string
  key: string
  keyGiven: boolean
  receipts: Checked[]
  /** Hashes of ballots whose words are others. */
  otherWords: string[]
}

/** `given`: the key known from elsewhere; without it the one that the file names. */
export async function verifyTakeHome(file: TakeHome, given: LedgerKey['publicKey'] | null) {
  const publicKey = given ?? fromBase64(file.ledger.publicKey) ?? new Uint8Array(32)
  const key = { name: file.ledger.name, publicKey }
  const receipts: Checked[] = []
  for (const taken of file.acts) receipts.push(await check(taken, file.person, key))
  const otherWords = file.words
    .filter(({ hash, value }) => !isOpenedBy({ commit: hash, salt: '', value }))
    .map(({ hash }) => hash)
  const seen: TakeHomeSeen = {
    person: file.person,
    key: base64(publicKey),
    keyGiven: given !== null,
    receipts,
    otherWords,
  }
  return { isGood: otherWords.length === 0 && receipts.every(({ fault }) => fault === null), seen }
}

async function check({ act, openings, receipt }: Taken, person: PersonId, key: LedgerKey): Promise<Checked> {
  const leaf = parseLeaf(receipt.leaf)
  const entry = parseEntry(receipt.leaf)
  const text = leaf && actTextOf(leaf)
  if (entry?.kind !== 'act' || text === null) {
    return { n: null, kind: '', verdict: '', at: '', fault: 'malformed-leaf' }
  }
  const { n, again } = entry
  const said = { n, kind: entry.act.kind, verdict: entry.verdict.kind }
  const verified = await verifyReceipt(receipt, key, verifyEd25519)
  const fault = () => {
    if (!verified.ok) return verified.error.kind
    if (verified.value.index !== n) return 'another-number'
    if (canonicalJson(act) !== text) return 'another-act'
    if (entry.act.person !== person) return 'another-member'
    const fits = openings.every((opening) => isOpenedBy(opening) && text.includes(opening.commit))
    return fits ? null : 'another-text'
  }
  return { ...said, at: new Date(again?.at ?? entry.at).toISOString(), fault: fault() }
}

export function takeHomeLines({ isGood, seen }: Awaited<ReturnType<typeof verifyTakeHome>>): string[] {
  const { person, key, keyGiven, receipts, otherWords } = seen
  const byNumber = [...receipts].sort((a, b) => (a.n ?? 0) - (b.n ?? 0))
  const bad = receipts.filter(({ fault }) => fault !== null).length + otherWords.length
  return [
    `Tệp mang về của / Take-home file of: ${person}`,
    keyGiven
      ? 'Khóa của sổ ghi nhận là khóa đã cho / The ledger’s key is the given one'
      : `Khóa do chính tệp nêu, hãy so với khóa đã biết / The key is named by the file, compare: ${key}`,
    '',
    ...byNumber.map(({ n, kind, verdict, at, fault }, i) => {
      const place = `${String(i + 1).padStart(3)}. ${fault === null ? 'ĐẠT ' : 'SAI '}`
      const facts = n === null ? '' : ` số / no. ${n}: ${kind}, ${verdict}, ${at}`
      return `${place}${facts}${fault === null ? '' : ` (${fault})`}`
    }),
    ...otherWords.map((hash) => `     SAI  nội dung phiếu đã khác / other words of a ballot: ${hash}`),
    '',
    isGood
      ? `ĐÚNG: ${receipts.length} biên nhận đều hợp lệ / GOOD: every receipt holds`
      : `SAI: ${bad} sai lệch / BAD: ${bad} faults`,
  ]
}
