import { inclusionNodes, inclusionPath } from '../../shared/ledger/merkle-path.ts'
import type { Receipt } from '../../shared/ledger/receipt.ts'
import { formatTlogProof } from '../../shared/ledger/tlog-proof.ts'
import { base64 } from '../../shared/lib/base64.ts'
import type { LedgerReads, StoredCheckpoint, StoredLeaf } from './ledger-port.ts'

/** Receipts of leaves by number, all under the newest checkpoint. */
export async function receiptsOf(
  numbers: readonly number[],
  ledger: Pick<LedgerReads, 'checkpoint' | 'leaves' | 'nodes'>,
): Promise<Map<number, Receipt>> {
  const receipts = new Map<number, Receipt>()
  if (numbers.length === 0) return receipts
  const checkpoint = await ledger.checkpoint()
  const leaves = await ledger.leaves(numbers)
  if (!checkpoint) return receipts
  const paths = await pathsOf(leaves, checkpoint, ledger)
  for (const [i, leaf] of leaves.entries()) {
    const proof = formatTlogProof({
      index: leaf.n,
      path: paths[i] ?? [],
      checkpoint: checkpoint.note,
      extra: null,
    })
    receipts.set(leaf.n, { leaf: leaf.text, proof })
  }
  return receipts
}

/** Inclusion paths in the order of the leaves. */
export async function pathsOf(
  leaves: readonly Pick<StoredLeaf, 'n'>[],
  { size }: StoredCheckpoint,
  ledger: Pick<LedgerReads, 'nodes'>,
) {
  const nodes = await ledger.nodes(leaves.flatMap(({ n }) => inclusionNodes(n, size)))
  return leaves.map(({ n }) => inclusionPath(n, size, nodes))
}

export const pathText = (path: readonly Uint8Array[]): string[] => path.map(base64)
