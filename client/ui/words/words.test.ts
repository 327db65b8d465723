import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { english } from './english.ts'
import { vietnamese } from './vietnamese.ts'

/** Letters that only Vietnamese has, and so cannot stand in an English sentence. */
const vietnameseLetter = /[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]/i

type Words = { readonly [key: string]: string | Words }

function* leaves(words: Words, path = ''): Generator<[string, string]> {
  for (const [key, value] of Object.entries(words)) {
    const here = path === '' ? key : `${path}.${key}`
    if (typeof value === 'string') yield [here, value]
    else yield* leaves(value, here)
  }
}

const stem = (key: string) => key.replace(/_(one|other)$/, '')
const stems = (words: Words) => [...new Set([...leaves(words)].map(([key]) => stem(key)))].sort()
const holes = (text: string) => (text.match(/\{\{\w+\}\}/g) ?? []).sort()

describe('words of the interface', () => {
  it('[O6] both languages have exactly the same keys', () => {
    expect(stems(english)).toEqual(stems(vietnamese))
  })

  it('[O6] each key leaves the same holes to fill in both languages', () => {
    const inEnglish = new Map([...leaves(english)].map(([key, text]) => [key, holes(text)]))
    for (const [key, text] of leaves(vietnamese))
      expect([key, inEnglish.get(key)]).toEqual([key, holes(text)])
  })

  it('[O6] no English text holds a Vietnamese letter', () => {
    expect([...leaves(english)].filter(([, text]) => vietnameseLetter.test(text))).toEqual([])
  })

  it('[O6] no text is empty, has spaces around it, or is not NFC', () => {
    const faulty = (text: string) => text === '' || text.trim() !== text || text.normalize('NFC') !== text
    expect([...leaves(vietnamese), ...leaves(english)].filter(([, text]) => faulty(text))).toEqual([])
  })

  it('[O6] every area file is assembled, in both languages', () => {
    const files = readdirSync(import.meta.dirname)
    const areas = (language: string) =>
      files
        .filter((file) => file.endsWith(`.${language}.ts`))
        .map((file) => file.split('.')[0])
        .sort()
    const camel = (area = '') => area.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
    expect(areas('vi').map(camel)).toEqual(Object.keys(vietnamese).sort())
    expect(areas('en').map(camel)).toEqual(Object.keys(english).sort())
  })
})
