import type { TreeNode } from '../../shared/ledger/tree-node.ts'
import { hex } from '../../shared/lib/bytes.ts'
import type { LedgerHead, LedgerReads } from './ledger-port.ts'

/**
 * What was read while the ledger stood where it stands. Rows, texts and proofs change with a leaf and never otherwise, so
 * that what one reader was given holds for all who ask before the next one: of a word that reaches three hundred tablets at
 * once, their questions differ in little more than who asks.
 */
export type ReadsAtHead = Pick<
  LedgerReads,
  'checkpoint' | 'rows' | 'openings' | 'leaves' | 'nodes' | 'holdersOfFiles'
>

export type AtHead = { epoch: number; reads: ReadsAtHead }

type Source = ReadsAtHead & Pick<LedgerReads, 'head'>

/** Of each kind; then all is forgotten, as with the next leaf. */
const mostKept = 20_000

/** @returns reads at least as new as the ledger was when it was asked for them. */
export function createReadsAtHead(ledger: Source): () => Promise<AtHead> {
  const head = sharingNext(ledger.head)
  let known: (AtHead & { print: string }) | null = null
  return async () => {
    const { epoch, size, frontier } = await head()
    const print = [epoch, size, ...frontier.hashes.map(hex)].join('/')
    if (known?.print !== print) known = { print, epoch, reads: keeping(ledger) }
    return known
  }
}

/** Whoever asks while a read is under way shares the next one: the present one may have begun before what they know of. */
function sharingNext(read: () => Promise<LedgerHead>): () => Promise<LedgerHead> {
  let running: Promise<LedgerHead> | null = null
  let next: Promise<LedgerHead> | null = null
  const start = (): Promise<LedgerHead> => {
    const mine = read().finally(() => {
      if (running === mine) running = null
    })
    running = mine
    return mine
  }
  return () => {
    if (!running) return start()
    next ??= running
      .catch(() => null)
      .then(() => {
        next = null
        return start()
      })
    return next
  }
}

function keeping(ledger: ReadsAtHead): ReadsAtHead {
  let checkpoint: ReturnType<ReadsAtHead['checkpoint']> | null = null
  const rowsByKey = keepingEach(
    async (keys: readonly string[]) => new Map((await ledger.rows(keys)).map((row) => [row.key, row])),
  )
  const openingsByHash = keepingEach(ledger.openings)
  const leavesByNumber = keepingEach(
    async (numbers: readonly number[]) =>
      new Map((await ledger.leaves(numbers)).map((leaf) => [leaf.n, leaf])),
  )
  const nodesByName = keepingEach(async (names: readonly string[]) => {
    const read = await ledger.nodes(names.map(nodeNamed))
    return new Map(names.map((name) => [name, read(nodeNamed(name).level, nodeNamed(name).index)]))
  })
  return {
    holdersOfFiles: ledger.holdersOfFiles,
    checkpoint: () => {
      checkpoint ??= ledger.checkpoint().catch((error: unknown) => {
        checkpoint = null
        throw error
      })
      return checkpoint
    },
    rows: async (keys) => {
      // Of a prefix it is not known which rows there are.
      if (keys.some((key) => key.endsWith('/'))) return await ledger.rows(keys)
      return [...(await rowsByKey(keys)).values()].sort((a, b) => (a.key < b.key ? -1 : 1))
    },
    openings: openingsByHash,
    leaves: async (numbers) => [...(await leavesByNumber(numbers)).values()].sort((a, b) => a.n - b.n),
    nodes: async (wanted) => {
      const found = await nodesByName(wanted.map(nameOf))
      return (level, index) => {
        const node = found.get(nameOf({ level, index }))
        if (!node) throw new RangeError(`no tree node at level ${level}, index ${index}`)
        return node
      }
    },
  }
}

const nameOf = ({ level, index }: TreeNode): string => `${level}/${index}`

function nodeNamed(name: string): TreeNode {
  const [level, index] = name.split('/')
  return { level: Number(level), index: Number(index) }
}

/** Asks for each key once, also while an answer is on its way; what failed is asked for anew. */
function keepingEach<K, V>(
  read: (keys: readonly K[]) => Promise<Map<K, V>>,
): (keys: readonly K[]) => Promise<Map<K, V>> {
  const kept = new Map<K, Promise<V | undefined>>()
  return async (keys) => {
    const wanted = [...new Set(keys)]
    if (kept.size > mostKept) kept.clear()
    const missing = wanted.filter((key) => !kept.has(key))
    if (missing.length > 0) {
      const reading = read(missing)
      for (const key of missing) {
        const one = reading.then((found) => found.get(key))
        one.catch(() => kept.delete(key))
        kept.set(key, one)
      }
    }
    const found = await Promise.all(wanted.map(async (key) => [key, await kept.get(key)] as const))
    return new Map(found.flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const])))
  }
}
