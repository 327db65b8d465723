import { type Selectable, sql } from 'kysely'
import type { StoredLeaf, StoredRow } from '../app/ledger-port.ts'
import { type Schema, still } from './schema.ts'

/** Rows of the tables as the port speaks of them. */

export const leafColumns = ['n', 'at', 'text', 'act_id', 'server_id', 'person', 'device'] as const

export type LeafColumns = Selectable<Schema['leaf']>

export const toLeaf = (leaf: LeafColumns): StoredLeaf => ({
  n: leaf.n,
  at: leaf.at,
  text: leaf.text,
  actId: leaf.act_id,
  serverId: leaf.server_id,
  person: leaf.person,
  device: leaf.device,
})

export type StoredEntity = Pick<Selectable<Schema['entity']>, 'key' | 'n' | 'trail' | 'value'>

export const rowColumns = sql.raw('e.key, e.n, e.trail, e.value')

export const toRow = ({ key, n, trail, value }: StoredEntity): StoredRow => ({ key, n, trail, entity: value })

/** As a literal, so that the partial indices of open scopes are seen to fit. */
export const stillHeld = sql.raw(String(still))
