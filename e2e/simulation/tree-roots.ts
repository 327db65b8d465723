import { appendLeaves, emptyFrontier, rootOfFrontier } from '../../shared/ledger/frontier.ts'
import { leafHash } from '../../shared/ledger/merkle.ts'
import { hex, utf8 } from '../../shared/lib/bytes.ts'

/** The root of the ledger at every size that it ever had; where a tree is not among them, it is another ledger's. */
export type TreeRoots = readonly string[]

export function rootsOf(leafTexts: readonly string[]): TreeRoots {
  let frontier = emptyFrontier
  const roots = [hex(rootOfFrontier(frontier))]
  for (const text of leafTexts) {
    frontier = appendLeaves(frontier, [leafHash(utf8(text))]).frontier
    roots.push(hex(rootOfFrontier(frontier)))
  }
  return roots
}

export const isPrefix = (roots: TreeRoots, { size, root }: { size: number; root: string }): boolean =>
  roots[size] === root
