import { Hash, type PersonId } from '../../shared/domain/id.ts'
import { utf8 } from '../../shared/lib/bytes.ts'
import { sha256Hex } from '../../shared/lib/sha256.ts'
import type { Random } from './ports.ts'

/** 32 signs that nobody mistakes for one another on paper or by telephone: no I, O, 0, 1. Ten of them are 50 bits. */
const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'

/** @returns `XXXXX-XXXXX`. */
export function makeCode(random: Random): string {
  const signs = [...random(10)].map((byte) => alphabet.charAt(byte % alphabet.length)).join('')
  return `${signs.slice(0, 5)}-${signs.slice(5)}`
}

/** What is stored instead of the code; bound to the person, and the same however the code is typed. */
export const hashCode = (code: string, person: PersonId): Hash =>
  Hash.parse(sha256Hex(utf8(`e-cabinet/code/1\n${person}\n${code.toUpperCase().replace(/[\s-]/g, '')}`)))
