import type { Act } from '../domain/act.ts'
import type { Entity, EntityKey } from '../domain/entity.ts'
import type { ActId, Hash } from '../domain/id.ts'
import { eventsOf } from '../domain/verdict.ts'
import { type Checkpoint, type LedgerKey, openCheckpoint } from '../ledger/checkpoint.ts'
import { parseLeaf } from '../ledger/entry.ts'
import { leafHash, verifyConsistency, verifyInclusion } from '../ledger/merkle.ts'
import { openNote, type VerifyEd25519 } from '../ledger/signed-note.ts'
import { fromBase64 } from '../lib/base64.ts'
import { type Bytes, equalBytes, fromHex, hex, utf8 } from '../lib/bytes.ts'
import type { VerifyP256 } from '../protocol/crypto-ports.ts'
import { isOpenedBy } from '../protocol/envelope.ts'
import { entryEvents, parseEntry } from '../protocol/leaf.ts'
import { attestedText, type Bundle, type Matter, matterOf, namedKey } from './bundle.ts'
import { type BundleDecision, decisionIn } from './bundle-decision.ts'
import type { BundleFault } from './bundle-fault.ts'
import { type BundleEntry, replayBundle } from './bundle-replay.ts'
import { type BundleSession, sessionIn } from './bundle-session.ts'

/** What a bundle is worth, recomputed from nothing but itself and the key. Good is what has no fault. */
export type BundleReport = Matter & {
  faults: BundleFault[]
  /** Null where no checkpoint could be believed. */
  tree: { epoch: number; size: number; root: string } | null
  closing: { size: number; root: string }
  withOpenings: boolean
  leaves: number
  acts: number
  /** Of a ballot. */
  decision: BundleDecision | null
  /** Of a meeting. */
  session: BundleSession | null
}

export type BundleVerification = {
  /** The key known from elsewhere; null: the one that the bundle names, which then must be compared by eye. */
  key: Bytes | null
  verifyEd25519: VerifyEd25519
  verifyP256: VerifyP256
}

export async function verifyBundle(bundle: Bundle, by: BundleVerification): Promise<BundleReport> {
  const named = namedKey(bundle)
  const key: LedgerKey = by.key ? { ...named, publicKey: by.key } : named
  const faults: BundleFault[] = []
  if (!equalBytes(named.publicKey, key.publicKey)) faults.push({ check: 'key', kind: 'other-key' })

  const attested = await openNote(bundle.attestation, key, by.verifyEd25519)
  if (!attested.ok) faults.push({ check: 'attestation', kind: 'not-signed', why: attested.error.kind })
  else if (attested.value !== attestedText(bundle)) faults.push({ check: 'attestation', kind: 'says-other' })

  const opened = await openCheckpoint(bundle.checkpoint, key, by.verifyEd25519)
  const tree = opened.ok ? opened.value : null
  if (!opened.ok) faults.push({ check: 'checkpoint', kind: 'not-signed', why: opened.error.kind })

  faults.push(...faultsOfLeaves(bundle, tree))
  const entries = entriesOf(bundle)
  faults.push(...faultsOfClosingTree(bundle, entries, tree))
  const replayed = await replaySafely(bundle, entries, by.verifyP256)
  const { decision, session, faults: undecided } = outcomeIn(bundle, replayed.rows)
  faults.push(...replayed.faults, ...faultsOfOpenings(bundle, entries), ...undecided)
  faults.push(...faultsOfCompleteness(entries))
  return {
    ...matterOf(bundle),
    faults,
    tree: tree && { epoch: tree.epoch, size: tree.size, root: hex(tree.root) },
    closing: { size: bundle.closing.size, root: bundle.closing.root },
    withOpenings: bundle.openings !== null,
    leaves: bundle.leaves.length,
    acts: entries.filter(({ entry }) => entry.kind === 'act').length,
    decision,
    session,
  }
}

const outcomeIn = (bundle: Bundle, rows: ReadonlyMap<EntityKey, Entity>) =>
  'ballot' in bundle
    ? { session: null, ...decisionIn(bundle, rows) }
    : { decision: null, ...sessionIn(bundle, rows) }

/** What no rule was made for is a fault of the bundle and not of whoever reads it. */
async function replaySafely(...[bundle, entries, verify]: Parameters<typeof replayBundle>) {
  try {
    return await replayBundle(bundle, entries, verify)
  } catch (error) {
    const faults: BundleFault[] = [{ check: 'verdicts', kind: 'cannot-be-judged', why: String(error) }]
    return { faults, rows: new Map<EntityKey, Entity>() }
  }
}

const pathOf = (path: readonly string[]): Bytes[] => path.flatMap((hash) => fromBase64(hash) ?? [])

function faultsOfLeaves({ leaves }: Bundle, tree: Checkpoint | null): BundleFault[] {
  const faults: BundleFault[] = []
  let before = { n: -1, at: 0 }
  const ids = new Set<string>()
  for (const { n, leaf, path } of leaves) {
    const add = (kind: Extract<BundleFault, { check: 'leaves' }>['kind']) =>
      faults.push({ check: 'leaves', kind, n })
    const entry = parseEntry(leaf)
    if (n <= before.n) add('out-of-order')
    if (!entry) {
      add('unreadable')
      continue
    }
    if (entry.n !== n) add('number-differs')
    if (entry.at < before.at) add('hour-falls')
    const id = entry.kind === 'act' ? entry.act.id : entry.id
    if (ids.has(id)) add('twice')
    ids.add(id)
    before = { n, at: entry.at }
    if (!tree) continue
    const claim = { leafHash: leafHash(utf8(leaf)), index: n, size: tree.size, root: tree.root }
    if (!verifyInclusion({ ...claim, path: pathOf(path) })) add('not-in-tree')
  }
  return faults
}

const entriesOf = ({ leaves }: Bundle): BundleEntry[] =>
  leaves.flatMap(({ leaf }): BundleEntry[] => {
    const entry = parseEntry(leaf)
    return entry ? [{ entry, signed: signedIn(leaf) }] : []
  })

/** The text that was signed; what stands again after a restore holds the first leaf. */
function signedIn(leafText: string): string {
  const leaf = parseLeaf(leafText)
  if (leaf && 'again' in leaf) return signedIn(leaf.again.leaf)
  return leaf && 'act' in leaf ? leaf.act : ''
}

/** The tree that every bundle of this matter shares: up to and with the first count, or the conclusion of the meeting. */
function faultsOfClosingTree(
  bundle: Bundle,
  entries: readonly BundleEntry[],
  tree: Checkpoint | null,
): BundleFault[] {
  const { closing } = bundle
  const first = entries.find(({ entry }) => endsMatter(entry, bundle))
  const faults: BundleFault[] = []
  if (first?.entry.n !== closing.size - 1) faults.push({ check: 'closing-tree', kind: 'not-at-the-count' })
  if (!tree) return faults
  const holds = verifyConsistency({
    size1: closing.size,
    size2: tree.size,
    root1: fromHex(closing.root),
    root2: tree.root,
    path: pathOf(closing.consistency),
  })
  return holds ? faults : [...faults, { check: 'closing-tree', kind: 'not-consistent' }]
}

/** Whether it is the entry with which a matter is decided: up to there every bundle of it shares the tree. */
export const endsMatter = (entry: BundleEntry['entry'], matter: Matter): boolean =>
  'ballot' in matter
    ? entry.kind === 'server' && entry.id === `tally/${matter.ballot}/1`
    : entryEvents(entry).some(
        (event) => event.kind === 'meeting-concluded' && event.meeting === matter.meeting,
      )

/** Every hash that the bundle's acts name has its text, every text a hash; each once. */
function faultsOfOpenings({ openings }: Bundle, entries: readonly BundleEntry[]): BundleFault[] {
  if (openings === null) return []
  const named = new Set(entries.flatMap(({ entry }) => hashesNamedBy(entry)))
  const faults: BundleFault[] = []
  let before = ''
  for (const opening of openings) {
    const { commit } = opening
    if (!isOpenedBy(opening)) faults.push({ check: 'openings', kind: 'does-not-fit', commit })
    if (commit <= before) faults.push({ check: 'openings', kind: 'out-of-order', commit })
    if (!named.delete(commit)) faults.push({ check: 'openings', kind: 'of-nothing', commit })
    before = commit
  }
  for (const commit of named) faults.push({ check: 'openings', kind: 'missing', commit })
  return faults
}

/** Hashes and commitments of an entry whose texts a bundle shows to whoever may read them. */
export function hashesNamedBy(entry: BundleEntry['entry']): Hash[] {
  if (entry.kind !== 'act' || entry.verdict.kind === 'refused') return []
  const { body } = entry.act
  const answers = 'answers' in body ? body.answers : 'answer' in body ? [body.answer] : []
  return [
    ...answers.flatMap(({ choiceCommit, textCommit }) => [choiceCommit, textCommit]),
    ...('contentHash' in body ? [body.contentHash] : []),
    ...('noteCommit' in body ? [body.noteCommit] : []),
    ...('placeCommit' in body ? [body.placeCommit] : []),
  ]
}

/** Acts that are named by others: what was revised, what is counted, what is evidence. All of them are to be here. */
function faultsOfCompleteness(entries: readonly BundleEntry[]): BundleFault[] {
  const here = new Set(entries.flatMap(({ entry }) => (entry.kind === 'act' ? [entry.act.id] : [])))
  return entries.flatMap(({ entry }) =>
    [...new Set(actsNamedBy(entry))].flatMap((act): BundleFault[] =>
      here.has(act) ? [] : [{ check: 'completeness', kind: 'act-missing', act, n: entry.n }],
    ),
  )
}

function actsNamedBy(entry: BundleEntry['entry']): ActId[] {
  const events = entry.kind === 'act' ? eventsOf(entry.verdict) : entry.events
  const own = entry.kind === 'act' && entry.verdict.kind !== 'refused' ? namedIn(entry.act) : []
  const named = events.flatMap((event): (ActId | null)[] => {
    switch (event.kind) {
      case 'answered':
      case 'vote-cast':
        return [...event.prev, ...event.heads]
      case 'late-admitted':
        return [...event.acts, ...event.heads]
      case 'deemed-to-agree':
        return [event.delivered.act, event.opened?.act ?? null]
      case 'tallied':
        return event.issues.flatMap(({ entries }) => entries.map(({ act }) => act))
      case 'vote-tallied':
        return event.tally.entries.map(({ act }) => act)
      case 'speaker-called':
      case 'speech-withdrawn':
        return [event.request]
      case 'confirmed':
        return [event.proposal]
      default:
        return []
    }
  })
  return [...own, ...named.filter((act) => act !== null)]
}

/** What an act revises, and the paper that a second officer confirms. */
const namedIn = ({ prev, body }: Act): ActId[] => ('entry' in body ? [...prev, body.entry] : prev)
