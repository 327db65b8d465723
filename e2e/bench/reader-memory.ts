import { costOf } from './process-tree.ts'
import { openReadings } from './reader-browser.ts'
import { atMost, type Figure } from './reader-report.ts'
import type { Paper } from './reader-subject.ts'
import type { Both } from './reader-turns.ts'

/** What all processes of a fresh browser take more, once the whole of a document has been before one's eyes. */
async function memoryOf(
  who: keyof Both<0>,
  origin: string,
  paper: Paper,
  say: (line: string) => void,
): Promise<number> {
  const fresh = await openReadings(origin)
  try {
    const reading = fresh[who]
    await reading.collectGarbage()
    const empty = costOf(fresh.pid)?.memoryBytes ?? 0
    await reading.start()
    await reading.fill([paper])
    await reading.start()
    await reading.wake([paper])
    const { pages } = await reading.open(paper.name)
    const full = await reading.readThrough(pages, 400)
    await reading.collectGarbage()
    const megabytes = ((costOf(fresh.pid)?.memoryBytes ?? 0) - empty) / 1_000_000
    say(`${who}: ${Math.round(megabytes)} MB after ${pages} pages, ${full} of them seen in full`)
    return megabytes
  } finally {
    await fresh.close()
  }
}

export async function measureMemory(
  origin: string,
  paper: Paper,
  say: (line: string) => void,
): Promise<Figure[]> {
  const stock = await memoryOf('stock', origin, paper, say)
  const ours = await memoryOf('ours', origin, paper, say)
  return [atMost({ metric: 'memory after scrolling all', paper: paper.name, unit: 'MB', stock, ours }, 0.6)]
}
