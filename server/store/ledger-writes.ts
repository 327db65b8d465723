import { sql } from 'kysely'
import type { EntityKey } from '../../shared/domain/entity.ts'
import { appendLeaves } from '../../shared/ledger/frontier.ts'
import { utf8 } from '../../shared/lib/bytes.ts'
import type { LedgerHead, LedgerWrites, StoredCheckpoint } from '../app/ledger-port.ts'
import { createLedgerReads } from './ledger-reads.ts'
import { stillHeld } from './ledger-row.ts'
import { putMails } from './mail-store.ts'
import type { Sql } from './postgres.ts'
import { createRestoreWrites } from './restore-store.ts'
import { appendRoomUpdates } from './room-store.ts'
import {
  noScopeChanges,
  type OpenSpans,
  openSpans,
  replaceScopes,
  writeScopeChanges,
} from './scope-changes.ts'

/** Writes of one transaction of the ledger, under its lock. */
export function createLedgerWrites(db: Sql): LedgerWrites {
  const reads = createLedgerReads(db)
  const restore = createRestoreWrites(db)
  // Nobody else moves the head while the lock is held.
  let known: LedgerHead | null = null
  const head = async () => {
    known ??= await reads.head()
    return known
  }
  return {
    ...reads,
    head,
    append: async (leaves, nodes, checkpoint) => {
      const before = await head()
      known = headAfter(before, leaves, checkpoint.size)
      await insertLeaves(db, leaves, nodes, { ...checkpoint, epoch: before.epoch })
    },
    putMails: (mails, at) => putMails(db, mails, at),
    putRows: async (rows) => {
      if (rows.length === 0) return
      const stored = await storedRows(
        db,
        rows.map(({ key }) => key),
      )
      const changes = noScopeChanges()
      const last = new Map<EntityKey, { row: (typeof rows)[number]; added: number[] }>()
      for (const row of rows) {
        const { n, open } = stored.get(row.key) ?? { n: null, open: new Map() }
        const added = last.get(row.key)?.added ?? []
        const before = added.at(-1) ?? n
        last.set(row.key, { row, added: before === row.n ? added : [...added, row.n] })
        replaceScopes(row.key, open, row, changes)
      }
      const values = [...last.values()]
      await sql`
        insert into entity (key, kind, n, trail, value)
        select s.key, s.kind, s.n, s.added::bigint[], s.value::jsonb from unnest(
          ${values.map(({ row }) => row.key)}::text[], ${values.map(({ row }) => row.entity.kind)}::text[],
          ${values.map(({ row }) => row.n)}::bigint[], ${values.map(({ added }) => `{${added.join(',')}}`)}::text[],
          ${values.map(({ row }) => JSON.stringify(row.entity))}::text[]
        ) as s(key, kind, n, added, value)
        on conflict (key) do update
          set n = excluded.n, trail = entity.trail || excluded.trail, value = excluded.value`.execute(db)
      await writeScopeChanges(db, 'row_scope', changes)
    },
    setRowScopes: async (rows) => {
      if (rows.length === 0) return
      const stored = await storedRows(
        db,
        rows.map(({ key }) => key),
      )
      const changes = noScopeChanges()
      for (const row of rows) {
        const known = stored.get(row.key)
        if (known?.n !== null && known !== undefined) replaceScopes(row.key, known.open, row, changes)
      }
      await writeScopeChanges(db, 'row_scope', changes)
    },
    putOpenings: async (n, openings) => {
      if (openings.length === 0) return
      await sql`
        insert into opening (commit, n, salt, value)
        select s.commit, ${n}::bigint, s.salt, s.value from unnest(
          ${openings.map(({ commit }) => commit)}::text[], ${openings.map(({ salt }) => salt)}::text[],
          ${openings.map(({ value }) => Buffer.from(utf8(value)))}::bytea[]
        ) as s(commit, salt, value)
        on conflict (commit) do nothing`.execute(db)
    },
    setPersonScopes: async (person, scopes, n) => {
      const { rows } = await sql<{ scope: string; since: number }>`
        select scope, since_n as since from person_scope
        where person = ${person} and until_n = ${stillHeld}`.execute(db)
      const open = openSpans(
        person,
        rows.map(({ scope }) => scope),
        rows.map(({ since }) => since),
      )
      const changes = noScopeChanges()
      replaceScopes(person, open, { scopes, n }, changes)
      await writeScopeChanges(db, 'person_scope', changes)
    },
    appendRoomUpdates: (batch) => appendRoomUpdates(db, batch),
    ...restore,
    announce: async (announced, note) => {
      await restore.announce(announced, note)
      known = null
    },
  }
}

type NewLeaves = Parameters<LedgerWrites['append']>[0]

/** @throws on leaves that do not follow the head: a gap can never be mended. */
function headAfter(head: LedgerHead, leaves: NewLeaves, sizeAfter: number): LedgerHead {
  let { size, lastAt } = head
  for (const { n, at } of leaves) {
    if (n !== size || at < lastAt) throw new Error(`leaf ${n} does not follow the head`)
    size += 1
    lastAt = at
  }
  if (sizeAfter !== size) throw new Error('the checkpoint is not of the tree')
  const hashes = leaves.map(({ hash }) => hash)
  return { epoch: head.epoch, size, lastAt, frontier: appendLeaves(head.frontier, hashes).frontier }
}

async function insertLeaves(
  db: Sql,
  leaves: NewLeaves,
  nodes: Parameters<LedgerWrites['append']>[1],
  checkpoint: StoredCheckpoint & { epoch: number },
): Promise<void> {
  await sql`
    with l as (
      insert into leaf (n, at, text, act_id, server_id, person, device)
      select * from unnest(
        ${leaves.map(({ n }) => n)}::bigint[], ${leaves.map(({ at }) => at)}::bigint[],
        ${leaves.map(({ text }) => text)}::text[], ${leaves.map(({ actId }) => actId)}::text[],
        ${leaves.map(({ serverId }) => serverId)}::text[], ${leaves.map(({ person }) => person)}::text[],
        ${leaves.map(({ device }) => device)}::text[])
    ), t as (
      insert into tree_node (level, index, hash)
      select * from unnest(
        ${nodes.map(({ level }) => level)}::smallint[], ${nodes.map(({ index }) => index)}::bigint[],
        ${nodes.map(({ hash }) => Buffer.from(hash))}::bytea[])
    )
    insert into checkpoint (epoch, size, note)
    values (${checkpoint.epoch}, ${checkpoint.size}, ${checkpoint.note})`.execute(db)
}

type Stored = { n: number | null; open: OpenSpans }

async function storedRows(db: Sql, keys: readonly EntityKey[]): Promise<Map<EntityKey, Stored>> {
  const { rows } = await sql<{
    key: EntityKey
    n: number | null
    scopes: string[] | null
    sinces: number[] | null
  }>`
    select k.key, e.n, r.scopes, r.sinces from unnest(${[...new Set(keys)]}::text[]) as k(key)
      left join entity as e on e.key = k.key
      left join lateral (
        select array_agg(scope) as scopes, array_agg(since_n) as sinces from row_scope
        where key = k.key and until_n = ${stillHeld}) as r on true`.execute(db)
  return new Map(
    rows.map(({ key, n, scopes, sinces }) => [key, { n, open: openSpans(key, scopes ?? [], sinces ?? []) }]),
  )
}
