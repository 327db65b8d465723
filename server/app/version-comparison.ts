import type { Ballot, BallotContent } from '../../shared/domain/ballot.ts'
import { comparisonKey, documentKey } from '../../shared/domain/document.ts'
import { changesBetween } from '../../shared/domain/document-changes.ts'
import type { EntityKey } from '../../shared/domain/entity.ts'
import { type BallotId, Hash } from '../../shared/domain/id.ts'
import { utf8 } from '../../shared/lib/bytes.ts'
import { sha256Hex } from '../../shared/lib/sha256.ts'
import { entryEvents, parseEntry } from '../../shared/protocol/leaf.ts'
import type { ActIntake } from './act-intake.ts'
import { ballotContentOf } from './content.ts'
import { readText, textFileOf } from './derived-text.ts'
import type { DerivedStore } from './document-intake-port.ts'
import type { LedgerReads } from './ledger-port.ts'
import type { Clock } from './ports.ts'

/**
 * Where an amendment put another file in the place of one (B5), says what changed, as soon as both have been processed. Found
 * from the ballots themselves: nothing is queued, so nothing is forgotten.
 */
export type VersionComparison = {
  /** For a job: compares what can be compared now. Looks only where the ledger has grown. */
  work(stopping: AbortSignal): Promise<void>
}

type Pair = { ballot: BallotId; from: Hash; to: Hash }

type Deps = {
  ledger: Pick<LedgerReads, 'head' | 'leavesFrom' | 'rows' | 'rowsOfKind' | 'openings'>
  derived: DerivedStore
  appendServer: ActIntake['appendServer']
  clock: Clock
}

const leavesAtOnce = 500

export function createVersionComparison(deps: Deps): VersionComparison {
  const { ledger } = deps
  /** Leaves up to this one have been looked at; null before the first look, at everything. */
  let seen: number | null = null
  const waiting = new Map<EntityKey, Pair>()

  const look = async (size: number): Promise<boolean> => {
    if (seen === size) return false
    const ballots = seen === null ? await ledger.rowsOfKind('ballot') : await amendedSince(seen, size)
    for (const { entity } of ballots) {
      if (entity.kind !== 'ballot') continue
      for (const pair of await replacedIn(entity, ledger)) waiting.set(keyOf(pair), pair)
    }
    seen = size
    return true
  }

  const amendedSince = async (from: number, to: number) => {
    const keys = new Set<EntityKey>()
    for (let at = from; at < to; at += leavesAtOnce) {
      for (const { text } of await ledger.leavesFrom(at, leavesAtOnce)) {
        // Most leaves speak of nothing like it, and are not worth reading.
        const entry = text.includes('ballot-amended') ? parseEntry(text) : null
        for (const event of entry ? entryEvents(entry) : [])
          if (event.kind === 'ballot-amended') keys.add(`ballot/${event.ballot}`)
      }
    }
    return await ledger.rows([...keys])
  }

  return {
    work: async (stopping) => {
      const { size } = await ledger.head()
      if (!(await look(size))) return
      for (const [key, pair] of waiting) {
        if (stopping.aborted) return
        if (await compare(pair, deps)) waiting.delete(key)
      }
    },
  }
}

const keyOf = ({ ballot, from, to }: Pair): EntityKey => comparisonKey(ballot, from, to)

/** The same place in the dossier with another file than the version before. */
async function replacedIn(ballot: Ballot, ledger: Deps['ledger']): Promise<Pair[]> {
  if (ballot.versions.length < 2) return []
  const openings = await ledger.openings(ballot.versions.map(({ hash }) => hash))
  const contents = ballot.versions.map(({ hash }) =>
    ballotContentOf({ opened: (commit) => openings.get(commit)?.value }, hash),
  )
  return contents.flatMap((content, i) => {
    const former = contents[i - 1]
    return content && former ? replaced(former, content, ballot.id) : []
  })
}

const replaced = (former: BallotContent, content: BallotContent, ballot: BallotId): Pair[] =>
  content.documents.flatMap(({ id, hash }) => {
    const before = former.documents.find((document) => document.id === id)
    return before && before.hash !== hash ? [{ ballot, from: before.hash, to: hash }] : []
  })

/** @returns whether there is nothing more to wait for */
async function compare(pair: Pair, { ledger, derived, appendServer, clock }: Deps): Promise<boolean> {
  const { from, to } = pair
  const rows = await ledger.rows([keyOf(pair), documentKey(from), documentKey(to)])
  if (rows.some(({ entity }) => entity.kind === 'comparison')) return true
  const rowOf = (hash: Hash) =>
    rows.flatMap(({ entity }) => (entity.kind === 'document' && entity.id === hash ? [entity] : []))[0]
  const [old, fresh] = [rowOf(from), rowOf(to)]
  if (!old || !fresh) return false
  const [before, after] = [textFileOf(old), textFileOf(fresh)]
  // One of them could not be read. The Office may have it tried again: there is no hurry, and nothing else to wait for.
  if (!before || !after) return false
  const changes = changesBetween(await readText(before, derived), await readText(after, derived))
  const bytes = utf8(JSON.stringify(changes))
  const hash = Hash.parse(sha256Hex(bytes))
  await derived.put(hash, bytes, clock.now())
  const isNew = (change: (typeof changes.pages)[number]) => change.was === null
  await appendServer(() => [
    {
      id: `document-compared/${pair.ballot}/${from}/${to}`,
      events: [
        {
          kind: 'document-compared',
          ...pair,
          added: changes.pages.filter(isNew).length,
          removed: changes.removed.length,
          changed: changes.pages.filter((change) => !isNew(change)).length,
          derived: [{ kind: 'changes', hash, size: bytes.length }],
        },
      ],
    },
  ])
  return true
}
