import { describe, expect, it } from 'vitest'
import { BallotContent } from '../../shared/domain/ballot.ts'
import { contentChanges } from './content-change.ts'

const paper = (id: string, title: string, digit = '1') => ({
  id,
  title,
  kind: 'draft',
  hash: digit.repeat(64),
  size: 10,
  pages: 2,
})
const opinion = (id: string, question = `Câu hỏi ${id}`) => ({ id, question, form: { kind: 'opinion' } })
const among = (id: string, labels: Readonly<Record<string, string>>, atMost = 1) => ({
  id,
  question: `Câu hỏi ${id}`,
  form: {
    kind: 'alternatives',
    alternatives: Object.entries(labels).map(([key, label]) => ({ id: key, label })),
    atMost,
  },
})
const content = (given: Record<string, unknown> = {}) =>
  BallotContent.parse({
    title: 'Nghị định',
    reason: 'Vì',
    summary: 'Gồm',
    advice: 'Nên',
    issues: [opinion('i1')],
    documents: [paper('d1', 'Tờ trình')],
    ...given,
  })

describe('[B5] what an amendment changed', () => {
  it.each([
    ['nothing', {}, {}, []],
    [
      'the words of the ballot',
      {},
      { title: 'Nghị định mới', advice: '' },
      [
        { kind: 'words', field: 'title', was: 'Nghị định', is: 'Nghị định mới' },
        { kind: 'words', field: 'advice', was: 'Nên', is: '' },
      ],
    ],
    [
      'an issue put before another, and one taken away',
      { issues: [opinion('i1'), opinion('i2')] },
      { issues: [opinion('i3'), opinion('i1', 'Hỏi lại')] },
      [
        { kind: 'issue-added', no: 1, issue: opinion('i3') },
        { kind: 'question', no: 2, was: 'Câu hỏi i1', is: 'Hỏi lại' },
        { kind: 'issue-removed', no: 2, issue: opinion('i2') },
      ],
    ],
    [
      'alternatives added, taken away, worded anew, and how many may be chosen',
      { issues: [among('i1', { a: 'Một', b: 'Hai' })] },
      { issues: [among('i1', { a: 'Một, sửa', c: 'Ba' }, 2)] },
      [
        { kind: 'alternative', no: 1, was: 'Một', is: 'Một, sửa' },
        { kind: 'alternative-added', no: 1, label: 'Ba' },
        { kind: 'alternative-removed', no: 1, label: 'Hai' },
        { kind: 'at-most', no: 1, was: 1, is: 2 },
      ],
    ],
    [
      'the way to answer',
      {},
      { issues: [{ ...among('i1', { a: 'Một', b: 'Hai' }) }] },
      [{ kind: 'form', no: 1, was: opinion('i1').form, is: among('i1', { a: 'Một', b: 'Hai' }).form }],
    ],
    [
      'documents: bytes, title, one added, one taken away',
      { documents: [paper('d1', 'Tờ trình'), paper('d2', 'Dự thảo'), paper('d3', 'Phụ lục')] },
      { documents: [paper('d1', 'Tờ trình', '2'), paper('d2', 'Dự thảo 2'), paper('d4', 'Tiếp thu')] },
      [
        { kind: 'document', was: 'Tờ trình', is: 'Tờ trình', file: { was: 2, is: 2 } },
        { kind: 'document', was: 'Dự thảo', is: 'Dự thảo 2', file: null },
        { kind: 'document-added', title: 'Tiếp thu', pages: 2 },
        { kind: 'document-removed', title: 'Phụ lục', pages: 2 },
      ],
    ],
    [
      'order alone',
      { issues: [opinion('i1'), opinion('i2')] },
      { issues: [opinion('i2'), opinion('i1')] },
      [{ kind: 'order', of: 'issues' }],
    ],
    [
      'alternatives in another order',
      { issues: [among('i1', { a: 'Một', b: 'Hai' })] },
      { issues: [among('i1', { b: 'Hai', a: 'Một' })] },
      [{ kind: 'order', of: 'alternatives' }],
    ],
  ])('%s', (_, was, is, expected) => {
    expect(contentChanges(content(was), content(is))).toEqual(expected)
  })
})
