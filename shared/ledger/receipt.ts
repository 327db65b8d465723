import { z } from 'zod'
import { utf8 } from '../lib/bytes.ts'
import { fail, ok, type Result } from '../lib/result.ts'
import { type Checkpoint, type CheckpointFailure, type LedgerKey, openCheckpoint } from './checkpoint.ts'
import { leafHash, verifyInclusion } from './merkle.ts'
import type { VerifyEd25519 } from './signed-note.ts'
import { parseTlogProof } from './tlog-proof.ts'

/**
 * The Office's acknowledgement of a leaf, verdict included (O1): "recorded" is shown only after `verifyReceipt` has
 * passed on the tablet itself.
 * `leaf` is the leaf's RFC 8785 text, `proof` a C2SP tlog-proof over its UTF-8 bytes.
 */
export const Receipt = z.strictObject({ leaf: z.string(), proof: z.string() })
export type Receipt = z.infer<typeof Receipt>

/** @property index zero-based place of the leaf in the tree of the checkpoint's epoch */
export type VerifiedReceipt = { index: number; leaf: string; checkpoint: Checkpoint }

export type ReceiptFailure =
  | CheckpointFailure
  | { kind: 'malformed-leaf' }
  | { kind: 'malformed-proof' }
  | { kind: 'not-in-tree'; index: number; size: number }

/** Says that the ledger's key stands for this leaf at this place; what the leaf says is for the caller to read. */
export async function verifyReceipt(
  { leaf, proof }: Receipt,
  ledgerKey: LedgerKey,
  verify: VerifyEd25519,
): Promise<Result<VerifiedReceipt, ReceiptFailure>> {
  if (!leaf.isWellFormed()) return fail({ kind: 'malformed-leaf' })
  const parsed = parseTlogProof(proof)
  // Extra data is signed by nobody and proves nothing: a receipt that carries some was not written by this ledger.
  if (!parsed || parsed.extra) return fail({ kind: 'malformed-proof' })
  const opened = await openCheckpoint(parsed.checkpoint, ledgerKey, verify)
  if (!opened.ok) return opened
  const checkpoint = opened.value
  const { index, path } = parsed
  const { size, root } = checkpoint
  const isIncluded = verifyInclusion({ leafHash: leafHash(utf8(leaf)), index, size, path, root })
  return isIncluded ? ok({ index, leaf, checkpoint }) : fail({ kind: 'not-in-tree', index, size })
}
