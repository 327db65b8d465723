import { describe, expect, it } from 'vitest'
import { BallotContent } from '../../shared/domain/ballot.ts'
import { Hash } from '../../shared/domain/id.ts'
import { type AnswerDraft, answersIn, emptyDraft, gapsIn, parseAnswerDraft } from './answer-draft.ts'

const now = Hash.parse('1'.repeat(64))
const former = Hash.parse('2'.repeat(64))
const content = BallotContent.parse({
  title: 'Phiếu',
  reason: '',
  summary: '',
  advice: '',
  documents: [],
  issues: [
    { id: 'one', question: 'Đồng ý không?', form: { kind: 'opinion' } },
    {
      id: 'two',
      question: 'Chọn phương án',
      form: {
        kind: 'alternatives',
        atMost: 1,
        alternatives: [
          { id: 'a', label: 'Phương án 1' },
          { id: 'b', label: 'Phương án 2' },
        ],
      },
    },
  ],
})
const gaps = (byIssue: unknown) =>
  gapsIn(content, parseAnswerDraft({ versionHash: now, byIssue }, now) ?? emptyDraft(now)).map(
    ({ issue, kind }) => [issue.id, kind],
  )

describe('what is missing before an answer can be signed', () => {
  it.each([
    [
      'nothing chosen',
      {},
      [
        ['one', 'not-chosen'],
        ['two', 'not-chosen'],
      ],
    ],
    [
      'another opinion without words',
      {
        one: { choice: { kind: 'other' }, text: '  ' },
        two: { choice: { kind: 'alternatives', chosen: ['a'] }, text: '' },
      },
      [['one', 'text-missing']],
    ],
    [
      'no alternative, or more than may be chosen',
      {
        one: { choice: { kind: 'agree' }, text: '' },
        two: { choice: { kind: 'alternatives', chosen: ['a', 'b'] }, text: '' },
      },
      [['two', 'not-chosen']],
    ],
    [
      'words beyond the limit',
      {
        one: { choice: { kind: 'disagree' }, text: 'x'.repeat(10_001) },
        two: { choice: { kind: 'alternatives', chosen: ['a'] }, text: '' },
      },
      [['one', 'text-too-long']],
    ],
    [
      'all there',
      {
        one: { choice: { kind: 'other' }, text: 'Có' },
        two: { choice: { kind: 'alternatives', chosen: ['b'] }, text: '' },
      },
      [],
    ],
  ])('[B2] %s', (_, byIssue, missing) => {
    expect(gaps(byIssue)).toEqual(missing)
  })
})

it('[O6] words are made clean before they are signed', () => {
  const draft: AnswerDraft = {
    versionHash: now,
    byIssue: { one: { choice: { kind: 'other' }, text: ' To\u0302i\u200b\r\nđồng ý ' } },
  }
  expect(answersIn(content, draft)).toEqual([
    { issue: 'one', choice: { kind: 'other' }, text: 'Tôi\nđồng ý' },
  ])
})

it('[B5] of a draft for a former version the words stay and the choice is asked anew', () => {
  const kept = { versionHash: former, byIssue: { one: { choice: { kind: 'agree' }, text: 'Với điều kiện' } } }
  expect(parseAnswerDraft(kept, now)).toEqual({
    versionHash: now,
    byIssue: { one: { choice: null, text: 'Với điều kiện' } },
  })
})

it.each([
  undefined,
  null,
  7,
  {},
  { versionHash: 'x', byIssue: {} },
  { versionHash: now, byIssue: { one: 1 } },
])('[O6] %j is no draft', (value) => {
  expect(parseAnswerDraft(value, now)).toBeNull()
})
