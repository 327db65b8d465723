import type { Reading } from './reader-browser.ts'
import { type Figure, median, quantile } from './reader-report.ts'

/** The pen, and scrolling a page full of what it has written. */
export async function measureHand(ours: Reading, paper: string): Promise<Figure[]> {
  await ours.open(paper)
  const { delays, handling } = await ours.write(300)
  const [without, withStrokes]: [number[], number[]] = [[], []]
  for (let turn = 0; turn < 3; turn++) {
    await ours.showStrokes(0)
    without.push(...(await ours.scrollSecondPage()))
    await ours.showStrokes(2000)
    withStrokes.push(...(await ours.scrollSecondPage()))
  }
  await ours.close()
  const [plain, full] = [quantile(without, 0.95), quantile(withStrokes, 0.95)]
  const p95 = quantile(delays, 0.95)
  const alone = { unit: 'ms', stock: null } as const
  return [
    {
      metric: 'pen event to drawn, p95',
      ...alone,
      ours: p95,
      target: { text: '< 12', holds: p95 < 12 },
    },
    { metric: 'pen event to drawn, median', ...alone, ours: median(delays), target: null },
    { metric: 'of it our own handling, p95', ...alone, ours: quantile(handling, 0.95), target: null },
    { metric: 'frame while scrolling a page without strokes, p95', ...alone, ours: plain, target: null },
    {
      metric: 'frame while scrolling a page with 2,000 strokes, p95',
      ...alone,
      ours: full,
      target: { text: '<= 1.1x without', holds: full <= 1.1 * plain },
    },
  ]
}
