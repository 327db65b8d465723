import { describe, expect, test } from 'vitest'
import { fileLinkOf } from './dossier-links.ts'

describe('links to another file', () => {
  test('a file beside this one, with its place', () => {
    expect(fileLinkOf('https://dossier.invalid/Ph%E1%BB%A5%20l%E1%BB%A5c%201.pdf#page=3')).toEqual({
      name: 'Phụ lục 1',
      place: 'page=3',
    })
    expect(fileLinkOf('https://dossier.invalid/a/b/Du-thao.PDF')).toEqual({ name: 'Du-thao', place: '' })
  })
  test('nothing else', () => {
    expect(fileLinkOf('https://example.org/a.pdf')).toBeNull()
    expect(fileLinkOf('javascript:alert(1)')).toBeNull()
    expect(fileLinkOf('https://dossier.invalid/')).toBeNull()
    expect(fileLinkOf('no address')).toBeNull()
  })
  test('a name that is badly encoded is taken as it is', () => {
    expect(fileLinkOf('https://dossier.invalid/%E1%.pdf')?.name).toBe('%E1%')
  })
})
