import type { Bytes } from '../lib/bytes.ts'
import { emptyRoot, nodeHash } from './merkle.ts'
import { foldHashes, type NodeReader, nodesOfRange, type TreeNode } from './tree-node.ts'

/** The right edge of a tree of `size` leaves: its perfect subtrees from left to right, all that appending needs. */
export type Frontier = { size: number; hashes: readonly Bytes[] }

export type HashedNode = TreeNode & { hash: Bytes }

export const emptyFrontier: Frontier = { size: 0, hashes: [] }

/** Which stored nodes make up the frontier, and so the root, of the tree as it stood at `size`; at most log2(size) + 1. */
export const frontierNodes = (size: number): TreeNode[] => nodesOfRange(0, size)

/** The frontier at any size up to the present one, from stored nodes. */
export function frontierAt(size: number, read: NodeReader): Frontier {
  return { size, hashes: frontierNodes(size).map((node) => read(node.level, node.index)) }
}

export const rootOfFrontier = (frontier: Frontier): Bytes =>
  frontier.size === 0 ? emptyRoot : foldHashes(frontier.hashes)

/**
 * Appends any number of leaves.
 * @returns the new frontier, and every perfect subtree completed on the way, leaves included (level 0): exactly the rows
 * to insert, none of which exists yet.
 * @throws RangeError where the frontier does not have the nodes that its size demands.
 */
export function appendLeaves(
  frontier: Frontier,
  leafHashes: readonly Bytes[],
): { frontier: Frontier; nodes: HashedNode[] } {
  if (frontierNodes(frontier.size).length !== frontier.hashes.length) {
    throw new RangeError(`a frontier of size ${frontier.size} with ${frontier.hashes.length} hashes`)
  }
  const hashes = [...frontier.hashes]
  const nodes: HashedNode[] = []
  let size = frontier.size
  for (const leaf of leafHashes) {
    let hash = leaf
    let level = 0
    let index = size
    nodes.push({ level, index, hash })
    // An odd index has its left sibling at the end of the frontier: the pair is complete.
    while (index % 2 === 1) {
      hash = nodeHash(hashes.pop() ?? emptyRoot, hash)
      level += 1
      index = (index - 1) / 2
      nodes.push({ level, index, hash })
    }
    hashes.push(hash)
    size += 1
  }
  return { frontier: { size, hashes }, nodes }
}
