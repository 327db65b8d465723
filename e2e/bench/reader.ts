/**
 * npm run bench:reader [-- FOLDER ...]: the product's reader on its sealed store beside pdf.js's own viewer on plain bytes in
 * memory, in one Chromium (a touch tablet at two pixels a point), taking turns. The project's own documents, and the PDFs of
 * the folders. Programs and workers are warm in both. One JSON line a figure on standard output, a table on standard error.
 * Only ratios mean something on a machine that does other things as well.
 * Settings: ROUNDS (openings of each document), LONG (pages of the longest), DOSSIER (MB of what is downloaded),
 * PARTS (by comma: open, move, pen, search, notes, download, memory), PORT.
 */
import { loadavg } from 'node:os'
import { openReadings } from './reader-browser.ts'
import { measureDownload } from './reader-download.ts'
import { measureHand } from './reader-hand.ts'
import { measureMemory } from './reader-memory.ts'
import { measureMoving } from './reader-moving.ts'
import { measureNotes } from './reader-notes.ts'
import { measureOpening } from './reader-opening.ts'
import { gatherPapers } from './reader-papers.ts'
import { type Figure, reportLines, reportTable } from './reader-report.ts'
import { measureSearch } from './reader-search.ts'
import { serveReaders } from './reader-serve.ts'
import type { Paper } from './reader-subject.ts'

const number = (name: string, standard: number) => Number(process.env[name] ?? standard)
const say = (line: string) => void process.stderr.write(`${line}\n`)
const folders = process.argv.slice(2)
const { papers, long, files } = await gatherPapers(folders, number('LONG', 500), say)
const server = await serveReaders(files, number('PORT', 0))
const { close, ...both } = await openReadings(server.origin)
const { stock, ours } = both

const leftOut = new Set<Paper>()
const readable = () => papers.filter((paper) => !leftOut.has(paper))

const parts: Record<string, () => Figure[] | Promise<Figure[]>> = {
  open: () => measureOpening(both, readable(), number('ROUNDS', 5), say),
  move: () => measureMoving(both, readable(), say),
  pen: () => measureHand(ours, long.name),
  search: () => measureSearch(ours),
  notes: measureNotes,
  download: () => measureDownload(ours, number('DOSSIER', 50), say),
  memory: () => measureMemory(server.origin, long, say),
}
const wanted = process.env['PARTS']?.split(',') ?? Object.keys(parts)

try {
  for (const reading of [stock, ours]) {
    await reading.start()
    await reading.fill(papers)
    await reading.start()
    await reading.wake(papers)
    // Programs, workers and fonts of the first opening are no document's; what one of the two cannot open is left out.
    for (const paper of papers) {
      const opened = await reading.open(paper.name).catch(String)
      await reading.close()
      if (typeof opened !== 'string') continue
      say(`left out, ${paper.name}: ${opened}`)
      leftOut.add(paper)
    }
  }
  const figures: Figure[] = []
  for (const [name, measure] of Object.entries(parts)) {
    if (!wanted.includes(name)) continue
    say(`\n${name}; load ${loadavg()[0]?.toFixed(1)}`)
    figures.push(...(await measure()))
  }
  for (const line of reportLines(figures)) console.log(line)
  say(`\n${reportTable(figures)}`)
} finally {
  await close()
  server.close()
}
