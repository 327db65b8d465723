import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Bytes, hex, utf8 } from '../lib/bytes.ts'
import { appendLeaves, emptyFrontier, frontierAt, rootOfFrontier } from './frontier.ts'
import { emptyRoot, leafHash, nodeHash, rootOf, verifyConsistency, verifyInclusion } from './merkle.ts'
import { consistencyNodes, consistencyPath, inclusionNodes, inclusionPath } from './merkle-path.ts'
import { type NodeReader, readerOver, type TreeNode } from './tree-node.ts'

const maxSize = 300
const leaves = Array.from({ length: maxSize }, (_, i) => leafHash(utf8(`entry ${i}`)))
const read = readerOver(leaves)
const rootBySize = Array.from({ length: maxSize + 1 }, (_, size) => specifiedRoot(leaves.slice(0, size)))
const rootAt = (size: number): Bytes => rootBySize[size] ?? emptyRoot

// RFC 6962 section 2.1 word for word, over slices of an array: what the stored-node code must agree with.
function splitAt(count: number): number {
  let width = 1
  while (width * 2 < count) width *= 2
  return width
}
function specifiedRoot(part: readonly Bytes[]): Bytes {
  const [first] = part
  if (!first) return emptyRoot
  if (part.length === 1) return first
  const k = splitAt(part.length)
  return nodeHash(specifiedRoot(part.slice(0, k)), specifiedRoot(part.slice(k)))
}
function specifiedInclusion(m: number, part: readonly Bytes[]): Bytes[] {
  if (part.length <= 1) return []
  const k = splitAt(part.length)
  return m < k
    ? [...specifiedInclusion(m, part.slice(0, k)), specifiedRoot(part.slice(k))]
    : [...specifiedInclusion(m - k, part.slice(k)), specifiedRoot(part.slice(0, k))]
}
function specifiedConsistency(m: number, part: readonly Bytes[], isWhole: boolean): Bytes[] {
  if (m === part.length) return isWhole ? [] : [specifiedRoot(part)]
  const k = splitAt(part.length)
  return m <= k
    ? [...specifiedConsistency(m, part.slice(0, k), isWhole), specifiedRoot(part.slice(k))]
    : [...specifiedConsistency(m - k, part.slice(k), false), specifiedRoot(part.slice(0, k))]
}

const flipBit = (bytes: Bytes, bit: number): Bytes => {
  const out = bytes.slice()
  out[bit >> 3] = (out[bit >> 3] ?? 0) ^ (1 << (bit & 7))
  return out
}
const bit = fc.nat({ max: 255 })
const place = fc
  .integer({ min: 1, max: maxSize })
  .chain((size) => fc.record({ size: fc.constant(size), index: fc.nat({ max: size - 1 }) }))
const growth = fc
  .integer({ min: 1, max: maxSize })
  .chain((size2) => fc.record({ size2: fc.constant(size2), size1: fc.integer({ min: 1, max: size2 }) }))

/** Every way in which a path can be damaged by one bit, one hash too few, or one too many. */
const damaged = (path: Bytes[], flipped: number): Bytes[][] => [
  ...path.map((_, i) => path.map((hash, j) => (i === j ? flipBit(hash, flipped) : hash))),
  ...path.map((_, i) => path.filter((_, j) => i !== j)),
  ...[0, path.length].map((i) => path.toSpliced(i, 0, leafHash(utf8('surplus')))),
  ...path.map((hash, i) => path.with(i, hash.slice(0, 31))),
]

describe('inclusion', () => {
  const claimAt = ({ index, size }: { index: number; size: number }) => ({
    leafHash: leaves[index] ?? emptyRoot,
    index,
    size,
    path: inclusionPath(index, size, read),
    root: rootAt(size),
  })

  test('[O4] every leaf of every tree is proved, by the path that RFC 6962 specifies', () => {
    fc.assert(
      fc.property(place, ({ index, size }) => {
        const claim = claimAt({ index, size })
        expect(claim.path.map(hex)).toEqual(specifiedInclusion(index, leaves.slice(0, size)).map(hex))
        expect(verifyInclusion(claim)).toBe(true)
      }),
    )
  })

  test('[O4] a proof with any part changed proves nothing', () => {
    fc.assert(
      fc.property(place, bit, fc.nat({ max: maxSize + 1 }), (at, flipped, otherIndex) => {
        const claim = claimAt(at)
        const mutants = [
          { ...claim, leafHash: flipBit(claim.leafHash, flipped) },
          { ...claim, root: flipBit(claim.root, flipped) },
          ...damaged(claim.path, flipped).map((path) => ({ ...claim, path })),
          ...(otherIndex === at.index ? [] : [{ ...claim, index: otherIndex }]),
        ]
        expect(mutants.map(verifyInclusion)).toEqual(mutants.map(() => false))
      }),
    )
  })

  test.each([
    ['an index at the size', { index: 5, size: 5 }],
    ['a negative index', { index: -1, size: 5 }],
    ['a fraction', { index: 0.5, size: 5 }],
    ['not a number', { index: Number.NaN, size: 5 }],
    ['an empty tree', { index: 0, size: 0 }],
    ['a size beyond exact numbers', { index: 4, size: 2 ** 53 }],
    ['an infinite size', { index: 4, size: Number.POSITIVE_INFINITY }],
  ])('[O4] %s is refused by both sides', (_, place) => {
    expect(verifyInclusion({ ...claimAt({ index: 4, size: 5 }), ...place })).toBe(false)
    expect(() => inclusionNodes(place.index, place.size)).toThrow(RangeError)
  })
})

describe('consistency', () => {
  const claimOf = ({ size1, size2 }: { size1: number; size2: number }) => ({
    size1,
    size2,
    root1: rootAt(size1),
    root2: rootAt(size2),
    path: consistencyPath(size1, size2, read),
  })

  test('[O4] every tree is proved to continue each earlier one, by the path that RFC 6962 specifies', () => {
    fc.assert(
      fc.property(growth, ({ size1, size2 }) => {
        const claim = claimOf({ size1, size2 })
        expect(claim.path.map(hex)).toEqual(
          specifiedConsistency(size1, leaves.slice(0, size2), true).map(hex),
        )
        expect(verifyConsistency(claim)).toBe(true)
      }),
    )
  })

  test('[O4] a proof with any part changed proves nothing', () => {
    fc.assert(
      fc.property(growth, bit, fc.nat({ max: maxSize + 1 }), (sizes, flipped, other) => {
        const claim = claimOf(sizes)
        const mutants = [
          { ...claim, root1: flipBit(claim.root1, flipped) },
          { ...claim, root2: flipBit(claim.root2, flipped) },
          ...damaged(claim.path, flipped).map((path) => ({ ...claim, path })),
          ...(sizes.size1 === sizes.size2 ? [] : [{ ...claim, root1: claim.root2, root2: claim.root1 }]),
          ...(other === sizes.size1 || sizes.size1 === sizes.size2 ? [] : [{ ...claim, size1: other }]),
        ]
        expect(mutants.map(verifyConsistency)).toEqual(mutants.map(() => false))
      }),
    )
  })

  test('[O4] a ledger rewritten below the old size has no proof', () => {
    fc.assert(
      fc.property(growth, fc.nat(), ({ size1, size2 }, choice) => {
        const changed = leaves.with(choice % size1, leafHash(utf8('another entry')))
        const claim = {
          size1,
          size2,
          root1: rootAt(size1),
          root2: rootOf(changed.slice(0, size2)),
          path: consistencyPath(size1, size2, readerOver(changed)),
        }
        expect(verifyConsistency(claim)).toBe(false)
      }),
      { numRuns: 30 },
    )
  })

  test.each([
    ['the empty tree', { size1: 0, size2: 5 }],
    ['a ledger that shrank', { size1: 6, size2: 5 }],
    ['a negative size', { size1: -1, size2: 5 }],
    ['a fraction', { size1: 1.5, size2: 5 }],
    ['not a number', { size1: Number.NaN, size2: 5 }],
    ['a size beyond exact numbers', { size1: 3, size2: 2 ** 53 }],
    ['an infinite size', { size1: 3, size2: Number.POSITIVE_INFINITY }],
  ])('[O4] %s is refused by both sides', (_, sizes) => {
    expect(verifyConsistency({ ...claimOf({ size1: 3, size2: 5 }), ...sizes })).toBe(false)
    expect(() => consistencyNodes(sizes.size1, sizes.size2)).toThrow(RangeError)
  })
})

describe('the stored tree', () => {
  const batches = fc.array(fc.nat({ max: 40 }), { maxLength: 12 })
  const keyOf = ({ level, index }: TreeNode) => `${level}/${index}`

  test('[O4] appended in batches it stores each perfect subtree once, and gives every root', () => {
    fc.assert(
      fc.property(batches, (sizes) => {
        const stored = new Map<string, Bytes>()
        const readStored: NodeReader = (level, index) => stored.get(keyOf({ level, index })) ?? emptyRoot
        let size = 0
        for (const count of sizes) {
          const batch = Array.from({ length: count }, (_, i) => leafHash(utf8(`entry ${size + i}`)))
          const appended = appendLeaves(frontierAt(size, readStored), batch)
          for (const { hash, ...node } of appended.nodes) {
            expect(stored.has(keyOf(node))).toBe(false)
            stored.set(keyOf(node), hash)
          }
          size += count
          expect(appended.frontier).toEqual(frontierAt(size, readStored))
          if (size <= maxSize) expect(rootOfFrontier(appended.frontier)).toEqual(rootAt(size))
        }
        const all = Array.from({ length: size }, (_, i) => leafHash(utf8(`entry ${i}`)))
        const readAll = readerOver(all)
        for (const [key, hash] of stored) {
          const [level = 0, index = 0] = key.split('/').map(Number)
          expect(hash).toEqual(readAll(level, index))
        }
      }),
      { numRuns: 40 },
    )
  })

  test('[O4] proofs read exactly the nodes announced, no more than twice the height', () => {
    fc.assert(
      fc.property(growth, ({ size1, size2 }) => {
        const asked: TreeNode[] = []
        const spy: NodeReader = (level, index) => {
          asked.push({ level, index })
          return read(level, index)
        }
        inclusionPath(size1 - 1, size2, spy)
        expect(asked).toEqual(inclusionNodes(size1 - 1, size2))
        const forInclusion = asked.splice(0).length
        consistencyPath(size1, size2, spy)
        expect(asked).toEqual(consistencyNodes(size1, size2))
        const height = Math.ceil(Math.log2(size2))
        expect(Math.max(forInclusion, asked.length)).toBeLessThanOrEqual(2 * height + 1)
      }),
    )
  })

  test('[O4] places stay exact in trees far beyond 32 bits', () => {
    const size = 2 ** 47 - 1
    const nodes = inclusionNodes(2 ** 46, size)
    expect(nodes.every(({ level, index }) => (index + 1) * 2 ** level <= size)).toBe(true)
    const covered = nodes.reduce((sum, { level }) => sum + 2 ** level, 0)
    expect(covered).toBe(size - 1)
  })

  test('[O4] a missing node and a false frontier are faults, not proofs', () => {
    expect(() => inclusionPath(0, maxSize + 200, read)).toThrow(RangeError)
    expect(() => appendLeaves({ size: 3, hashes: [emptyRoot] }, [])).toThrow(RangeError)
  })

  test('[O4] the empty tree has the hash of nothing, and roots agree for each size', () => {
    expect(hex(rootOfFrontier(emptyFrontier))).toBe(
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    )
    for (let size = 0; size <= 66; size++) expect(rootOf(leaves.slice(0, size))).toEqual(rootAt(size))
  })
})
