import { expect, test } from 'vitest'
import { passPhraseFaults } from './pass-phrase.ts'

const kinds = (passPhrase: string) => passPhraseFaults(passPhrase).map(({ kind }) => kind)

test.each([
  ['', ['too-short']],
  ['ngắn', ['too-short', 'too-uniform']],
  ['   ngắn quá    ', ['too-short']],
  ['19051890', ['too-short', 'digits-only']],
  ['1905 1890 2026', ['digits-only']],
  ['aaaaaaaaaaaa', ['too-uniform']],
  ['Mật khẩu 2026', ['easily-guessed']],
  ['matkhau123456', ['easily-guessed']],
  ['P@ssword2026', ['easily-guessed']],
  ['Chính phủ Việt Nam', ['easily-guessed']],
])('[O5] %j is not taken: %j', (passPhrase, wanted) => {
  expect(kinds(passPhrase)).toEqual(wanted)
})

test.each(['sương sớm trên sông Đà', 'bốn chữ bất kỳ', 'khoai lang nướng 7', 'Xq7-vbn!kd2'])(
  '[O5] %j is taken, however it is composed',
  (passPhrase) => {
    expect(kinds(passPhrase)).toEqual([])
    expect(kinds(passPhrase.normalize('NFD'))).toEqual([])
  },
)
