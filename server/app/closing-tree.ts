import { Hash } from '../../shared/domain/id.ts'
import { frontierAt, frontierNodes, rootOfFrontier } from '../../shared/ledger/frontier.ts'
import { consistencyNodes, consistencyPath } from '../../shared/ledger/merkle-path.ts'
import { hex } from '../../shared/lib/bytes.ts'
import type { LedgerReads } from './ledger-port.ts'
import { pathText } from './receipts.ts'

/** The ledger as it was at a count, and the way from there to a checkpoint: what paper and archive tell of one ballot alike. */
export async function closingTree(size1: number, size2: number, ledger: Pick<LedgerReads, 'nodes'>) {
  const nodes = await ledger.nodes([...frontierNodes(size1), ...consistencyNodes(size1, size2)])
  return {
    size: size1,
    root: Hash.parse(hex(rootOfFrontier(frontierAt(size1, nodes)))),
    consistency: pathText(consistencyPath(size1, size2, nodes)),
  }
}
