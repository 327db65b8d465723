import { expect, it } from 'vitest'
import { BallotContent } from '../../shared/domain/ballot.ts'
import { Hash } from '../../shared/domain/id.ts'
import { gapsIn } from '../app/answer-draft.ts'
import { createWords } from '../ui/i18n.ts'
import { gapSentence } from './gap-sentence.ts'

const { t } = createWords('vi')
const opinion = (id: string) => ({ id, question: `Vấn đề ${id}?`, form: { kind: 'opinion' } })
const content = BallotContent.parse({
  title: 'Phiếu',
  reason: '',
  summary: '',
  advice: '',
  documents: [],
  issues: [opinion('one'), opinion('two')],
})
const said = (byIssue: Record<string, { choice: { kind: 'agree' | 'other' }; text: string }>) =>
  gapSentence(t, content, gapsIn(content, { versionHash: Hash.parse('1'.repeat(64)), byIssue }))
const agree = { choice: { kind: 'agree' as const }, text: '' }
const other = (text: string) => ({ choice: { kind: 'other' as const }, text })

it('[B2] another opinion without words is named as what is missing, not counted as chosen', () => {
  expect(said({ one: other(''), two: agree })).toBe('Còn thiếu: nội dung ý kiến khác ở Vấn đề 1')
})

it('[B2] everything that is missing stands in one line, with what is too long after it', () => {
  expect(said({ one: other('') })).toBe('Còn thiếu: nội dung ý kiến khác ở Vấn đề 1; lựa chọn ở Vấn đề 2')
  expect(said({ one: other('a'.repeat(20_000)) })).toMatch(
    /^Còn thiếu: lựa chọn ở Vấn đề 2\. Ý kiến ở Vấn đề 1 dài quá \d+ chữ$/,
  )
})
