/**
 * npm run bench:reader [-- FOLDER ...]: the product's reader on its sealed store beside pdf.js's own viewer on plain bytes in
 * memory, in one Chromium (a touch tablet at two pixels a point), taking turns. The project's own documents, and the PDFs of
 * the folders. Programs and workers are warm in both. One JSON line a figure on standard output, a table on standard error.
 * Only ratios mean something on a machine that does other things as well.
 * Settings: ROUNDS (openings of each document), LONG (pages of the longest), PARTS (by comma: open, move, pen, memory).
 */
import { costOf } from './process-tree.ts'
import { openReadings, type Reading } from './reader-browser.ts'
import { gatherPapers } from './reader-papers.ts'
import { atMost, type Figure, median, quantile, reportLines, reportTable } from './reader-report.ts'
import { serveReaders } from './reader-serve.ts'

const number = (name: string, standard: number) => Number(process.env[name] ?? standard)
const rounds = number('ROUNDS', 5)
const longPages = number('LONG', 500)
const parts = process.env['PARTS']?.split(',') ?? ['open', 'move', 'pen', 'memory']
const say = (line: string) => void process.stderr.write(`${line}\n`)

const { papers, long, files } = await gatherPapers(process.argv.slice(2), longPages, say)
const server = await serveReaders(files, number('PORT', 0))
const { stock, ours, close } = await openReadings(server.origin)
type Both<T> = { stock: T; ours: T }
/** Who goes first changes with each turn: what else the machine does then troubles both alike. */
const inTurn = (turn: number): [keyof Both<0>, Reading][] =>
  turn % 2 === 0
    ? [
        ['stock', stock],
        ['ours', ours],
      ]
    : [
        ['ours', ours],
        ['stock', stock],
      ]

async function measureOpening(): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const { name } of papers) {
    const taken: Both<number[]> = { stock: [], ours: [] }
    for (let round = 0; round < rounds; round++) {
      for (const [who, reading] of inTurn(round)) {
        taken[who].push((await reading.open(name)).ms)
        await reading.close()
      }
    }
    say(
      `${name}: stock ${taken.stock.map(Math.round).join(' ')}, ours ${taken.ours.map(Math.round).join(' ')}`,
    )
    const both = { stock: median(taken.stock), ours: median(taken.ours) }
    figures.push(atMost({ metric: 'tap to page painted', paper: name, unit: 'ms', ...both }, 1.3))
  }
  const ratios = figures.map((figure) => figure.ours / (figure.stock ?? 1))
  const overall = { metric: 'tap to page painted, median of the ratios', unit: 'ratio', stock: 1 } as const
  return [...figures, atMost({ ...overall, ours: median(ratios) }, 1)]
}

/** The same far places for both. */
const placesOf = (count: number, pages: number) =>
  Array.from({ length: count }, (_, i) => 1 + ((i * 197 + 61) % Math.max(1, pages - 12)))

async function measureMoving(): Promise<Figure[]> {
  const jumps: Both<number[]> = { stock: [], ours: [] }
  const seen: Both<{ notFull: number; blank: number; blankFrames: number; frames: number }> = {
    stock: { notFull: 0, blank: 0, blankFrames: 0, frames: 0 },
    ours: { notFull: 0, blank: 0, blankFrames: 0, frames: 0 },
  }
  for (const [who, reading] of inTurn(0)) {
    const { pages } = await reading.open(long)
    for (const page of placesOf(11, pages)) jumps[who].push(await reading.jump(page))
    for (const page of placesOf(12, pages)) {
      const { after, during } = await reading.fling(page)
      seen[who].notFull += after.notFull
      seen[who].blank += after.blank
      seen[who].blankFrames += during.blank
      seen[who].frames += during.intervals.length
    }
    await reading.close()
    say(`${who}: jumps ${jumps[who].map(Math.round).join(' ')}, flings ${JSON.stringify(seen[who])}`)
  }
  const pages = { paper: long, unit: 'pages' } as const
  const share = (who: keyof typeof seen) => seen[who].blankFrames / Math.max(1, seen[who].frames)
  return [
    atMost(
      { metric: 'page jump', paper: long, unit: 'ms', stock: median(jumps.stock), ours: median(jumps.ours) },
      1,
    ),
    atMost(
      {
        metric: 'not full 300 ms after 12 flings',
        ...pages,
        stock: seen.stock.notFull,
        ours: seen.ours.notFull,
      },
      1 / 3,
    ),
    {
      metric: 'without even a picture then',
      ...pages,
      stock: seen.stock.blank,
      ours: seen.ours.blank,
      target: { text: '0', holds: seen.ours.blank === 0 },
    },
    {
      metric: 'share of frames with a blank page',
      paper: long,
      unit: 'ratio',
      stock: share('stock'),
      ours: share('ours'),
      target: null,
    },
  ]
}

async function measureHand(): Promise<Figure[]> {
  await ours.open(long)
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

/** What all processes of a fresh browser take more, once the whole of the longest has been before one's eyes. */
async function memoryOf(who: keyof Both<0>): Promise<number> {
  const fresh = await openReadings(server.origin)
  try {
    const reading = fresh[who]
    await reading.collectGarbage()
    const empty = costOf(fresh.pid)?.memoryBytes ?? 0
    const only = papers.filter(({ name }) => name === long)
    await reading.start()
    await reading.fill(only)
    await reading.start()
    await reading.wake(only)
    const { pages } = await reading.open(long)
    const full = await reading.readThrough(pages, 400)
    await reading.collectGarbage()
    const megabytes = ((costOf(fresh.pid)?.memoryBytes ?? 0) - empty) / 1_000_000
    say(`${who}: ${Math.round(megabytes)} MB after ${pages} pages, ${full} of them seen in full`)
    return megabytes
  } finally {
    await fresh.close()
  }
}

async function measureMemory(): Promise<Figure[]> {
  const taken: Both<number> = { stock: await memoryOf('stock'), ours: await memoryOf('ours') }
  return [atMost({ metric: 'memory after scrolling all', paper: long, unit: 'MB', ...taken }, 0.6)]
}

try {
  const figures: Figure[] = []
  for (const reading of [stock, ours]) {
    await reading.start()
    await reading.fill(papers)
    await reading.start()
    await reading.wake(papers)
    // Programs, workers and fonts of the first opening are no document's.
    for (const { name } of papers.slice(0, 2)) {
      await reading.open(name)
      await reading.close()
    }
  }
  if (parts.includes('open')) figures.push(...(await measureOpening()))
  if (parts.includes('move')) figures.push(...(await measureMoving()))
  if (parts.includes('pen')) figures.push(...(await measureHand()))
  if (parts.includes('memory')) figures.push(...(await measureMemory()))
  for (const line of reportLines(figures)) console.log(line)
  say(`\n${reportTable(figures)}`)
} finally {
  await close()
  server.close()
}
