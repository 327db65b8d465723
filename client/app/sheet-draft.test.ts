import { expect, it } from 'vitest'
import { ActId } from '../../shared/domain/id.ts'
import { parseDeskDraft, parseNoteDraft, parseResponseDraft } from './sheet-draft.ts'

const [first, second] = ['1', '2'].map((digit) => ActId.parse(digit.repeat(32)))
const begun = { outcome: 'partly', reason: 'Giữ khoản 2', place: 'Điều 5', replaces: first ?? null }

it('[B15][O7] a response that was begun goes on as it was', () => {
  expect(parseResponseDraft(JSON.parse(JSON.stringify(begun)), first ?? null)).toEqual(begun)
})

it('[B15][O7] once somebody else has responded the words stay, and the outcome is chosen anew', () => {
  expect(parseResponseDraft(begun, second ?? null)).toEqual({ ...begun, outcome: null, replaces: second })
})

it('[O6][O7] what is no draft is none', () => {
  expect(parseResponseDraft({ ...begun, outcome: 'maybe' }, null)).toBeNull()
  expect(parseResponseDraft(undefined, null)).toBeNull()
  expect(parseDeskDraft({ text: 'Đang làm', percent: 40, number: '', date: '2026-13-01' })).toBeNull()
})

it('[T3][O7] a report that was begun goes on as it was', () => {
  const report = { text: 'Đang lấy ý kiến', percent: 40, number: '', date: '2026-11-24' }
  expect(parseDeskDraft(report)).toEqual(report)
})

it('[M4][O7] a note to a position goes on as it was', () => {
  expect(parseNoteDraft({ note: 'Cần nêu rõ nguồn vốn' })).toEqual({ note: 'Cần nêu rõ nguồn vốn' })
  expect(parseNoteDraft('Cần nêu rõ nguồn vốn')).toBeNull()
})
