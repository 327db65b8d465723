import { beforeAll, describe, expect, it } from 'vitest'
import type { Bundle } from '../../shared/bundle/bundle.ts'
import { bundleFileName } from '../../shared/bundle/bundle.ts'
import { compareBundles } from '../../shared/bundle/compare-bundles.ts'
import { coverByLedger } from '../../shared/bundle/ledger-cover.ts'
import { verifyBundle } from '../../shared/bundle/verify-bundle.ts'
import { tellMeetingBundleStory } from './testing/meeting-bundle-story.ts'

let story: Awaited<ReturnType<typeof tellMeetingBundleStory>>
beforeAll(async () => {
  story = await tellMeetingBundleStory()
})

const report = async (bundle: Bundle) =>
  await verifyBundle(bundle, {
    key: story.plain.server.ledgerKey.publicKey,
    verifyEd25519: story.plain.verifyEd25519,
    verifyP256: story.plain.server.verifyP256,
  })
const side = async (bundle: Bundle) => {
  const { tree } = await report(bundle)
  if (!tree) throw new Error('no tree')
  return { bundle, tree }
}

describe('the archive bundle of a meeting', () => {
  it('[O4] verifies, and tells from its entries alone what was held, voted and concluded', async () => {
    expect((await report(story.early)).faults).toEqual([])
    const { faults, session, decision } = await report(story.open)
    expect([faults, decision]).toEqual([[], null])
    expect(session).toMatchObject({
      title: 'Phiên họp thường kỳ',
      chair: 'pm',
      opened: { present: 5, members: 6, needed: 4 },
      items: [
        { item: 'a', conclusion: { text: 'Kết luận về nội dung a' }, adoptedInBlock: false },
        { item: 'b', conclusion: { text: 'Kết luận về nội dung b' } },
        { item: 'c', conclusion: null, adoptedInBlock: true },
      ],
    })
    const votes = session?.items.map((item) => item.votes)
    // A paper entered after the vote has closed makes another count (M7); a cast that came late is held (M6).
    expect(votes?.[0]).toMatchObject([
      { vote: 'v1', rounds: 2, result: { explicit: 2, against: 2, other: 1, held: 1 } },
    ])
    expect(votes?.[1]).toMatchObject([{ vote: 'v2', rounds: 1, result: { explicit: 2, against: 0 } }])
    // Every version's files by their hash: the one that was replaced is there, too (D1).
    expect(session?.items[1]?.documents.map(({ title }) => title)).toEqual([null, 'Nội dung b, bản sửa'])
    expect(bundleFileName(story.open)).toBe('goi-luu-tru-phien-hop-2026-03-02.json')
  })

  it('[O4] two of one meeting share the tree of its conclusion; of a ballot and a meeting neither is the other', async () => {
    const { early, open } = story
    const { differences, added } = compareBundles(await side(early), await side(open))
    expect([differences, added.length]).toEqual([[], 1])
    const back = compareBundles(await side(open), await side(early))
    expect(back.differences.map(({ kind }) => kind)).toEqual(['older-is-newer', 'leaf-gone'])
  })

  it('[O4] the whole ledger shows an entry that was left out', async () => {
    const { open, leaves } = story
    const { tree } = await side(open)
    const file = { v: 1 as const, what: 'e-cabinet ledger' as const, leaves: [...leaves] }
    expect(coverByLedger(open, tree, file)).toEqual({ faults: [], refused: [] })
    const concluded = open.leaves.find(({ leaf }) => leaf.includes('\\"kind\\":\\"request-to-speak\\"'))
    const without = { ...open, leaves: open.leaves.filter(({ n }) => n !== concluded?.n) }
    expect(coverByLedger(without, tree, file).faults).toEqual([
      { check: 'completeness', kind: 'leaf-missing', n: concluded?.n },
    ])
  })
})
