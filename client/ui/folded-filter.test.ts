import { expect, it } from 'vitest'
import { foldedFilter } from './folded-filter.ts'

it('[O6] a name is found without its diacritics', () => {
  const options = ['Bộ Y tế', 'Bộ Công an', 'Bộ Nội vụ'].map((label) => ({ value: label, label }))
  const found = (search: string) => foldedFilter({ options, search, limit: 100 })
  expect(found('y te')).toEqual([options[0]])
  expect(found(' Y TẾ ')).toEqual([options[0]])
  expect(found('')).toEqual(options)
})
