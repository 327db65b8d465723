import type { Entity } from '../../../shared/domain/entity.ts'
import { instant } from '../../../shared/lib/time.ts'
import type { LedgerStore, LedgerWrites } from '../ledger-port.ts'
import { createMemoryReads } from './memory-ledger-reads.ts'
import { waiting } from './memory-mail.ts'
import { createMemoryRestoreWrites } from './memory-restore.ts'
import { appendToRooms } from './memory-rooms.ts'
import type { MemoryRow, MemoryState, MemoryStep } from './memory-state.ts'
import { replaceScopes } from './scope-span.ts'
import type { WriteLock } from './write-lock.ts'

export function createMemoryLedger(state: MemoryState, lock: WriteLock, step: MemoryStep): LedgerStore {
  return {
    read: createMemoryReads(state, 'committed', step),
    write: (work) =>
      lock.hold(async (isMine) => {
        let hasEnded = false
        const inside: MemoryStep = async (name) => {
          await step(name)
          if (hasEnded || !isMine()) throw new Error(`${name} after the end of its transaction`)
        }
        try {
          const result = await work(createWrites(state, inside))
          await inside('commit')
          state.commit()
          hasEnded = true
          await step('committed')
          return result
        } finally {
          hasEnded = true
          if (isMine()) state.rollback()
        }
      }),
  }
}

function createWrites(state: MemoryState, step: MemoryStep): LedgerWrites {
  const head = () =>
    state.heads.draft.get('head') ?? { epoch: 0, size: 0, lastAt: instant(0), checkpoint: null }
  return {
    ...createMemoryReads(state, 'draft', step),
    append: async (leaves, nodes, checkpoint) => {
      await step('append')
      let { size, lastAt } = head()
      for (const { hash: _, ...leaf } of leaves) {
        const { actId, serverId } = leaf
        if (leaf.n !== size || leaf.at < lastAt) throw new Error(`leaf ${leaf.n} does not follow the head`)
        if ((actId === null) === (serverId === null)) throw new Error('a leaf is of one act or one entry')
        if (actId !== null) putOnce(state.leafByAct.draft, actId, leaf.n)
        if (serverId !== null) putOnce(state.leafByServerId.draft, serverId, leaf.n)
        putOnce(state.leaves.draft, leaf.n, Object.freeze({ ...leaf }))
        size += 1
        lastAt = leaf.at
      }
      for (const { level, index, hash } of nodes) putOnce(state.nodes.draft, `${level}/${index}`, hash)
      if (checkpoint.size !== size) throw new Error('the checkpoint is not of the tree')
      state.heads.draft.put('head', { ...head(), size, lastAt, checkpoint })
    },
    putRows: async (rows) => {
      await step('putRows')
      for (const { key, entity, n, scopes } of rows) {
        const before = state.rows.draft.get(key)
        const trail = before?.trail ?? []
        state.rows.draft.put(key, {
          entity: frozen(entity),
          n,
          trail: trail.at(-1) === n ? trail : [...trail, n],
          spans: replaceScopes(before?.spans ?? [], scopes, n),
        })
      }
    },
    setRowScopes: async (rows) => {
      await step('setRowScopes')
      for (const { key, scopes, n } of rows) {
        const row: MemoryRow | undefined = state.rows.draft.get(key)
        if (row) state.rows.draft.put(key, { ...row, spans: replaceScopes(row.spans, scopes, n) })
      }
    },
    putOpenings: async (_n, openings) => {
      await step('putOpenings')
      for (const opening of openings) {
        if (!state.openings.draft.get(opening.commit)) state.openings.draft.put(opening.commit, opening)
      }
    },
    setPersonScopes: async (person, scopes, n) => {
      await step('setPersonScopes')
      const spans = replaceScopes(state.personSpans.draft.get(person) ?? [], scopes, n)
      state.personSpans.draft.put(person, spans)
    },
    putMails: async (mails, at) => {
      await step('putMails')
      for (const mail of mails) {
        if (!state.mailAddresses.draft.get(mail.owner) || state.mails.draft.get(mail.id)) continue
        state.mails.draft.put(mail.id, waiting(mail, at))
      }
    },
    appendRoomUpdates: async (batch) => {
      await step('appendRoomUpdates')
      return appendToRooms(state.rooms.draft, batch)
    },
    ...createMemoryRestoreWrites(state, step),
  }
}

function putOnce<K, V>(
  table: { get(key: K): V | undefined; put(key: K, value: V): void },
  key: K,
  value: V,
): void {
  if (table.get(key) !== undefined) throw new Error(`${key} is there already`)
  table.put(key, value)
}

/** Rows are values: whoever changes one in place is told at once. */
function frozen(entity: Entity): Entity {
  const freeze = (value: unknown): void => {
    if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return
    Object.freeze(value)
    for (const part of Object.values(value)) freeze(part)
  }
  freeze(entity)
  return entity
}
