import { describe, expect, it } from 'vitest'
import { type TextPiece, textDifference } from './text-difference.ts'

const told = (was: string, is: string) =>
  textDifference(was, is)
    .map(({ kind, text }) => (kind === 'same' ? text : `[${kind === 'added' ? '+' : '-'}${text}]`))
    .join('')

describe('what became of a text', () => {
  it.each([
    ['gồm 4 chương, 21 điều', 'gồm 4 chương, 22 điều', 'gồm 4 chương,[- 21][+ 22] điều'],
    ['một hai', 'một hai ba', 'một hai[+ ba]'],
    ['một hai ba', 'hai ba', '[-một hai][+hai] ba'],
    ['', 'mới', '[+mới]'],
    ['cũ', '', '[-cũ]'],
    ['như cũ', 'như cũ', 'như cũ'],
  ])('“%s” that is now “%s”', (was, is, expected) => {
    expect(told(was, is)).toBe(expected)
  })

  it('loses no letter, however the texts lie', () => {
    const words = ['một', 'hai', ' ba', '\nbốn', '  ', '']
    const texts = words.flatMap((a) => words.flatMap((b) => words.map((c) => `${a} ${b}${c}`)))
    const without = (pieces: readonly TextPiece[], kind: TextPiece['kind']) =>
      pieces.filter((piece) => piece.kind !== kind).map(({ text }) => text)
    for (const was of texts.filter((_, i) => i % 9 === 0)) {
      for (const is of texts.filter((_, i) => i % 4 === 0)) {
        const pieces = textDifference(was, is)
        expect(without(pieces, 'added').join('')).toBe(was)
        expect(without(pieces, 'removed').join('')).toBe(is)
      }
    }
  })

  it('tells two long texts that share nothing as one instead of the other', () => {
    const long = (word: string) => Array.from({ length: 1500 }, (_, i) => `${word}${i}`).join(' ')
    expect(textDifference(long('a'), long('b'))).toEqual([
      { kind: 'removed', text: long('a') },
      { kind: 'added', text: long('b') },
    ])
  })
})
