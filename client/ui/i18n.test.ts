import { expect, it } from 'vitest'
import { createWords, isLanguage } from './i18n.ts'

it('[O6] the words are there at once, in the language asked for', () => {
  expect(createWords('vi').t('interface.undo')).toBe('Hoàn tác')
  expect(createWords('en').t('interface.undo')).toBe('Undo')
})

it('[O6] English counts one and many apart, Vietnamese does not', () => {
  const say = (language: 'vi' | 'en', count: number) =>
    createWords(language).t('interface.deadline.workingDays', { count })
  expect([say('vi', 1), say('vi', 2)]).toEqual(['còn 1 ngày làm việc', 'còn 2 ngày làm việc'])
  expect([say('en', 1), say('en', 2)]).toEqual(['1 working day left', '2 working days left'])
})

it('[O6] a text filled in from people is not changed', () => {
  const column = 'Bộ <Tài chính> & "Kế hoạch"'
  expect(createWords('vi').t('interface.table.sortBy', { column })).toBe(`Sắp xếp theo ${column}`)
})

it('[O6] switching the language switches every word', async () => {
  const words = createWords('vi')
  await words.changeLanguage('en')
  expect(words.t('interface.back')).toBe('Back')
})

it('[O6] an unknown language is not a language', () => {
  expect(['vi', 'en', 'fr', '', null, 1].map(isLanguage)).toEqual([true, true, false, false, false, false])
})
