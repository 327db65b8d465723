import { expect, it } from 'vitest'
import { errorCode } from './error-code.ts'

it('[O6] the same fault has the same code, another fault another', () => {
  expect(errorCode(new TypeError('a'))).toBe(errorCode(new TypeError('a')))
  expect(errorCode(new TypeError('a'))).not.toBe(errorCode(new TypeError('b')))
})

it('[O6] the code repeats nothing of the message', () => {
  expect(errorCode(new Error('ý kiến khác: không đồng ý'))).toMatch(/^E-[0-9A-F]{8}$/)
})

it('[O6] what is thrown without being an error has a code too', () => {
  expect(errorCode('text')).toMatch(/^E-[0-9A-F]{8}$/)
  expect(errorCode(undefined)).toMatch(/^E-[0-9A-F]{8}$/)
})
