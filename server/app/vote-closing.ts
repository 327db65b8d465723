import { silencedWithin } from '../../shared/domain/restore.ts'
import { type VoteName, voteKey, voteTallyKey } from '../../shared/domain/vote.ts'
import { isVoteDue, voteClosingEntry, voteTallyEntry } from '../../shared/domain/vote-count.ts'
import { closingContext } from './closing.ts'
import type { LedgerBatch } from './ledger-batch.ts'
import type { StoredRow } from './ledger-port.ts'
import type { UptimeStore } from './ports.ts'
import { appendEntry } from './server-entry.ts'

/** The count, right after a vote has closed (G2). */
export async function countVote({ meeting, item, vote: id }: VoteName, batch: LedgerBatch): Promise<void> {
  const name = { meeting, item, vote: id }
  const of = `${meeting}/${item}/${id}/`
  await batch.load([voteKey(name), voteTallyKey(name), `cast/${of}`, `paper-vote/${of}`])
  const vote = batch.reader.get('vote', voteKey(name))
  const entry = vote && voteTallyEntry(vote, closingContext(batch))
  if (!entry) throw new Error(`vote ${id} closed without content to count`)
  await appendEntry(entry, batch)
}

/**
 * Closes every vote whose time has passed, at the start of each transaction, so that no cast slips in between (M6). Where the
 * server was away while the vote was open, members could not cast: the chair closes or extends.
 */
export async function runDueVotes(
  batch: LedgerBatch,
  due: readonly StoredRow[],
  uptime: Pick<UptimeStore, 'downBetween'>,
): Promise<void> {
  for (const { entity: vote } of due) {
    if (vote.kind !== 'vote' || !isVoteDue(vote, batch.at)) continue
    const name = { meeting: vote.meeting, item: vote.item, vote: vote.id }
    await batch.load([voteKey(name)])
    const from = vote.extensions.at(-1)?.at ?? vote.opened.at
    const down =
      silencedWithin(batch.reader.list('restore'), from, vote.closesAt) ??
      (await uptime.downBetween(from, vote.closesAt))
    const { voteDowntimeMs } = closingContext(batch).settings
    const wasAway = down !== null && down.to - down.from > voteDowntimeMs
    await appendEntry(voteClosingEntry(vote, wasAway ? down : null), batch)
    if (!wasAway) await countVote(name, batch)
  }
}
