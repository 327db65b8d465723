import type { BallotId } from '../domain/id.ts'
import { type Entry, entryEvents } from '../protocol/leaf.ts'

/** Whether a ledger entry is about a ballot: by what was asked, whatever the verdict, or by what followed. */
export function isOfBallot(entry: Entry, ballot: BallotId): boolean {
  const named = (value: object) => 'ballot' in value && value.ballot === ballot
  if (entry.kind === 'act') {
    const { kind, body } = entry.act
    if (named(body) || (kind === 'propose' && named(body.proposal))) return true
  }
  return entryEvents(entry).some((event) => named(event) || (event.kind === 'confirmed' && named(event.body)))
}
