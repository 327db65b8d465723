import type { Bytes } from '../lib/bytes.ts'
import { nodeHash } from './merkle.ts'

/**
 * A perfect subtree: the 2^level leaves from index * 2^level. Once complete it never changes, so its hash is stored once
 * and for ever; everything else (root, proofs) is folded from O(log n) of them.
 */
export type TreeNode = { level: number; index: number }

/** Hash of a stored perfect subtree. @throws where it is not there: a tree with holes is a broken machine, not an answer. */
export type NodeReader = (level: number, index: number) => Bytes

/** The largest level with at most `count` leaves. Counted, since Math.log2 rounds up just below large powers. */
export function levelWithin(count: number): number {
  let level = 0
  while (2 ** (level + 1) <= count) level += 1
  return level
}

/**
 * The fewest perfect subtrees that make up the leaves `start` (inclusive) to `end`, from left to right. `start` must be a
 * multiple of the largest power of two that fits, as the left border of every RFC 6962 subtree is.
 */
export function nodesOfRange(start: number, end: number): TreeNode[] {
  const nodes: TreeNode[] = []
  let at = start
  while (at < end) {
    const level = levelWithin(end - at)
    nodes.push({ level, index: at / 2 ** level })
    at += 2 ** level
  }
  return nodes
}

/** Hash of the subtree whose perfect parts, from left to right, are `hashes`. @throws on none. */
export function foldHashes(hashes: readonly Bytes[]): Bytes {
  return hashes.reduceRight((right, left) => nodeHash(left, right))
}

/** All nodes in memory, computed once from the leaf hashes: for verifiers, bundles and stores without a database. */
export function readerOver(leafHashes: readonly Bytes[]): NodeReader {
  const levels: (readonly Bytes[])[] = [leafHashes]
  for (let below = leafHashes; below.length > 1; ) {
    const above: Bytes[] = []
    for (let i = 0; i + 1 < below.length; i += 2) {
      const [left, right] = below.slice(i, i + 2)
      if (left && right) above.push(nodeHash(left, right))
    }
    levels.push(above)
    below = above
  }
  return (level, index) => {
    const hash = levels[level]?.[index]
    if (!hash) throw new RangeError(`no tree node at level ${level}, index ${index}`)
    return hash
  }
}
