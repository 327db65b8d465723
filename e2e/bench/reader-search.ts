import type { Reading } from './reader-browser.ts'
import { type Figure, median, quantile } from './reader-report.ts'

const pages = 3000
const turns = 20

/** A query over everything on the tablet, asked of the worker and answered. */
export async function measureSearch(ours: Reading): Promise<Figure[]> {
  const times = await ours.search(pages, turns)
  const p95 = quantile(times, 0.95)
  return [
    {
      metric: 'query over 3,000 pages, p95',
      unit: 'ms',
      stock: null,
      ours: p95,
      target: { text: '< 20', holds: p95 < 20 },
    },
    { metric: 'query over 3,000 pages, median', unit: 'ms', stock: null, ours: median(times), target: null },
  ]
}
