import type { Reading } from './reader-browser.ts'
import { atMost, type Figure, median } from './reader-report.ts'
import type { Paper } from './reader-subject.ts'
import { type Both, inTurn, listOf } from './reader-turns.ts'

const jumps = 11
const flings = 6
/** A document of less is thrown to its end by one finger. */
const fewestPages = 30

/** The same far places for both. */
const placesOf = (count: number, pages: number) =>
  Array.from({ length: count }, (_, i) => 1 + ((i * 197 + 61) % Math.max(1, pages - 16)))

/** Jumps to far pages, and throws: what is in sight 300 ms after, and on the way. */
export async function measureMoving(
  both: Both<Reading>,
  papers: readonly Paper[],
  say: (line: string) => void,
): Promise<Figure[]> {
  const figures: Figure[] = []
  const none = { pages: 0, notFull: 0, blank: 0, blankFrames: 0, frames: 0 }
  const all: Both<typeof none> = { stock: { ...none }, ours: { ...none } }
  for (const [turn, { name }] of papers.entries()) {
    const taken: Both<number[]> = { stock: [], ours: [] }
    for (const [who, reading] of inTurn(both, turn)) {
      const { pages } = await reading.open(name)
      if (pages >= fewestPages) {
        for (const page of placesOf(jumps, pages)) taken[who].push(await reading.jump(page))
        const seen = all[who]
        for (const page of placesOf(flings, pages)) {
          const { after, during } = await reading.fling(page)
          seen.pages += after.pages
          seen.notFull += after.notFull
          seen.blank += after.blank
          seen.blankFrames += during.blank
          seen.frames += during.intervals.length
        }
      }
      await reading.close()
    }
    if (taken.ours.length === 0) continue
    say(`jumps in ${name}: stock ${listOf(taken.stock)}, ours ${listOf(taken.ours)}`)
    const figure = { metric: 'page jump', paper: name, unit: 'ms' } as const
    figures.push(atMost({ ...figure, stock: median(taken.stock), ours: median(taken.ours) }, 1))
  }
  say(`flings: ${JSON.stringify(all)}`)
  const { stock, ours } = all
  const share = ({ blankFrames, frames }: typeof none) => blankFrames / Math.max(1, frames)
  return [
    ...figures,
    atMost(
      {
        metric: `pages not full 300 ms after a fling, of ${ours.pages}`,
        unit: 'pages',
        stock: stock.notFull,
        ours: ours.notFull,
      },
      1 / 3,
    ),
    {
      metric: 'of these without even a picture',
      unit: 'pages',
      stock: stock.blank,
      ours: ours.blank,
      target: { text: '0', holds: ours.blank === 0 },
    },
    {
      metric: 'share of frames with a blank page during flings',
      unit: 'ratio',
      stock: share(stock),
      ours: share(ours),
      target: null,
    },
  ]
}
