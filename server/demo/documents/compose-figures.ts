import type { DocumentBlock } from './document-block.ts'
import { vietnameseNumber } from './ministry-voice.ts'
import type { Dice } from './seeded-dice.ts'

const regions = [
  'Trung du và miền núi phía Bắc',
  'Đồng bằng sông Hồng',
  'Bắc Trung Bộ',
  'Duyên hải Nam Trung Bộ và Tây Nguyên',
  'Đông Nam Bộ',
  'Đồng bằng sông Cửu Long',
]

/** Four years by region, with a total that is the sum of its column. */
export function composeTable(serial: number, measure: string, year: number, dice: Dice): DocumentBlock {
  const years = [year - 3, year - 2, year - 1, year]
  const figures = regions.map(() => {
    const first = dice.between(180, 2400)
    return years.map((_, at) => Math.round(first * (1 + 0.01 * at * dice.between(2, 11))))
  })
  const totals = years.map((_, at) => figures.reduce((sum, row) => sum + (row[at] ?? 0), 0))
  const row = (head: string, name: string, values: number[]) => [
    head,
    name,
    ...values.map((value) => vietnameseNumber(value)),
    growth(values),
  ]
  return {
    kind: 'table',
    caption: `Bảng ${serial}. ${measure} theo vùng, giai đoạn ${year - 3} - ${year}`,
    rows: [
      ['TT', 'Vùng', ...years.map(String), 'Tăng (%)'],
      ...figures.map((values, at) => row(String(at + 1), regions[at] ?? '', values)),
      row('', 'Cả nước', totals),
    ],
  }
}

function growth(values: number[]): string {
  const before = values.at(-2) ?? 1
  return vietnameseNumber((((values.at(-1) ?? before) - before) / before) * 100, 1)
}

/** Kept shares of a plan, in percent. */
export function composeBars(serial: number, measure: string, year: number, dice: Dice): DocumentBlock {
  const bars = regions.map((label) => {
    const value = dice.between(412, 989) / 10
    return { label, value, shown: vietnameseNumber(value, 1) }
  })
  return { kind: 'bars', caption: `Hình ${serial}. ${measure}: mức đạt kế hoạch năm ${year} (%)`, bars }
}
