import type { Entity, EntityKey } from '../../shared/domain/entity.ts'
import { hex } from '../../shared/lib/bytes.ts'
import type { LedgerHead } from './ledger-port.ts'

/** What every transaction reads: who is who, the settings, whether a restore is under way. */
export const standingKeys: readonly EntityKey[] = ['person/', 'settings', 'restore/']

export type StandingRows = ReadonlyMap<EntityKey, Entity>

/** Kept from one transaction for the next one, where nobody else has written in between: hundreds of people, to open one door. */
export type KeptStandingRows = {
  /** Null where the ledger does not stand as it was left. */
  at(head: LedgerHead): StandingRows | null
  /** After the commit. */
  keep(head: LedgerHead, rows: StandingRows): void
  forget(): void
}

const printOf = ({ epoch, size, frontier }: LedgerHead): string =>
  [epoch, size, ...frontier.hashes.map(hex)].join('/')

export function createKeptStandingRows(): KeptStandingRows {
  let kept: { print: string; rows: StandingRows } | null = null
  return {
    at: (head) => (kept?.print === printOf(head) ? kept.rows : null),
    keep: (head, rows) => {
      kept = { print: printOf(head), rows }
    },
    forget: () => {
      kept = null
    },
  }
}

export const isStanding = (key: EntityKey): boolean =>
  standingKeys.some((one) => (one.endsWith('/') ? key.startsWith(one) : key === one))
