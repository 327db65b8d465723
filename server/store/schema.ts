import type { ColumnType, GeneratedAlways } from 'kysely'
import type { ProcessingFault } from '../../shared/domain/document.ts'
import type { Entity, EntityKey, EntityKind } from '../../shared/domain/entity.ts'
import type { ActId, DeviceId, Hash, PersonId } from '../../shared/domain/id.ts'
import type { Announced } from '../../shared/domain/restore.ts'
import type { Bytes } from '../../shared/lib/bytes.ts'
import type { Instant } from '../../shared/lib/time.ts'
import type { IntakeProgress } from '../../shared/protocol/api.ts'
import type { CheckIn, HandedIn } from '../app/restore-port.ts'

/**
 * The tables as Kysely sees them (migrations/). Rows come back as they were written, so their types are believed here;
 * whether the rows fit the ledger is for its replay to say.
 */
export type Schema = {
  leaf: {
    n: number
    at: Instant
    text: string
    act_id: ActId | null
    server_id: string | null
    person: PersonId | null
    device: DeviceId | null
  }
  tree_node: { level: number; index: number; hash: Bytes }
  checkpoint: { epoch: number; size: number; note: string }
  ledger_state: {
    one: boolean
    epoch: number
    announced: ColumnType<Announced | null, string | null, string | null>
  }
  handed_in: Omit<HandedIn, 'openings'> & { into_epoch: number; openings: string }
  restore_check_in: Omit<CheckIn, 'isDone'> & { into_epoch: number; is_done: boolean }
  entity: {
    key: EntityKey
    kind: EntityKind
    n: number
    trail: number[]
    value: ColumnType<Entity, string, string>
  }
  row_scope: { key: EntityKey; scope: string; since_n: number; until_n: number }
  person_scope: { person: PersonId; scope: string; since_n: number; until_n: number }
  opening: { commit: Hash; n: number; salt: string; value: Uint8Array }
  room: {
    name: string
    last_seq: number
    idle_since: ColumnType<Instant | null, Instant | null | undefined, Instant | null>
  }
  room_update: { room: string; seq: number; update: Uint8Array }
  account: { account: string; person: PersonId; password_hash: string }
  session: {
    token_hash: Hash
    person: PersonId
    device: DeviceId | null
    created_at: Instant
    expires_at: Instant
  }
  enrolment_code: { code_hash: Hash; person: PersonId; expires_at: Instant }
  attempt: { key: string; at: Instant; id: GeneratedAlways<number> }
  blob: {
    hash: Hash
    size: number
    begun_by: PersonId
    begun_at: Instant
    received: ColumnType<number, number | undefined, number>
    pages: ColumnType<number | null, number | null | undefined, number | null>
  }
  blob_piece: { hash: Hash; start: number; bytes: Uint8Array }
  derived_file: { hash: Hash; size: number; made_at: Instant }
  derived_piece: { hash: Hash; start: number; bytes: Uint8Array }
  intake_job: {
    document: Hash
    state: IntakeProgress['state']
    place: GeneratedAlways<number>
    attempts: number
    taken_until: number
    step: 'pages' | 'copy'
    done: number
    total: number
    fault: ProcessingFault | null
  }
  uptime: { server: string; first_at: Instant; last_at: Instant }
}

/** `until_n` of a scope still held: larger than every number, and exact in JavaScript. */
export const still = Number.MAX_SAFE_INTEGER
