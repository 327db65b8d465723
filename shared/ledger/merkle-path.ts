import type { Bytes } from '../lib/bytes.ts'
import { foldHashes, levelWithin, type NodeReader, nodesOfRange, type TreeNode } from './tree-node.ts'

/**
 * RFC 6962 sections 2.1.1 and 2.1.2 in two steps, so that a database is asked once: first the places of the stored nodes
 * that a proof needs (O(log n)), then, with those at hand, its hashes. Proofs against any earlier size come from the same
 * stored nodes.
 */

type Range = { start: number; end: number }

const splitOf = ({ start, end }: Range) => {
  const middle = start + 2 ** levelWithin(end - start - 1)
  return { left: { start, end: middle }, right: { start: middle, end }, middle }
}

function inclusionRanges(index: number, size: number): Range[] {
  if (!Number.isSafeInteger(size) || !Number.isSafeInteger(index) || index < 0 || index >= size) {
    throw new RangeError(`no leaf ${index} in a tree of ${size}`)
  }
  const siblings: Range[] = []
  let range: Range = { start: 0, end: size }
  while (range.end - range.start > 1) {
    const { left, right, middle } = splitOf(range)
    siblings.push(index < middle ? right : left)
    range = index < middle ? left : right
  }
  return siblings.reverse()
}

function consistencyRanges(size1: number, size2: number): Range[] {
  if (!Number.isSafeInteger(size2) || !Number.isSafeInteger(size1) || size1 < 1 || size1 > size2) {
    throw new RangeError(`no consistency proof from ${size1} to ${size2}`)
  }
  const siblings: Range[] = []
  let range: Range = { start: 0, end: size2 }
  while (range.end !== size1) {
    const { left, right, middle } = splitOf(range)
    siblings.push(size1 <= middle ? right : left)
    range = size1 <= middle ? left : right
  }
  // The verifier knows the old root; a part of the old tree that is not the whole of it must be given.
  if (range.start !== 0) siblings.push(range)
  return siblings.reverse()
}

const nodesOf = (ranges: Range[]): TreeNode[] => ranges.flatMap(({ start, end }) => nodesOfRange(start, end))

const hashesOf = (ranges: Range[], read: NodeReader): Bytes[] =>
  ranges.map(({ start, end }) =>
    foldHashes(nodesOfRange(start, end).map((node) => read(node.level, node.index))),
  )

/** Stored nodes that `inclusionPath` will read. @throws RangeError where the tree has no such leaf. */
export const inclusionNodes = (index: number, size: number): TreeNode[] =>
  nodesOf(inclusionRanges(index, size))

/** Sibling hashes from the leaf to the root's child. @throws RangeError where the tree has no such leaf. */
export const inclusionPath = (index: number, size: number, read: NodeReader): Bytes[] =>
  hashesOf(inclusionRanges(index, size), read)

/** Stored nodes that `consistencyPath` will read. @throws RangeError unless 1 <= size1 <= size2. */
export const consistencyNodes = (size1: number, size2: number): TreeNode[] =>
  nodesOf(consistencyRanges(size1, size2))

/** Empty for equal sizes. @throws RangeError unless 1 <= size1 <= size2. */
export const consistencyPath = (size1: number, size2: number, read: NodeReader): Bytes[] =>
  hashesOf(consistencyRanges(size1, size2), read)
