import type { BallotId } from '../../../shared/domain/id.ts'
import { foldText } from '../../../shared/lib/text.ts'
import type { BallotDesk } from '../../app/ballot.ts'
import type { WorkingCopy } from '../../app/working-copy.ts'
import type { OwnReceipt } from '../own-receipt.ts'

/** Every receipt that a member has of one ballot, the newest first. */
export type BallotReceipts = {
  ballot: BallotId
  number: string | null
  /** Null where this device no longer holds the words. */
  title: string | null
  rows: OwnReceipt[]
}

/** Answers with their receipts by ballot, the ballot answered last first; `all` is newest first. */
export function receiptsByBallot(
  all: readonly OwnReceipt[],
  { reader, contentOf }: Pick<WorkingCopy, 'reader'> & Pick<BallotDesk, 'contentOf'>,
): BallotReceipts[] {
  const groups = new Map<BallotId, BallotReceipts>()
  for (const row of all) {
    if (row.act.kind !== 'answer-ballot') continue
    const { ballot, versionHash } = row.act.body
    const found = groups.get(ballot)
    if (found) found.rows.push(row)
    else {
      groups.set(ballot, {
        ballot,
        number: reader.get('ballot', `ballot/${ballot}`)?.number ?? null,
        title: contentOf(versionHash)?.title ?? null,
        rows: [row],
      })
    }
  }
  return [...groups.values()]
}

/** Plain letters find accented ones. */
export function isFoundBy({ number, title }: BallotReceipts, search: string): boolean {
  return foldText(`${number ?? ''} ${title ?? ''}`).includes(foldText(search.trim()))
}
