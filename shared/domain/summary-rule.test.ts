import { describe, expect, test } from 'vitest'
import type { BallotContent } from './ballot.ts'
import { DocumentId } from './id.ts'
import { summaryGap } from './summary-rule.ts'
import { ballotId, contentHash, contentOf } from './testing/cabinet.ts'
import { Office } from './testing/office.ts'

type Paper = [kind: 'draft' | 'summary', pages: number]

const withPapers = (...papers: Paper[]): BallotContent => ({
  ...contentOf('first'),
  documents: papers.map(([kind, pages], i) => {
    const id = DocumentId.parse(`d${i}`)
    return { id, title: kind, kind, hash: contentHash(contentOf(`file ${i}`)), size: 1000, pages }
  }),
})

const gapOf = (...papers: Paper[]) => summaryGap(withPapers(...papers).documents)

describe('a summary beside a long paper', () => {
  test('[M2] is needed above 10 pages, and has at most 6', () => {
    expect([gapOf(), gapOf(['draft', 10]), gapOf(['draft', 11])]).toEqual([null, null, 'summary-missing'])
    expect(gapOf(['draft', 11], ['summary', 6])).toBeNull()
    expect(gapOf(['draft', 11], ['summary', 7])).toBe('summary-too-long')
    expect(gapOf(['draft', 11], ['summary', 7], ['summary', 2])).toBeNull()
    expect([gapOf(['summary', 7]), gapOf(['summary', 11])]).toEqual([null, 'summary-too-long'])
  })

  test('[M2] binds: without it a draft is stored, but neither submitted nor sent out as a new version', () => {
    const office = new Office()
    const lacking = withPapers(['draft', 11])
    const whole = withPapers(['draft', 11], ['summary', 6])
    for (const { hash, size, pages } of whole.documents) office.files.set(hash, { size, pages })
    const submit = (content: BallotContent) =>
      office.take(office.act('submit-ballot', 'sec', { ballot: ballotId, contentHash: contentHash(content) }))
    const refused = { kind: 'refused', reason: { kind: 'summary-missing' } }
    office.mustTake(office.draft(lacking))
    expect(submit(lacking)).toEqual(refused)
    office.mustTake(office.draft(whole))
    expect(submit(whole).kind).toBe('accepted')
    office.mustTake(office.act('issue-ballot', 'head', { ballot: ballotId, contentHash: contentHash(whole) }))
    const { deadlineAt } = office.ballot
    const body = { ballot: ballotId, contentHash: office.add(lacking), reason: 'sửa', deadlineAt }
    expect(office.take(office.act('amend-ballot', 'head', body))).toEqual(refused)
  })
})
