import { sql } from 'kysely'
import type { EntityKind, EntityOf } from '../../shared/domain/entity.ts'
import type { Hash, PersonId } from '../../shared/domain/id.ts'
import { underWay } from '../../shared/domain/task.ts'
import { frontierNodes } from '../../shared/ledger/frontier.ts'
import type { NodeReader, TreeNode } from '../../shared/ledger/tree-node.ts'
import { fromUtf8 } from '../../shared/lib/bytes.ts'
import type { Instant } from '../../shared/lib/time.ts'
import type { LedgerHead, LedgerReads, Reached, StoredLeaf, StoredRow } from '../app/ledger-port.ts'
import { selectFeed, selectNews, selectReaders } from './ledger-feed.ts'
import { selectMoved } from './ledger-moved.ts'
import { leafColumns, rowColumns, type StoredEntity, stillHeld, toLeaf, toRow } from './ledger-row.ts'
import type { Sql } from './postgres.ts'
import { createRestoreReads } from './restore-store.ts'

/** Reads of the ledger: on the pool they see what is committed, on a transaction what it has written too. */
export function createLedgerReads(db: Sql): LedgerReads {
  const someRows = async (where: ReturnType<typeof sql<unknown>>): Promise<StoredRow[]> => {
    const { rows } = await sql<StoredEntity>`
      select ${rowColumns} from entity as e where ${where} order by e.key`.execute(db)
    return rows.map(toRow)
  }
  const isOfKind = <K extends EntityKind>(
    kind: K,
    row: StoredRow,
  ): row is StoredRow & { entity: EntityOf<K> } => row.entity.kind === kind
  const nodes = (wanted: readonly TreeNode[]) => readNodes(db, wanted)

  return {
    ...createRestoreReads(db),
    nodes,
    head: () => readHead(db),
    reached: () => readReached(db),
    checkpoint: async () =>
      (await db
        .selectFrom('checkpoint')
        .select(['size', 'note'])
        .orderBy('epoch', 'desc')
        .orderBy('size', 'desc')
        .limit(1)
        .executeTakeFirst()) ?? null,
    leafOfAct: async (id) => {
      const leaf = await db.selectFrom('leaf').select(leafColumns).where('act_id', '=', id).executeTakeFirst()
      return leaf && toLeaf(leaf)
    },
    hasServerEntry: async (id) =>
      (await db.selectFrom('leaf').select('n').where('server_id', '=', id).executeTakeFirst()) !== undefined,
    leaves: async (numbers): Promise<StoredLeaf[]> => {
      if (numbers.length === 0) return []
      const leaves = await db
        .selectFrom('leaf')
        .select(leafColumns)
        .where(sql<boolean>`n = any(${[...numbers]}::bigint[])`)
        .orderBy('n')
        .execute()
      return leaves.map(toLeaf)
    },
    leavesFrom: async (from, limit) => {
      const query = db.selectFrom('leaf').select(leafColumns).where('n', '>=', from)
      return (await query.orderBy('n').limit(limit).execute()).map(toLeaf)
    },
    firstEntryAfter: async (at) => {
      const query = db.selectFrom('leaf').select('n').where('at', '>', at)
      return (await query.orderBy('at').orderBy('n').limit(1).executeTakeFirst())?.n ?? null
    },
    rows: async (keys) => {
      if (keys.length === 0) return []
      // "0" follows "/": all keys that begin with the prefix lie between the two. Each is a range of its own, since of a
      // join with a list of ranges the planner makes a walk over the whole table.
      const ranges = keys
        .filter((key) => key.endsWith('/'))
        .map((prefix) => sql` or (e.key > ${prefix} and e.key < ${`${prefix.slice(0, -1)}0`})`)
      return someRows(sql`e.key = any(${[...keys]}::text[])${sql.join(ranges, sql``)}`)
    },
    rowsOfKind: async (kind) => (await someRows(sql`e.kind = ${kind}`)).filter((row) => isOfKind(kind, row)),
    rowsChanged: async (kind, after, limit) => {
      const { rows } = await sql<StoredEntity>`
        select ${rowColumns} from entity as e
          where e.kind = ${kind} and (e.n, e.key) > (${after.n}, ${after.key})
          order by e.n, e.key limit ${limit}`.execute(db)
      return rows.map(toRow).filter((row) => isOfKind(kind, row))
    },
    ballotsDue: (at) => someRows(isBallotDue(at)),
    due: (at) =>
      // One look into the index of each, which an "or" would not be sure to take.
      someRows(
        sql`e.key = any(array(
          select e.key from entity as e where ${isBallotDue(at)}
          union all
          select e.key from entity as e where ${isVoteDue(at)}
          union all
          select e.key from entity as e where ${isAdmissionDue(at)}))`,
      ),
    tasksDue: (by) =>
      someRows(
        sql`e.kind = 'task' and e.value -> 'phase' ->> 'state' = any(${[...underWay]}::text[])
          and e.value ->> 'deadline' <= ${by}`,
      ),
    tasksOfPapers: async (numbers) =>
      numbers.length === 0
        ? []
        : someRows(sql`e.kind = 'task' and e.value -> 'source' ->> 'number' = any(${[...numbers]}::text[])`),
    openTasksOf: (agency) =>
      someRows(
        sql`e.kind = 'task' and e.value -> 'phase' ->> 'state' not in ('confirmed', 'cancelled')
          and (e.value ->> 'leadAgency' = ${agency}
            or e.value -> 'supporting' @> ${JSON.stringify([agency])}::jsonb)`,
      ),
    openings: async (commits) => {
      if (commits.length === 0) return new Map()
      const found = await db
        .selectFrom('opening')
        .select(['commit', 'salt', 'value'])
        .where(sql<boolean>`commit = any(${[...new Set(commits)]}::text[])`)
        .execute()
      return new Map(
        found.map(({ commit, salt, value }) => [commit, { commit, salt, value: fromUtf8(value) }] as const),
      )
    },
    file: async (hash) => {
      const blob = await db
        .selectFrom('blob')
        .select(['size', 'pages'])
        .where('hash', '=', hash)
        .executeTakeFirst()
      // A workbook has no pages: it is no document.
      return blob?.pages ? { size: blob.size, pages: blob.pages } : undefined
    },
    holdersOfFiles: (hashes) => someRows(heldBy(hashes)),
    scopesOfPerson: async (person: PersonId) => {
      const { rows } = await sql<{ scope: string }>`
        select scope from person_scope where person = ${person} and until_n = ${stillHeld}
        order by scope collate "C"`.execute(db)
      return rows.map(({ scope }) => scope)
    },
    readersOf: (after, upTo) => selectReaders(db, after, upTo),
    moved: (after) => selectMoved(db, after),
    feed: async (query) => {
      if (db.isTransaction) return await selectFeed(db, query)
      const news = query.after < 0 ? null : await selectNews(db, query)
      if (news) return news
      return await db
        .transaction()
        .setIsolationLevel('repeatable read')
        .setAccessMode('read only')
        .execute((snapshot) => selectFeed(snapshot, query))
    },
  }
}

const isBallotDue = (at: Instant) => sql`e.kind = 'ballot' and e.value -> 'phase' ->> 'state' = 'issued'
  and (e.value ->> 'deadlineAt')::bigint < ${at}`

const isVoteDue = (at: Instant) => sql`e.kind = 'vote' and e.value -> 'phase' ->> 'state' = 'open'
  and (e.value ->> 'closesAt')::bigint < ${at}`

const isAdmissionDue = (
  at: Instant,
) => sql`e.kind = 'agenda-item' and e.value -> 'admissions' @> '[{"endedAt": null}]'
  and exists (select from jsonb_array_elements(e.value -> 'admissions') as a
    where a ->> 'endedAt' is null and (a ->> 'to')::bigint < ${at})`

/** One look into an index for each hash: of a whole list the planner would make a walk over the table. */
const heldBy = (
  hashes: readonly Hash[],
) => sql`e.kind in ('ballot', 'agenda-item', 'paper-vote', 'directive', 'task') and e.key = any(array(
  with wanted as materialized (select distinct unnest(${[...hashes]}::text[]) as hash),
  files as materialized (
    select hash from wanted
    union
    select d.value ->> 'id' from wanted as w join entity as d on d.kind = 'document'
      and d.value -> 'derived' @> jsonb_build_array(jsonb_build_object('hash', w.hash))
  )
  select b.key from files as f
    join entity as b on b.kind in ('ballot', 'agenda-item', 'paper-vote', 'directive', 'task') and b.value -> 'files' @> to_jsonb(f.hash)
  union
  select 'ballot/' || (c.value ->> 'ballot') from wanted as w join entity as c on c.kind = 'comparison'
    and c.value -> 'derived' @> jsonb_build_array(jsonb_build_object('hash', w.hash))))`

/** The perfect subtrees of a tree of `size` leaves: one for each bit that is set, the largest first (frontierNodes). */
async function readHead(db: Sql): Promise<LedgerHead> {
  const { rows } = await sql<{ epoch: number; size: number; lastAt: Instant; hashes: Uint8Array[] }>`
    select s.epoch, h.size, h.at as "lastAt", array(
      select t.hash from generate_series(0, 52) as b(level)
        join tree_node as t on t.level = b.level and t.index = (h.size >> b.level) - 1
        where (h.size >> b.level) & 1 = 1 order by b.level desc) as hashes
    from ledger_state as s, lateral (
      select coalesce(max(n) + 1, 0) as size, coalesce(max(at), 0) as at
      from (select n, at from leaf order by n desc limit 1) as l) as h`.execute(db)
  const [head] = rows
  if (!head) throw new Error('the ledger has no state')
  const { epoch, size, lastAt } = head
  const hashes = head.hashes.map((hash) => new Uint8Array(hash))
  if (hashes.length !== frontierNodes(size).length) throw new Error(`the tree of ${size} leaves has holes`)
  return { epoch, size, lastAt, frontier: { size, hashes } }
}

async function readReached(db: Sql): Promise<Reached> {
  const { rows } = await sql<Reached>`
    select epoch, (select coalesce(max(n), -1) from leaf) as "upTo" from ledger_state`.execute(db)
  const [reached] = rows
  if (!reached) throw new Error('the ledger has no state')
  return reached
}

async function readNodes(db: Sql, wanted: readonly TreeNode[]): Promise<NodeReader> {
  const found = new Map<string, Uint8Array<ArrayBuffer>>()
  if (wanted.length > 0) {
    const levels = wanted.map(({ level }) => level)
    const indices = wanted.map(({ index }) => index)
    const { rows } = await sql<{ level: number; index: number; hash: Uint8Array }>`
      select t.level, t.index, t.hash
      from unnest(${levels}::smallint[], ${indices}::bigint[]) as w(level, index)
      join tree_node as t on t.level = w.level and t.index = w.index`.execute(db)
    for (const { level, index, hash } of rows) found.set(`${level}/${index}`, new Uint8Array(hash))
  }
  const read: NodeReader = (level, index) => {
    const hash = found.get(`${level}/${index}`)
    if (!hash) throw new RangeError(`no tree node at level ${level}, index ${index}`)
    return hash
  }
  for (const { level, index } of wanted) read(level, index)
  return read
}
