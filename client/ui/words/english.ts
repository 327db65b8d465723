import { frameEn } from './frame.en.ts'
import { interfaceEn } from './interface.en.ts'
import type { SameKeys } from './same-keys.ts'
import type { vietnamese } from './vietnamese.ts'

export const english = {
  interface: interfaceEn,
  frame: frameEn,
} as const satisfies SameKeys<typeof vietnamese>
