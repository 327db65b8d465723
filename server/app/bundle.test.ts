import { beforeAll, describe, expect, it } from 'vitest'
import type { Bundle } from '../../shared/bundle/bundle.ts'
import { compareBundles } from '../../shared/bundle/compare-bundles.ts'
import { coverByLedger } from '../../shared/bundle/ledger-cover.ts'
import { verifyBundle } from '../../shared/bundle/verify-bundle.ts'
import { type BundleStory, tellBundleStory } from './testing/bundle-story.ts'

let story: BundleStory
beforeAll(async () => {
  story = await tellBundleStory()
})

const report = async (bundle: Bundle) =>
  await verifyBundle(bundle, {
    key: story.plain.server.ledgerKey.publicKey,
    verifyEd25519: story.plain.verifyEd25519,
    verifyP256: story.plain.server.verifyP256,
  })

describe('an archive bundle', () => {
  it('[O4] with texts and without verifies, whatever befell the ballot', async () => {
    for (const bundle of [story.open, story.sealed, story.early]) {
      expect((await report(bundle)).faults).toEqual([])
    }
    const { decision } = await report(story.open)
    expect(decision?.rounds).toBe(3)
    expect(decision?.versions.map(({ no }) => no)).toEqual([1, 2])
    expect(decision?.members.map(({ person }) => person)).toEqual(['m2', 'm3', 'm4', 'm5', 'm6', 'pm'])
    expect(decision?.issues[0]).toMatchObject({ explicit: 1, against: 3, deemed: 0, notReached: 1, held: 1 })
  })

  it('[O4][B15] verifies with what was responded, and after the agency has become another', async () => {
    for (const bundle of story.later) {
      const texts = bundle.leaves.map(({ leaf }) => leaf)
      expect(texts.filter((leaf) => leaf.includes('point-responded')).length).toBe(3)
      expect(texts.filter((leaf) => leaf.includes('agency-merged')).length).toBe(1)
      expect((await report(bundle)).faults).toEqual([])
    }
  })

  it('[O3] without texts holds none', () => {
    const text = JSON.stringify(story.sealed)
    expect(text).not.toContain('Ý kiến của')
    expect(JSON.stringify(story.open)).toContain('Ý kiến của')
  })
})

describe('two bundles of one ballot', () => {
  const side = async (bundle: Bundle) => {
    const { tree } = await report(bundle)
    if (!tree) throw new Error('no tree')
    return { bundle, tree }
  }

  it('[O4] share the tree of the count, and the later tells what came since', async () => {
    const { early, open } = story
    const { differences, added } = compareBundles(await side(early), await side(open))
    expect(differences).toEqual([])
    expect(added.length).toBe(2)
    const back = compareBundles(await side(open), await side(early))
    expect(back.differences.map(({ kind }) => kind)).toEqual(['older-is-newer', 'leaf-gone', 'leaf-gone'])
  })
})

describe('a bundle beside the whole ledger', () => {
  it('[O4] holds every entry of its ballot, and an entry left out is named', async () => {
    const { open, leaves } = story
    const { tree } = await report(open)
    if (!tree) throw new Error('no tree')
    const file = { v: 1 as const, what: 'e-cabinet ledger' as const, leaves }
    expect(coverByLedger(open, tree, file)).toEqual({ faults: [], refused: [] })
    const [mark] = open.leaves.filter(({ leaf }) => leaf.includes('mark-opened'))
    const without = { ...open, leaves: open.leaves.filter(({ n }) => n !== mark?.n) }
    expect(coverByLedger(without, tree, file).faults).toEqual([
      { check: 'completeness', kind: 'leaf-missing', n: mark?.n },
    ])
    expect(coverByLedger(open, tree, { ...file, leaves: leaves.slice(0, -1) }).faults).toEqual([
      { check: 'completeness', kind: 'other-ledger' },
    ])
  })
})
