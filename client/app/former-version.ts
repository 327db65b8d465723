import type { BallotContent } from '../../shared/domain/ballot.ts'
import type { BallotDesk, BallotView } from './ballot.ts'
import { type ContentChange, contentChanges } from './content-change.ts'

/** A former version of a ballot and what became of it (B5). */
export type Amendment = { from: number; was: BallotContent; changes: ContentChange[] }

/**
 * What changed since the version that the member answered, or else since the one before.
 * @returns null for a first version, and where this device does not hold the former words
 */
export function amendmentOf(
  view: BallotView,
  { contentOf }: Pick<BallotDesk, 'contentOf'>,
): Amendment | null {
  const { ballot, version, content, mine } = view
  const answered = 'said' in mine && mine.said.versionHash !== version.hash ? mine.said.versionHash : null
  const former =
    ballot.versions.findLast(({ hash }) => hash === answered) ??
    ballot.versions.findLast(({ no }) => no < version.no)
  const was = former && contentOf(former.hash)
  return was ? { from: former.no, was, changes: contentChanges(was, content) } : null
}
