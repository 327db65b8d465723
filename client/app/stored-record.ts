import { z } from 'zod'
import { type Act, parseAct } from '../../shared/domain/act.ts'
import { type Entity, type EntityKind, entitySchemaByKind } from '../../shared/domain/entity.ts'
import { ActId, bytesField, DeviceId, Hash, InstantField, PersonId } from '../../shared/domain/id.ts'
import { Receipt } from '../../shared/ledger/receipt.ts'
import { ServerKeys } from '../../shared/protocol/api.ts'
import { Opening } from '../../shared/protocol/envelope.ts'
import { KnownTree } from '../../shared/protocol/feed.ts'
import type { ConfirmedRow, DeviceIdentity, FeedCursor } from './ports.ts'

/**
 * What lies on the tablet, as it is read back. A record that an older version wrote and this one does not understand counts
 * as damaged: it is told and left out, never half understood.
 */

const StoredAct = z.unknown().transform((value, context): Act => {
  const act = parseAct(value)
  if (act) return act
  context.addIssue({ code: 'custom', message: 'not an act' })
  return z.NEVER
})

const isKind = (kind: string): kind is EntityKind => Object.hasOwn(entitySchemaByKind, kind)

const StoredEntity = z.looseObject({ kind: z.string() }).transform((value, context): Entity => {
  const parsed = isKind(value.kind) ? entitySchemaByKind[value.kind].safeParse(value) : undefined
  if (parsed?.success) return parsed.data
  context.addIssue({ code: 'custom', message: 'not an entity' })
  return z.NEVER
})

export const StoredRow: z.ZodType<ConfirmedRow> = z.strictObject({
  key: z.string(),
  n: z.int(),
  entity: StoredEntity,
  openings: z.array(Opening),
  leaves: z.array(z.string()),
  /** Rows written before proofs were kept have none. */
  proofs: z.array(z.string()).default([]),
})

export const StoredCursor: z.ZodType<FeedCursor> = z.strictObject({
  epoch: z.int().min(0),
  after: z.int().min(-1),
  tree: KnownTree.nullable(),
  syncedAt: InstantField.nullable(),
})

/** The readable half of an outbox item; id, envelope and rejection lie beside it. */
export const StoredOutboxItem = z.strictObject({
  act: StoredAct,
  openings: z.array(Opening),
  storedAt: InstantField,
})

export const StoredSettledAct = z.strictObject({
  id: ActId,
  act: StoredAct,
  openings: z.array(Opening),
  receipt: Receipt,
  settledAt: InstantField,
})

/** The name under which notes lie; the notes themselves are bytes. `unsent`: what was written here may be nowhere else. */
export const StoredRoom = z.strictObject({ room: z.string(), unsent: z.boolean().default(true) })

export const StoredFile = z.strictObject({ hash: Hash, size: z.int().min(0), isComplete: z.boolean() })
export type StoredFile = z.infer<typeof StoredFile>

export const StoredIdentity: z.ZodType<DeviceIdentity> = z.strictObject({
  person: PersonId,
  device: DeviceId,
  label: z.string().nullable().default(null),
  publicKey: bytesField(65),
  keys: ServerKeys,
  state: z.enum(['pending', 'active', 'revoked']),
})

const base64Text = z.string().regex(/^[A-Za-z0-9+/]+=*$/)

/** Ways to the root key. A passkey will be a second member. */
const RootWrap = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('pass-phrase'),
    kdf: z.strictObject({
      name: z.literal('PBKDF2-SHA-256'),
      iterations: z.int().min(1),
      salt: bytesField(32),
    }),
    wrapped: base64Text,
  }),
])
export type RootWrap = z.infer<typeof RootWrap>

const StoredKeys = z.strictObject({
  v: z.literal(1),
  publicKey: bytesField(65),
  /** PKCS#8 sealed under a key derived from the root. */
  signingKey: base64Text,
  wraps: z.array(RootWrap).min(1),
})
export type StoredKeys = z.infer<typeof StoredKeys>

export const StoredFailures = z.strictObject({ count: z.int().min(0), lastAt: InstantField })

/** `sum` is the SHA-256 of the canonical JSON of `keys`. */
export const StoredKeyRecord = z.strictObject({ keys: StoredKeys, sum: Hash })
