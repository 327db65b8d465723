import { subjectOn } from '../../shared/domain/access.ts'
import { applyEvent, keysTouchedBy } from '../../shared/domain/apply.ts'
import { hashesOfDirective } from '../../shared/domain/directive.ts'
import { type Entity, type EntityKey, type EntityReader, readerOver } from '../../shared/domain/entity.ts'
import type { Event } from '../../shared/domain/event.ts'
import { type ActId, type DeviceId, Hash, type PersonId } from '../../shared/domain/id.ts'
import type { Person } from '../../shared/domain/people.ts'
import { hashesOfResponse } from '../../shared/domain/point.ts'
import { ownedBy, ownerKeysOf, ownersOf } from '../../shared/domain/row-owners.ts'
import { type Scope, scopesOfEntity, scopesOfSubject } from '../../shared/domain/scope.ts'
import { hashesOfTask } from '../../shared/domain/task.ts'
import { hashesOfOrigin } from '../../shared/domain/task-origin.ts'
import { hashesOfUnits } from '../../shared/domain/unit.ts'
import { signCheckpoint } from '../../shared/ledger/checkpoint.ts'
import { type LeafContent, leafText } from '../../shared/ledger/entry.ts'
import { appendLeaves, frontierAt, frontierNodes, rootOfFrontier } from '../../shared/ledger/frontier.ts'
import { leafHash } from '../../shared/ledger/merkle.ts'
import { hex, utf8 } from '../../shared/lib/bytes.ts'
import type { Instant } from '../../shared/lib/time.ts'
import type { Opening } from '../../shared/protocol/envelope.ts'
import { filesOfHolders, putDocumentScopes } from './document-scopes.ts'
import type { LedgerHead, LedgerWrites, StoredLeaf } from './ledger-port.ts'
import { mailsOf } from './mail-notices.ts'
import type { ServerCrypto } from './ports.ts'
import { isStanding, type KeptStandingRows, type StandingRows, standingKeys } from './standing-rows.ts'

/**
 * One transaction's view of the ledger: rows read once, changed in memory by the events of each new leaf, and written out
 * together at the end. Within it every act sees the effects of those before it.
 */
export type LedgerBatch = {
  /** The hour of every leaf of this batch; never before the last one written. */
  at: Instant
  epoch: number
  reader: EntityReader
  /** Rows by exact key or by prefix ending in "/"; with them the texts behind their hashes. */
  load(keys: readonly EntityKey[]): Promise<void>
  /** Those that every transaction reads, as they stand after this one. */
  standing(): StandingRows
  opened(commit: Hash): string | undefined
  addOpenings(openings: readonly Opening[]): void
  loadOpenings(commits: readonly Hash[]): Promise<void>
  leafOfAct(id: ActId): Promise<StoredLeaf | undefined>
  hasServerEntry(id: string): Promise<boolean>
  firstEntryAfter(at: Instant): Promise<number | null>
  /** Root of the tree as it was committed at that size; null where it never was that large. */
  rootAt(size: number): Promise<Hash | null>
  append(leaf: NewLeaf): StoredLeaf
  /** Rolls the batch back to how it stood: for an act whose deciding threw. */
  mark(): () => void
  flush(): Promise<void>
}

export type NewLeaf = {
  content: LeafContent
  events: readonly Event[]
  actId: ActId | null
  serverId: string | null
  person: PersonId | null
  device: DeviceId | null
  openings: readonly Opening[]
  /** Of a leaf that stands again after a restore: when it was first recorded. */
  recordedAt?: Instant
}

/** `before`: the row until then. */
type Change = { n: number; key: EntityKey; before: Entity | undefined }

export async function createLedgerBatch(
  ledger: LedgerWrites,
  crypto: Pick<ServerCrypto, 'ledgerKey' | 'sign'>,
  now: Instant,
  kept: Pick<KeptStandingRows, 'at'>,
  /** Whether letters go out. */
  writesMail = false,
): Promise<LedgerBatch> {
  const head: LedgerHead = await ledger.head()
  const standing = kept.at(head)
  const at = now > head.lastAt ? now : head.lastAt
  const loaded = new Set<EntityKey>(standing ? standingKeys : [])
  const opened = new Map<Hash, string>()
  const looked = new Set<Hash>()
  const roots = new Map<number, Hash>()
  let rows = new Map<EntityKey, Entity>(standing ?? [])
  let leaves: StoredLeaf[] = []
  let changes: Change[] = []
  let openings: { n: number; openings: readonly Opening[] }[] = []
  /** Whose rights a new day changed, and by which leaf: their row stays as it is. */
  let access: { n: number; person: PersonId }[] = []
  let happened: { event: Event; cause: string }[] = []

  const load = async (keys: readonly EntityKey[]) => {
    const wanted = keys.filter((key) => !loaded.has(key) && !loaded.has(`${key.split('/')[0]}/`))
    if (wanted.length === 0) return
    const found = await ledger.rows(wanted)
    for (const key of wanted) loaded.add(key)
    // A row already changed in this batch is newer than the stored one.
    for (const { key, entity } of found) if (!rows.has(key)) rows.set(key, entity)
    await loadOpenings(found.flatMap(({ entity }) => hashesIn(entity)))
  }

  const loadOpenings = async (commits: readonly Hash[]) => {
    const missing = commits.filter((commit) => !opened.has(commit) && !looked.has(commit))
    if (missing.length === 0) return
    for (const commit of missing) looked.add(commit)
    for (const [commit, opening] of await ledger.openings(missing)) opened.set(commit, opening.value)
  }

  const append = (leaf: NewLeaf): StoredLeaf => {
    const n = head.size + leaves.length
    const { actId, serverId, person, device } = leaf
    const stored: StoredLeaf = { n, at, text: leafText(n, at, leaf.content), actId, serverId, person, device }
    const standpoint = { n, at: leaf.recordedAt ?? at, act: actId ?? (serverId as ActId) }
    // What stands again after a restore was written about in its time.
    if (writesMail && leaf.recordedAt === undefined) {
      happened.push(...leaf.events.map((event) => ({ event, cause: standpoint.act })))
    }
    for (const event of leaf.events) {
      if (event.kind === 'access-changed') access.push({ n, person: event.person })
      for (const key of keysTouchedBy(event)) {
        const before = rows.get(key)
        rows.set(key, applyEvent(before, key, event, standpoint))
        changes.push({ n, key, before })
      }
    }
    leaves.push(stored)
    if (leaf.openings.length > 0) openings.push({ n, openings: leaf.openings })
    return stored
  }

  await load(standingKeys)
  return {
    at,
    epoch: head.epoch,
    reader: {
      get: (kind, key) => readerOver(rows).get(kind, key),
      list: (kind, prefix) => readerOver(rows).list(kind, prefix),
    },
    load,
    standing: () => new Map([...rows].filter(([key]) => isStanding(key))),
    loadOpenings,
    append,
    opened: (commit) => opened.get(commit),
    addOpenings: (added) => {
      for (const { commit, value } of added) opened.set(commit, value)
    },
    leafOfAct: async (id) => leaves.find((leaf) => leaf.actId === id) ?? (await ledger.leafOfAct(id)),
    hasServerEntry: async (id) =>
      leaves.some((leaf) => leaf.serverId === id) || (await ledger.hasServerEntry(id)),
    firstEntryAfter: async (hour) => {
      const stored = await ledger.firstEntryAfter(hour)
      return stored ?? (at > hour ? (leaves[0]?.n ?? null) : null)
    },
    rootAt: async (size) => {
      if (size > head.size) return null
      const known = roots.get(size)
      if (known !== undefined) return known
      const read = await ledger.nodes(frontierNodes(size))
      const root = Hash.parse(hex(rootOfFrontier(frontierAt(size, read))))
      roots.set(size, root)
      return root
    },
    mark: () => {
      const before = {
        rows: new Map(rows),
        leaves: [...leaves],
        changes: [...changes],
        openings: [...openings],
        access: [...access],
        happened: [...happened],
      }
      return () => {
        rows = before.rows
        leaves = before.leaves
        changes = before.changes
        openings = before.openings
        access = before.access
        happened = before.happened
      }
    },
    flush: async () => {
      if (leaves.length === 0) return
      const hashed = leaves.map((leaf) => ({ ...leaf, hash: leafHash(utf8(leaf.text)) }))
      const { frontier, nodes } = appendLeaves(
        head.frontier,
        hashed.map((leaf) => leaf.hash),
      )
      const size = head.size + leaves.length
      const checkpoint = { epoch: head.epoch, size, root: rootOfFrontier(frontier) }
      const note = await signCheckpoint(checkpoint, crypto.ledgerKey, crypto.sign)
      await ledger.append(hashed, nodes, { size, note })
      for (const opening of openings) await ledger.putOpenings(opening.n, opening.openings)
      await putChanges(ledger, rows, changes, at, load)
      const reader = readerOver(rows)
      const mails = happened.flatMap(({ event, cause }) => mailsOf(event, cause, reader, at))
      if (mails.length > 0) await ledger.putMails(mails, at)
      for (const { n, person } of access) {
        const row = rows.get(`person/${person}`)
        if (row?.kind === 'person') await putScopes(ledger, row, at, n)
      }
    },
  }
}

/** Hashes and commitments whose texts a rule may ask for. */
export function hashesIn(entity: Entity): Hash[] {
  if (entity.kind === 'ballot') {
    return [...entity.versions.map(({ hash }) => hash), ...(entity.draft ? [entity.draft.hash] : [])]
  }
  if (entity.kind === 'answers' || entity.kind === 'cast') {
    return entity.revisions.flatMap(({ answers }) => answers.flatMap((a) => [a.choiceCommit, a.textCommit]))
  }
  if (entity.kind === 'paper-vote') return [entity.answer.choiceCommit, entity.answer.textCommit]
  if (entity.kind === 'meeting' || entity.kind === 'vote') return [entity.contentHash]
  if (entity.kind === 'minutes') return entity.versions.map(({ hash }) => hash)
  if (entity.kind === 'item-session') {
    const { conclusions, records } = entity
    return [...conclusions.map(({ contentHash }) => contentHash), ...records.map((one) => one.noteCommit)]
  }
  if (entity.kind === 'agenda-item') {
    return [...new Set([...entity.versions.map(({ hash }) => hash), entity.contentHash])]
  }
  if (entity.kind === 'response') return hashesOfResponse(entity)
  if (entity.kind === 'task') return hashesOfTask(entity)
  if (entity.kind === 'agency-units' || entity.kind === 'task-split') return hashesOfUnits(entity)
  if (entity.kind === 'directive') return hashesOfDirective(entity)
  if (entity.kind === 'task-origin') return hashesOfOrigin(entity)
  if (entity.kind === 'position') return entity.taken.map(({ noteCommit }) => noteCommit)
  return []
}

const rowsAtOnce = 250

/** Each changed row once per leaf that changed it, with the scopes that follow; and the scopes of what hangs on it. */
async function putChanges(
  ledger: LedgerWrites,
  rows: Map<EntityKey, Entity>,
  changes: readonly Change[],
  at: Instant,
  load: LedgerBatch['load'],
): Promise<void> {
  const reader = readerOver(rows)
  await load(
    changes.flatMap(({ key }) => {
      const entity = rows.get(key)
      return entity ? ownerKeysOf(entity) : []
    }),
  )
  const heldBefore = await filesOfHolders(ledger, changes)
  const put: { key: EntityKey; entity: Entity; n: number; scopes: readonly Scope[] }[] = []
  for (const { n, key } of changes) {
    const entity = rows.get(key)
    if (entity) put.push({ key, entity, n, scopes: scopesOfEntity(entity, ownersOf(entity, reader)) })
  }
  // Thousands come with an import: writing them in parts gives the event loop back in between.
  for (let i = 0; i < put.length; i += rowsAtOnce) await ledger.putRows(put.slice(i, i + rowsAtOnce))
  const rescoped: { n: number; key: EntityKey }[] = []
  for (const { n, key, before } of mergedChanges(changes)) {
    const entity = rows.get(key)
    if (entity?.kind === 'person') await putScopes(ledger, entity, at, n)
    const prefixes = entity ? ownedBy(entity, before) : []
    if (prefixes.length > 0) rescoped.push(...(await putScopesOfOwned(ledger, prefixes, rows, n, load)))
  }
  await putDocumentScopes(ledger, [...changes, ...rescoped], heldBefore)
}

async function putScopesOfOwned(
  ledger: LedgerWrites,
  prefixes: readonly EntityKey[],
  rows: ReadonlyMap<EntityKey, Entity>,
  n: number,
  load: LedgerBatch['load'],
): Promise<{ n: number; key: EntityKey }[]> {
  const owned = (await ledger.rows([...prefixes])).map(({ key, entity }) => ({
    key,
    entity: rows.get(key) ?? entity,
  }))
  await load(owned.flatMap(({ entity }) => ownerKeysOf(entity)))
  const reader = readerOver(rows)
  const scoped = owned.map(({ key, entity }) => ({
    key,
    n,
    scopes: scopesOfEntity(entity, ownersOf(entity, reader)),
  }))
  if (scoped.length > 0) await ledger.setRowScopes(scoped)
  return scoped
}

const putScopes = (ledger: LedgerWrites, person: Person, at: Instant, n: number): Promise<void> =>
  ledger.setPersonScopes(person.id, scopesOfSubject(subjectOn(person, null, at)), n)

/** One for each row: how it stood first, and the last leaf that changed it. */
function mergedChanges(changes: readonly Change[]): Change[] {
  const merged = new Map<EntityKey, Change>()
  for (const change of changes) {
    const first = merged.get(change.key)
    merged.set(change.key, first ? { ...change, before: first.before } : change)
  }
  return [...merged.values()]
}
