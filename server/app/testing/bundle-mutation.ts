import { attestBundle, type Bundle } from '../../../shared/bundle/bundle.ts'
import { endsMatter } from '../../../shared/bundle/verify-bundle.ts'
import { Hash } from '../../../shared/domain/id.ts'
import { type LedgerKey, signCheckpoint } from '../../../shared/ledger/checkpoint.ts'
import { leafText, parseLeaf } from '../../../shared/ledger/entry.ts'
import { leafHash, rootOf } from '../../../shared/ledger/merkle.ts'
import { consistencyPath, inclusionPath } from '../../../shared/ledger/merkle-path.ts'
import type { SignEd25519 } from '../../../shared/ledger/signed-note.ts'
import { readerOver } from '../../../shared/ledger/tree-node.ts'
import { base64 } from '../../../shared/lib/base64.ts'
import { hex, utf8 } from '../../../shared/lib/bytes.ts'
import { canonicalJson, type Json } from '../../../shared/lib/canonical-json.ts'
import { parseEntry } from '../../../shared/protocol/leaf.ts'

/** What forgers do to a bundle. All of it follows from a dice alone, so that every forgery can be made again. */

export type Dice = (sides: number) => number

/** mulberry32 */
export function diceOf(seed: number): Dice {
  let state = seed >>> 0
  return (sides) => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4_294_967_296) * sides)
  }
}

export const pick = <T>(dice: Dice, from: readonly T[]): T => {
  const one = from[dice(from.length)]
  if (one === undefined) throw new RangeError('nothing to pick from')
  return one
}

/** One bit, one character less, one more, or two changed places in the file. */
export function flipText(text: string, dice: Dice): string {
  const at = dice(text.length)
  const other = dice(text.length)
  const char = String.fromCharCode((text.charCodeAt(at) ^ (1 << dice(7))) & 0xff)
  switch (dice(4)) {
    case 0:
      return text.slice(0, at) + char + text.slice(at + 1)
    case 1:
      return text.slice(0, at) + text.slice(at + 1)
    case 2:
      return text.slice(0, at) + char + text.slice(at)
    default: {
      const letters = [...text]
      ;[letters[at], letters[other]] = [letters[other] ?? '', letters[at] ?? '']
      return letters.join('')
    }
  }
}

type Node = { holder: Json[] | { [key: string]: Json | undefined }; key: string | number; value: Json }

function nodesIn(value: Json): Node[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]): Node[] => {
    if (inner === undefined) return []
    const key = Array.isArray(value) ? Number(name) : name
    return [{ holder: value, key, value: inner }, ...nodesIn(inner)]
  })
}

/** Another value of the same form, so that no schema stands in the way. */
function another(value: Json, dice: Dice): Json {
  if (typeof value === 'number') return Math.max(0, value + (dice(2) === 0 ? 1 : -1) * (1 + dice(1000)))
  if (typeof value === 'boolean') return !value
  if (typeof value === 'string') {
    const words = [
      'agree',
      'disagree',
      'other',
      'deemed',
      'not-reached',
      'late',
      'accepted',
      'held',
      'm2',
      'm3',
    ]
    if (!/^[0-9a-f]{64}$/.test(value)) return pick(dice, words)
    const at = dice(64)
    return value.slice(0, at) + (Number.parseInt(value[at] ?? '0', 16) ^ 1).toString(16) + value.slice(at + 1)
  }
  return null
}

/** A field changed, an item left out, repeated or put elsewhere, anywhere in a JSON value. */
export function mutateJson(text: string, dice: Dice): string {
  const root: Json = JSON.parse(text)
  const { holder, key, value } = pick(dice, nodesIn(root))
  if (Array.isArray(holder) && typeof key === 'number' && dice(2) === 0) {
    const [moved] = holder.splice(key, 1)
    const way = dice(3)
    if (moved !== undefined && way === 1) holder.push(moved)
    if (moved !== undefined && way === 2) holder.splice(key, 0, moved, moved)
  } else if (Array.isArray(holder)) holder[Number(key)] = another(value, dice)
  else holder[key] = another(value, dice)
  return canonicalJson(root)
}

export type Signer = { key: LedgerKey; sign: SignEd25519 }

/**
 * The whole ledger written anew: `texts` by their new place (numbers follow), hashed up the tree, proven, and signed by
 * whatever key the forger has. Only leaves that `keep` names go into the bundle.
 */
export async function forge(
  bundle: Bundle,
  ledger: readonly { text: string; keep: boolean }[],
  { key, sign }: Signer,
): Promise<Bundle | null> {
  const texts = ledger.map(({ text }, n) => renumber(text, n))
  const hashes = texts.map((text) => leafHash(utf8(text)))
  const read = readerOver(hashes)
  const size = hashes.length
  const isEnd = (text: string) => {
    const entry = parseEntry(text)
    return entry !== null && endsMatter(entry, bundle)
  }
  const counted = texts.findIndex(isEnd) + 1
  if (counted === 0) return null
  return await attestBundle(
    {
      ...bundle,
      ledger: { name: key.name, publicKey: base64(key.publicKey) },
      checkpoint: await signCheckpoint({ epoch: 0, size, root: rootOf(hashes) }, key, sign),
      closing: {
        size: counted,
        root: Hash.parse(hex(rootOf(hashes.slice(0, counted)))),
        consistency: consistencyPath(counted, size, read).map(base64),
      },
      leaves: texts.flatMap((leaf, n) =>
        ledger[n]?.keep ? [{ n, leaf, path: inclusionPath(n, size, read).map(base64) }] : [],
      ),
    },
    key,
    sign,
  )
}

function renumber(text: string, n: number): string {
  const leaf = parseLeaf(text)
  if (!leaf || leaf.n === n || 'again' in leaf) return text
  return 'act' in leaf
    ? leafText(n, leaf.at, { act: leaf.act, sig: leaf.sig, verdict: leaf.verdict as Json })
    : leafText(n, leaf.at, { server: { id: leaf.server.id, events: leaf.server.events as Json[] } })
}
