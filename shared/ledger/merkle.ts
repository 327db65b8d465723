import { type Bytes, concat, equalBytes } from '../lib/bytes.ts'
import { sha256 } from '../lib/sha256.ts'

/**
 * RFC 6962 section 2.1: the tree hash and the verification of its two proofs (O4). Leaves and inner nodes are hashed
 * under different prefixes, so that no inner node can be passed off as a leaf. Sizes and indices are plain numbers and
 * may pass 2^31, hence no bit operators here.
 */

export const hashLength = 32

const leafPrefix = Uint8Array.of(0)
const nodePrefix = Uint8Array.of(1)

/** @param leaf the leaf's bytes as they stand in the ledger. */
export const leafHash = (leaf: Uint8Array): Bytes => sha256(concat(leafPrefix, leaf))

export const nodeHash = (left: Uint8Array, right: Uint8Array): Bytes =>
  sha256(concat(nodePrefix, left, right))

/** The root of a tree without leaves. */
export const emptyRoot: Bytes = sha256(new Uint8Array())

/** Root over all leaf hashes; O(n), for whoever holds the whole tree (verifier, archive bundle). */
export function rootOf(leafHashes: readonly Bytes[]): Bytes {
  let level = leafHashes
  while (level.length > 1) {
    const above: Bytes[] = []
    for (let i = 0; i < level.length; i += 2) {
      const left = level[i] ?? emptyRoot
      const right = level[i + 1]
      // An odd last node rises unchanged: the same as splitting at the largest power of two.
      above.push(right ? nodeHash(left, right) : left)
    }
    level = above
  }
  return level[0] ?? emptyRoot
}

const isCount = (value: number) => Number.isSafeInteger(value) && value >= 0
const isOdd = (value: number) => value % 2 === 1
const half = (value: number) => Math.floor(value / 2)
const areHashes = (path: readonly Uint8Array[]) => path.every((hash) => hash.length === hashLength)

type InclusionClaim = {
  leafHash: Uint8Array
  index: number
  size: number
  path: readonly Uint8Array[]
  root: Uint8Array
}

/** RFC 9162 section 2.1.3.2. False for every index outside the tree and every path too short or too long. */
export function verifyInclusion(claim: InclusionClaim): boolean {
  const { index, size, path, root } = claim
  if (!isCount(index) || !isCount(size) || index >= size) return false
  if (claim.leafHash.length !== hashLength || !areHashes(path)) return false
  let at = index
  let last = size - 1
  let hash = claim.leafHash
  for (const sibling of path) {
    if (last === 0) return false
    if (isOdd(at) || at === last) {
      hash = nodeHash(sibling, hash)
      while (!isOdd(at) && at !== 0) {
        at = half(at)
        last = half(last)
      }
    } else {
      hash = nodeHash(hash, sibling)
    }
    at = half(at)
    last = half(last)
  }
  return last === 0 && equalBytes(hash, root)
}

type ConsistencyClaim = {
  size1: number
  size2: number
  root1: Uint8Array
  root2: Uint8Array
  path: readonly Uint8Array[]
}

/**
 * RFC 9162 section 2.1.4.2: the tree of `size2` begins with the very leaves of the tree of `size1`. False also for
 * `size1` 0: every tree continues the empty one, so such a proof says nothing and the caller must not ask for it.
 */
export function verifyConsistency({ size1, size2, root1, root2, path }: ConsistencyClaim): boolean {
  if (!isCount(size1) || !isCount(size2) || size1 === 0 || size1 > size2 || !areHashes(path)) return false
  if (size1 === size2) return path.length === 0 && equalBytes(root1, root2)
  let at = size1 - 1
  let last = size2 - 1
  while (isOdd(at)) {
    at = half(at)
    last = half(last)
  }
  // A perfect old tree is itself the first node, and the proof does not repeat it.
  const [start, ...rest] = at === 0 ? [root1, ...path] : path
  if (!start) return false
  let hash1 = start
  let hash2 = start
  for (const sibling of rest) {
    if (last === 0) return false
    if (isOdd(at) || at === last) {
      hash1 = nodeHash(sibling, hash1)
      hash2 = nodeHash(sibling, hash2)
      while (!isOdd(at) && at !== 0) {
        at = half(at)
        last = half(last)
      }
    } else {
      hash2 = nodeHash(hash2, sibling)
    }
    at = half(at)
    last = half(last)
  }
  return last === 0 && equalBytes(hash1, root1) && equalBytes(hash2, root2)
}
