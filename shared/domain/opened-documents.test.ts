import { describe, expect, test } from 'vitest'
import { instant, minuteMs } from '../lib/time.ts'
import { parseAct } from './act.ts'
import type { Hash } from './id.ts'
import { mostOpenedAtOnce, openedDocumentsKey } from './opened-documents.ts'
import { ballotId, contentOf, hashOf, paperOf, person } from './testing/cabinet.ts'
import { Office } from './testing/office.ts'

const paper = paperOf('paper')
const annex = paperOf('annex')
const newer = paperOf('paper', 'the paper, corrected')

const officeWith = (...papers: readonly (typeof paper)[]) => {
  const office = new Office()
  for (const one of [paper, annex, newer]) office.files.set(one.hash, one)
  return office.issue({ ...contentOf('first'), documents: [...papers] })
}
const opened = (office: Office, who: string, files: readonly Hash[], device = `${who}-1`) =>
  office.take(office.act('mark-documents-opened', who, { ballot: ballotId, files: [...files] }, { device }))
const rowOf = (office: Office, who = 'm2') => office.rows.get(openedDocumentsKey(ballotId, person(who)))

describe('documents that a member opened', () => {
  test('[B8] are kept file by file with the act and the hour of the ledger', () => {
    const office = officeWith(paper, annex)
    expect(opened(office, 'm2', [paper.hash]).kind).toBe('accepted')
    const at = instant(office.now + minuteMs)
    office.now = at
    opened(office, 'm2', [annex.hash])
    expect(rowOf(office)).toMatchObject({ files: [{ hash: paper.hash }, { hash: annex.hash, at }] })
    expect(rowOf(office, 'm3')).toBeUndefined()
  })

  test('[B8] the first mark is the evidence: another tablet, or the same again, changes nothing', () => {
    const office = officeWith(paper)
    opened(office, 'm2', [paper.hash])
    const before = rowOf(office)
    office.now = instant(office.now + minuteMs)
    expect(opened(office, 'm2', [paper.hash], 'm2-2').kind).toBe('accepted')
    expect(rowOf(office)).toEqual(before)
  })

  test('[D1][B5] of every version the ballot held, and of no other file', () => {
    const office = officeWith(paper)
    office.amend({ ...contentOf('second'), documents: [newer] })
    expect(opened(office, 'm2', [paper.hash, newer.hash]).kind).toBe('accepted')
    expect(opened(office, 'm2', [paper.hash, hashOf('of another ballot')])).toMatchObject({
      reason: { kind: 'unknown-version' },
    })
  })

  test('[B7] by a member for themselves: nobody else opens as evidence', () => {
    const office = officeWith(paper)
    expect(opened(office, 'sec', [paper.hash])).toMatchObject({ reason: { kind: 'not-allowed' } })
  })

  test('[O6] are named at most fifty at a time, each once', () => {
    const office = officeWith(paper)
    const files = Array.from({ length: mostOpenedAtOnce + 1 }, (_, i) => hashOf(String(i)))
    const act = (named: Hash[]) =>
      parseAct(office.act('mark-documents-opened', 'm2', { ballot: ballotId, files: named }))
    expect(act(files.slice(1))).not.toBeNull()
    expect([act(files), act([]), act([paper.hash, paper.hash])]).toEqual([null, null, null])
  })
})
