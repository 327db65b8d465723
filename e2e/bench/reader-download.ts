import { spawn } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import type { Reading } from './reader-browser.ts'
import type { Figure } from './reader-report.ts'
import { serveShaped } from './shaped-line.ts'

/** A dossier over a narrow line: by curl to nowhere, by the product into its sealed store, and by the product over a line that is cut. */

const bytesPerSecond = 20_000_000 / 8
const cutCount = 10
/** Shares of the whole: one heavy scan, and what lies around it. */
const shares = [0.6, 0.2, 0.1, 0.05, 0.03, 0.015, 0.005]

/** Other bytes each time: what the store has is not fetched. */
function makeDossier(bytes: number) {
  const files = new Map<string, Uint8Array>()
  const wanted = shares.map((share) => {
    const content = randomBytes(Math.round(bytes * share))
    const hash = createHash('sha256').update(content).digest('hex')
    files.set(`/api/documents/${hash}`, content)
    return { hash, size: content.length }
  })
  return { files, wanted }
}

/** One after the other over one connection. @returns ms */
async function byCurl(addresses: readonly string[]): Promise<number> {
  const from = performance.now()
  const curl = spawn('curl', ['-sf', ...addresses.flatMap((address) => ['-o', '/dev/null', address])], {
    stdio: 'ignore',
  })
  const [code] = await once(curl, 'exit')
  if (code !== 0) throw new Error(`curl ended with ${code}`)
  return performance.now() - from
}

export async function measureDownload(
  ours: Reading,
  megabytes: number,
  say: (line: string) => void,
): Promise<Figure[]> {
  const dossiers = [makeDossier(megabytes * 1_000_000), makeDossier(megabytes * 1_000_000)] as const
  const line = await serveShaped(new Map(dossiers.flatMap(({ files }) => [...files])), bytesPerSecond)
  try {
    const [whole, cut] = dossiers
    const curl = await byCurl([...whole.files.keys()].map((path) => line.origin + path))
    line.takeSent()
    const product = await ours.fetchAll(line.origin, whole.wanted)
    const plain = line.takeSent()
    const step = (megabytes * 1_000_000) / (cutCount + 1)
    line.cutAfter(Array.from({ length: cutCount }, (_, i) => step * (i + 1)))
    const withCuts = await ours.fetchAll(line.origin, cut.wanted)
    const after = line.takeSent()
    say(
      `download: curl ${Math.round(curl)} ms, ours ${Math.round(product)} ms, cut ten times ${Math.round(withCuts)} ms`,
    )
    say(`bytes that went out twice: ${plain.again} without cuts, ${after.again} with them`)
    const rate = (ms: number) => megabytes / (ms / 1000)
    const share = rate(product) / rate(curl)
    return [
      {
        metric: `${megabytes} MB into the sealed store at 20 Mbit/s, beside curl`,
        unit: 'MB/s',
        stock: rate(curl),
        ours: rate(product),
        target: { text: '>= 0.9x curl', holds: share >= 0.9 },
      },
      {
        metric: 'bytes fetched twice after ten cuts',
        unit: 'bytes',
        stock: null,
        ours: after.again,
        target: { text: '0', holds: after.again === 0 },
      },
    ]
  } finally {
    line.close()
  }
}
