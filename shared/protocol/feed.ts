import { z } from 'zod'
import type { Entity } from '../domain/entity.ts'
import { bytesField, Hash } from '../domain/id.ts'
import { Opening } from './envelope.ts'
import { protocolVersion } from './version.ts'

/**
 * The feed: `GET /api/feed?epoch&after&tree`. `after` is the number up to which the device has everything (−1 at first),
 * `tree` the size of the last checkpoint it verified. Rows come in the order in which they last changed for this reader.
 */

export const FeedRow = z.strictObject({
  key: z.string().max(300),
  /** Ledger number that last changed the row, or its visibility to this reader. */
  n: z.int().min(0),
  /** The row: parse with `entitySchemaByKind[kind]`. */
  value: z.looseObject({ kind: z.string() }) as unknown as z.ZodType<Entity>,
  /** Texts behind the row's hashes and commitments, as far as this reader may see them. */
  openings: z.array(Opening),
  /** Numbers of all leaves whose events made the row, ascending; empty for kinds that are not proven (row-proof.ts). */
  trail: z.array(z.int().min(0)),
})
export type FeedRow = z.infer<typeof FeedRow>

export const FeedLeaf = z.strictObject({
  n: z.int().min(0),
  /** The leaf's exact text. */
  leaf: z.string(),
  /** Inclusion path (base64 hashes) to the page's checkpoint. */
  path: z.array(bytesField(32)).max(64),
})
export type FeedLeaf = z.infer<typeof FeedLeaf>

export const FeedPage = z.strictObject({
  protocol: z.literal(protocolVersion),
  epoch: z.int().min(0),
  /** Everything up to this number is now known to the reader; the next `after`. */
  upTo: z.int().min(-1),
  more: z.boolean(),
  rows: z.array(FeedRow),
  /** Keys that this reader may no longer see. */
  gone: z.array(z.string()),
  /** Leaves of the reader's own acts (their receipts), and those in the trails of proven rows. */
  leaves: z.array(FeedLeaf),
  /** Signed note (C2SP tlog-checkpoint) of the tree as it stands; null while the ledger is empty. */
  checkpoint: z.string().nullable(),
  /** Consistency path (base64 hashes) from `tree` to the checkpoint; empty where `tree` is 0. */
  consistency: z.array(bytesField(32)).max(64),
  /**
   * To who asks of an earlier epoch: the leaf by which two officers declared this one, its events with the size and root
   * of the ledger that was restored, and the consistency path from there to the checkpoint.
   */
  restored: z.strictObject({ declared: FeedLeaf, consistency: z.array(bytesField(32)).max(64) }).optional(),
})
export type FeedPage = z.infer<typeof FeedPage>

export const FeedQuery = z.object({
  epoch: z.coerce.number().int().min(0),
  after: z.coerce.number().int().min(-1),
  tree: z.coerce.number().int().min(0),
})
export type FeedQuery = z.infer<typeof FeedQuery>

/** What a device knows of the ledger; what its acts carry as anchor. */
export const KnownTree = z.strictObject({ epoch: z.int().min(0), size: z.int().min(0), root: Hash })
export type KnownTree = z.infer<typeof KnownTree>
