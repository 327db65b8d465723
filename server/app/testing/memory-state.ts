import type { Entity, EntityKey } from '../../../shared/domain/entity.ts'
import type { Hash, PersonId } from '../../../shared/domain/id.ts'
import type { Announced } from '../../../shared/domain/restore.ts'
import type { Bytes } from '../../../shared/lib/bytes.ts'
import type { Instant } from '../../../shared/lib/time.ts'
import type { IntakeProgress } from '../../../shared/protocol/api.ts'
import type { Opening } from '../../../shared/protocol/envelope.ts'
import type { MailFault } from '../../../shared/protocol/mail.ts'
import type { StoredCheckpoint, StoredLeaf } from '../ledger-port.ts'
import type { Mail, MailOwner } from '../mail-port.ts'
import type { Account, Session } from '../ports.ts'
import type { CheckIn, HandedIn } from '../restore-port.ts'
import type { RoomRow } from '../room-port.ts'
import type { ScopeSpan } from '../shared-spans.ts'
import { createMemoryTable } from './memory-table.ts'

export type MemoryRow = { entity: Entity; n: number; trail: number[]; spans: ScopeSpan[] }

export type MemoryBlob = {
  size: number
  by: PersonId
  begunAt: Instant
  pages: number | null
  received: number
  pieces: readonly Uint8Array[]
}

export type MemoryDerived = { bytes: Uint8Array; madeAt: Instant }

export type MemoryIntakeJob = { progress: IntakeProgress; attempts: number; takenUntil: Instant }

export type MemoryMail = Mail & {
  writtenAt: Instant
  dueAt: Instant
  tries: number
  state: 'waiting' | 'sent' | 'given-up'
  settledAt: Instant | null
  fault: MailFault | null
}

/** The tables of the memory database: the disk that several servers share and that outlives them. */
export function createMemoryState() {
  const tables = {
    heads: createMemoryTable<
      'head',
      { epoch: number; size: number; lastAt: Instant; checkpoint: StoredCheckpoint | null }
    >(),
    leaves: createMemoryTable<number, StoredLeaf>(),
    leafByAct: createMemoryTable<string, number>(),
    leafByServerId: createMemoryTable<string, number>(),
    nodes: createMemoryTable<string, Bytes>(),
    rows: createMemoryTable<EntityKey, MemoryRow>(),
    personSpans: createMemoryTable<PersonId, ScopeSpan[]>(),
    openings: createMemoryTable<Hash, Opening>(),
    announced: createMemoryTable<'announced', Announced>(),
    handedIn: createMemoryTable<string, HandedIn & { into: number }>(),
    checkIns: createMemoryTable<string, CheckIn & { into: number }>(),
    rooms: createMemoryTable<string, readonly RoomRow[]>(),
    accounts: createMemoryTable<string, Account>(),
    sessions: createMemoryTable<Hash, Session>(),
    codes: createMemoryTable<Hash, { person: PersonId; expiresAt: Instant }>(),
    attempts: createMemoryTable<string, readonly Instant[]>(),
    blobs: createMemoryTable<Hash, MemoryBlob>(),
    derived: createMemoryTable<Hash, MemoryDerived>(),
    intakeJobs: createMemoryTable<Hash, MemoryIntakeJob>(),
    mails: createMemoryTable<string, MemoryMail>(),
    mailAddresses: createMemoryTable<MailOwner, string>(),
    beats: createMemoryTable<string, { from: Instant; to: Instant }>(),
  }
  const all = Object.values(tables)
  return {
    ...tables,
    commit: () => {
      for (const table of all) table.commit()
    },
    rollback: () => {
      for (const table of all) table.rollback()
    },
    snapshot: (): (() => void) => {
      const restores = all.map((table) => table.snapshot())
      return () => {
        for (const restore of restores) restore()
      }
    },
  }
}

export type MemoryState = ReturnType<typeof createMemoryState>

/** Awaited before each step of each operation, under its name: where a schedule puts delays and kills. */
export type MemoryStep = (name: string) => Promise<void>
