import { describe, expect, test } from 'vitest'
import { sha256Hex } from '../lib/sha256.ts'
import { commitTo, opensTo } from './commitment.ts'

const salt = Uint8Array.from({ length: 32 }, (_, i) => i)
const value = 'Không đồng ý'

describe('a commitment', () => {
  test('[B11] is the hash of prefix, salt and text', () => {
    const bytes = Uint8Array.of(2, ...salt, ...new TextEncoder().encode(value))
    expect(commitTo(salt, value)).toBe(sha256Hex(bytes))
  })

  test('[B11] opens to its own value and salt alone', () => {
    const commitment = commitTo(salt, value)
    expect(opensTo(commitment, salt, value)).toBe(true)
    expect(opensTo(commitment, salt, 'Đồng ý')).toBe(false)
    expect(opensTo(commitment, salt.with(0, 9), value)).toBe(false)
    expect(opensTo(commitment, salt, value.normalize('NFD'))).toBe(false)
    expect(opensTo(commitment.toUpperCase(), salt, value)).toBe(false)
    expect(opensTo('', salt, value)).toBe(false)
  })

  test('[B11] of equal values differs with the salt, and of no value is possible', () => {
    expect(commitTo(salt, '')).not.toBe(commitTo(salt.with(31, 0), ''))
    expect(opensTo(commitTo(salt, ''), salt, '')).toBe(true)
  })

  test('[O6] a salt of another length or a lone surrogate commits to nothing', () => {
    expect(() => commitTo(salt.slice(1), value)).toThrow(TypeError)
    expect(() => commitTo(salt, 'a\ud800')).toThrow(TypeError)
    expect(opensTo(commitTo(salt, 'a\ufffd'), salt, 'a\ud800')).toBe(false)
    expect(opensTo(commitTo(salt, value), new Uint8Array(33), value)).toBe(false)
  })
})
