import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseRoom } from './room.ts'

describe('a room', () => {
  test('[O3] is named by kind and owner', () => {
    expect(parseRoom('acts/d-1/r_2')).toEqual({ kind: 'acts', device: 'd-1', random: 'r_2' })
    expect(parseRoom('notes/p-1/doc')).toEqual({ kind: 'notes', person: 'p-1', document: 'doc' })
    expect(parseRoom('news/d-1')).toEqual({ kind: 'news', device: 'd-1' })
  })

  test.each([
    '',
    'acts',
    'acts/',
    'acts/d',
    'acts/d/',
    'acts//r',
    'acts/d/r/x',
    '/acts/d/r',
    'acts/d/r\n',
    'acts/d/r ',
    'acts/../r',
    'acts/d%2fe/r',
    'acts/d\u0000/r',
    'acts/đ/r',
    'news/d/x',
    'news/',
    'news/__proto__',
    'acts/__proto__/r',
    'live/m',
    'Acts/d/r',
    `acts/${'d'.repeat(65)}/r`,
    `notes/p/${'d'.repeat(65)}`,
  ])('[O3] %j is none', (name) => {
    expect(parseRoom(name)).toBeNull()
  })

  test('[O3] is not what any text is', () => {
    const near = fc.array(fc.constantFrom('acts', 'news', 'notes', '/', 'd', '.', '%', '\n'), {
      maxLength: 7,
    })
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          near.map((parts) => parts.join('')),
        ),
        (name) => {
          const room = parseRoom(name)
          if (room !== null) expect(name).toMatch(/^(news\/[\w-]+|(acts|notes)\/[\w-]+\/[\w-]+)$/)
        },
      ),
    )
  })
})
