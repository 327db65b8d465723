import type { EntityKey } from '../../shared/domain/entity.ts'
import type { TreeNode } from '../../shared/ledger/tree-node.ts'
import type { LedgerReads } from './ledger-port.ts'

/** Reads of a ledger that stands still: of a word that reaches three hundred tablets at once, each asks for the same. */
export type ReadsAtHead = Pick<
  LedgerReads,
  'checkpoint' | 'rows' | 'openings' | 'leaves' | 'nodes' | 'holdersOfFiles'
>

/**
 * Keeps what was read: rows until they move, leaves and nodes of the tree, which never change, and whatever else there is to
 * read while the ledger stands where it stands.
 */
export type KeptReads = {
  /** The ledger has moved, and these rows with it. */
  atNextHead(moved: Iterable<EntityKey>): ReadsAtHead
}

/** Of each kind; then all of it is forgotten. */
const mostKept = 20_000

export function createKeptReads(ledger: ReadsAtHead): KeptReads {
  const rowsByKey = keepingEach(
    async (keys: readonly string[]) => new Map((await ledger.rows(keys)).map((row) => [row.key, row])),
  )
  const leavesByNumber = keepingEach(
    async (numbers: readonly number[]) =>
      new Map((await ledger.leaves(numbers)).map((leaf) => [leaf.n, leaf])),
  )
  const nodesByName = keepingEach(async (names: readonly string[]) => {
    const read = await ledger.nodes(names.map(nodeNamed))
    return new Map(names.map((name) => [name, read(nodeNamed(name).level, nodeNamed(name).index)]))
  })
  const lasting = {
    holdersOfFiles: ledger.holdersOfFiles,
    rows: async (keys: readonly EntityKey[]) => {
      // Of a prefix it is not known which rows there are.
      if (keys.some((key) => key.endsWith('/'))) return await ledger.rows(keys)
      return [...(await rowsByKey.get(keys)).values()].sort((a, b) => (a.key < b.key ? -1 : 1))
    },
    leaves: async (numbers: readonly number[]) =>
      [...(await leavesByNumber.get(numbers)).values()].sort((a, b) => a.n - b.n),
    nodes: async (wanted: readonly TreeNode[]) => {
      const found = await nodesByName.get(wanted.map(nameOf))
      return (level: number, index: number) => {
        const node = found.get(nameOf({ level, index }))
        if (!node) throw new RangeError(`no tree node at level ${level}, index ${index}`)
        return node
      }
    },
  }
  return {
    atNextHead: (moved) => {
      for (const key of moved) rowsByKey.forget(key)
      let checkpoint: ReturnType<ReadsAtHead['checkpoint']> | null = null
      return {
        ...lasting,
        openings: keepingEach(ledger.openings).get,
        checkpoint: () => {
          checkpoint ??= ledger.checkpoint().catch((error: unknown) => {
            checkpoint = null
            throw error
          })
          return checkpoint
        },
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
function keepingEach<K, V>(read: (keys: readonly K[]) => Promise<Map<K, V>>) {
  /** Undefined where there is none. */
  const kept = new Map<K, V | undefined>()
  const coming = new Map<K, Promise<Map<K, V>>>()

  const begin = (missing: readonly K[]) => {
    const reading = read(missing)
    for (const key of missing) coming.set(key, reading)
    const arrive = (found: Map<K, V> | null) => {
      if (kept.size > mostKept) kept.clear()
      for (const key of missing) {
        // Forgotten while it was on its way.
        if (coming.get(key) !== reading) continue
        coming.delete(key)
        if (found) kept.set(key, found.get(key))
      }
    }
    reading.then(arrive, () => arrive(null))
  }

  return {
    get: async (keys: readonly K[]): Promise<Map<K, V>> => {
      const found = new Map<K, V>()
      const wanted = new Set<K>()
      for (const key of keys) {
        const value = kept.get(key)
        if (value !== undefined) found.set(key, value)
        else if (!kept.has(key)) wanted.add(key)
      }
      if (wanted.size === 0) return found
      const missing = [...wanted].filter((key) => !coming.has(key))
      if (missing.length > 0) begin(missing)
      for (const reading of new Set([...wanted].flatMap((key) => coming.get(key) ?? []))) {
        for (const [key, value] of await reading) if (wanted.has(key)) found.set(key, value)
      }
      return found
    },
    forget: (key: K) => {
      kept.delete(key)
      coming.delete(key)
    },
  }
}
