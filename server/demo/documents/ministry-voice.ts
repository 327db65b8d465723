import { foldText } from '../../../shared/lib/text.ts'
import type { Dice } from './seeded-dice.ts'
import { commonSentences, type PolicyField, policyFields } from './state-language.ts'

export type MinistryVoice = ReturnType<typeof createMinistryVoice>

/** Speaks about the field that the title names, in sentences that do not come again until all have been said. */
export function createMinistryVoice(title: string, year: number, dice: Dice) {
  const folded = foldText(title)
  const anyField = dice.inTurn(policyFields).next().value
  const field = policyFields.find(({ signs }) => signs.some((sign) => folded.includes(sign))) ?? anyField
  const sentences = dice.inTurn([...field.sentences, ...commonSentences])

  const filled = (pattern: string) =>
    pattern.replace(/\{(\w+)\}/g, (_, slot: string) => fill(slot, year, dice))
  return {
    field: field satisfies PolicyField,
    filled,
    paragraph: (count: number) =>
      Array.from({ length: count }, () => filled(sentences.next().value)).join(' '),
  }
}

/** 1234.5 as 1.234,5 (Vietnamese). */
export function vietnameseNumber(value: number, decimals = 0): string {
  const [whole, part] = value.toFixed(decimals).split('.')
  const grouped = (whole ?? '').replace(/\B(?=(\d{3})+$)/g, '.')
  return part ? `${grouped},${part}` : grouped
}

function fill(slot: string, year: number, dice: Dice): string {
  switch (slot) {
    case 'pct':
      return `${vietnameseNumber(dice.between(61, 968) / 10, 1)}%`
    case 'n':
      return vietnameseNumber(dice.between(1050, 9800))
    case 'few':
      return String(dice.between(3, 9)).padStart(2, '0')
    case 'tens':
      return String(dice.between(12, 33))
    case 'money':
      return `${vietnameseNumber(dice.between(12, 480) * 50)} tỷ đồng`
    case 'year':
      return String(year + dice.between(1, 5))
    case 'days':
      return String(dice.between(2, 12) * 5)
    default:
      throw new Error(`no such slot: ${slot}`)
  }
}
