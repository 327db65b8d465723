import { expect, it } from 'vitest'
import { DocumentId, Hash } from '../../../shared/domain/id.ts'
import { documentNews } from './document-news.ts'

const paper = (id: string, digit: string) => ({
  id: DocumentId.parse(id),
  hash: Hash.parse(digit.repeat(64)),
})

it.each([
  ['a first version, not opened', paper('a', '1'), undefined, false, 'unread'],
  ['a first version, opened', paper('a', '1'), undefined, true, 'read'],
  ['changed by an amendment', paper('a', '2'), [paper('a', '1')], false, 'changed'],
  ['changed, and opened since', paper('a', '2'), [paper('a', '1')], true, 'read'],
  ['added by an amendment', paper('b', '3'), [paper('a', '1')], false, 'added'],
  ['left as it was', paper('a', '1'), [paper('a', '1')], false, 'unread'],
] as const)('[B5] a document %s', (_, document, before, wasOpened, news) => {
  expect(documentNews(document, before, wasOpened)).toBe(news)
})
