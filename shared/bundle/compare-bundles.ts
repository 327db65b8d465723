import { parseEntry } from '../protocol/leaf.ts'
import { type Bundle, isSameMatter } from './bundle.ts'
import { isOfMatter } from './of-matter.ts'

export type BundleDifference =
  | { kind: 'other-matter' | 'other-ledger' | 'other-epoch' | 'older-is-newer' | 'root-differs' }
  | { kind: 'closing-differs'; old: string; new: string }
  | { kind: 'leaf-gone' | 'leaf-differs'; n: number }
  | { kind: 'leaf-kept-back'; n: number }

export type BundleComparison = {
  differences: BundleDifference[]
  /** Entries that only the newer has: what was recorded since. */
  added: number[]
  /** Texts that only the one has, such as those deleted by a rule of retention; a commitment stays what it was. */
  textsGone: number
  textsAdded: number
}

type Side = { bundle: Bundle; tree: { epoch: number; size: number; root: string } }

/**
 * Whether two bundles of one ballot or meeting, each already good by itself, can both be true. Both prove by consistency that their
 * tree continues the one of the first count, or of the conclusion: the same root there means the very same leaves up to there.
 */
export function compareBundles(older: Side, newer: Side): BundleComparison {
  const differences: BundleDifference[] = []
  const { bundle: a, tree: old } = older
  const { bundle: b, tree } = newer
  if (!isSameMatter(a, b)) differences.push({ kind: 'other-matter' })
  if (a.ledger.name !== b.ledger.name || a.ledger.publicKey !== b.ledger.publicKey) {
    differences.push({ kind: 'other-ledger' })
  }
  if (old.epoch !== tree.epoch) differences.push({ kind: 'other-epoch' })
  if (old.size > tree.size) differences.push({ kind: 'older-is-newer' })
  if (old.size === tree.size && old.root !== tree.root) differences.push({ kind: 'root-differs' })
  const closing = ({ closing: { size, root } }: Bundle) => `${size}:${root}`
  if (closing(a) !== closing(b)) {
    differences.push({ kind: 'closing-differs', old: closing(a), new: closing(b) })
  }
  const texts = new Map(b.leaves.map(({ n, leaf }) => [n, leaf]))
  const known = new Set(a.leaves.map(({ n }) => n))
  for (const { n, leaf } of a.leaves) {
    const now = texts.get(n)
    if (now === undefined) differences.push({ kind: 'leaf-gone', n })
    else if (now !== leaf) differences.push({ kind: 'leaf-differs', n })
  }
  const added = b.leaves.flatMap(({ n }) => (known.has(n) ? [] : [n]))
  for (const n of added) {
    // People and devices may be added by what came later; an entry of the matter itself that was there already was kept back.
    const entry = parseEntry(texts.get(n) ?? '')
    if (n < old.size && entry && isOfMatter(entry, a)) differences.push({ kind: 'leaf-kept-back', n })
  }
  const opened = ({ openings }: Bundle) => new Set((openings ?? []).map(({ commit }) => commit))
  const [before, after] = [opened(a), opened(b)]
  return {
    differences,
    added,
    textsGone: [...before].filter((commit) => !after.has(commit)).length,
    textsAdded: [...after].filter((commit) => !before.has(commit)).length,
  }
}
