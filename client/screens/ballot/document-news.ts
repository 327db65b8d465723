import type { BallotDocument } from '../../../shared/domain/ballot.ts'

/** What is new in a document for this reader: against the version of the ballot before, and what was opened here. */
export function documentNews(
  document: Pick<BallotDocument, 'id' | 'hash'>,
  before: readonly Pick<BallotDocument, 'id' | 'hash'>[] | undefined,
  wasOpened: boolean,
): 'read' | 'unread' | 'changed' | 'added' {
  if (wasOpened) return 'read'
  if (!before) return 'unread'
  const was = before.find(({ id }) => id === document.id)
  if (!was) return 'added'
  return was.hash === document.hash ? 'unread' : 'changed'
}
