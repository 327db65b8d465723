import { expect, test } from 'vitest'
import type { Hash } from '../../shared/domain/id.ts'
import { at, hashOf, paperOf, person } from '../../shared/domain/testing/cabinet.ts'
import { documentOpenings } from './document-openings.ts'

const submission = paperOf('d1', 'tờ trình')
const newer = { ...submission, hash: hashOf('tờ trình, bản mới') }
const annex = paperOf('d2', 'phụ lục')
const report = paperOf('d3', 'báo cáo')

const contents = new Map([
  [hashOf('v1'), [submission, annex]],
  [hashOf('v2'), [newer, annex]],
  [hashOf('v3'), [newer, report]],
])
const versions = [...contents.keys()].map((hash, i) => {
  return { no: i + 1, hash, at: at('2026-03-09', 9 + i), by: person('head'), reason: '' }
})
const contentOf = (hash: Hash) => {
  const documents = contents.get(hash)
  return documents && { documents }
}
const hour = at('2026-03-09', 10)
const openings = (opened: readonly Hash[], known = contentOf) =>
  documentOpenings({ versions }, known)((hash) => (opened.includes(hash) ? hour : null))

test('[B8] [D1] this file, only one that it replaced, or nothing; and what was taken out is not forgotten', () => {
  const documents = (...kinds: string[]) => kinds.map((kind) => ({ opened: { kind } }))
  expect(openings([])).toMatchObject({
    documents: documents('never', 'never'),
    gone: [{ title: annex.title, no: 2, at: null }],
  })
  expect(openings([submission.hash, annex.hash])).toMatchObject({
    documents: [{ opened: { kind: 'former', no: 1, at: hour } }, { opened: { kind: 'never' } }],
    gone: [{ no: 2, at: hour }],
  })
  expect(openings([newer.hash, submission.hash, report.hash]).documents).toMatchObject(
    documents('this', 'this'),
  )
})

test('[B8] a version whose words are not here says nothing, and the others are told all the same', () => {
  const known = (hash: Hash) => (hash === hashOf('v1') ? undefined : contentOf(hash))
  expect(openings([submission.hash], known)).toMatchObject({
    documents: [{ opened: { kind: 'never' } }, { opened: { kind: 'never' } }],
    gone: [{ no: 2 }],
  })
})
