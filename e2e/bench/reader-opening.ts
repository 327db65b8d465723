import type { Reading } from './reader-browser.ts'
import { atMost, type Figure, median } from './reader-report.ts'
import type { Paper } from './reader-subject.ts'
import { type Both, inTurn, listOf } from './reader-turns.ts'

/** From the tap to everything in sight drawn at the screen's own resolution. */
export async function measureOpening(
  both: Both<Reading>,
  papers: readonly Paper[],
  rounds: number,
  say: (line: string) => void,
): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const { name } of papers) {
    const taken: Both<number[]> = { stock: [], ours: [] }
    for (let round = 0; round < rounds; round++) {
      for (const [who, reading] of inTurn(both, round)) {
        taken[who].push((await reading.open(name)).ms)
        await reading.close()
      }
    }
    say(`${name}: stock ${listOf(taken.stock)}, ours ${listOf(taken.ours)}`)
    const figure = { metric: 'tap to page painted', paper: name, unit: 'ms' } as const
    figures.push(atMost({ ...figure, stock: median(taken.stock), ours: median(taken.ours) }, 1.3))
  }
  const ratios = figures.map((figure) => figure.ours / (figure.stock ?? 1))
  const overall = { metric: 'tap to page painted, median of the ratios', unit: 'ratio', stock: 1 } as const
  return [...figures, atMost({ ...overall, ours: median(ratios) }, 1)]
}
