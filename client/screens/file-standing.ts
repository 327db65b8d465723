import type { TFunction } from 'i18next'
import type { BallotDocument } from '../../shared/domain/ballot.ts'
import { unreachable } from '../../shared/lib/unreachable.ts'
import type { OpenApp } from '../app/open-app.ts'

/** How far a document is on its way to this tablet, what was made of it for reading counted in. */
export type FileStanding =
  | { kind: 'ready' }
  | { kind: 'fetching'; percent: number }
  | { kind: 'waiting' }
  | { kind: 'no-room' }
  | { kind: 'freed' }

export function fileStanding(
  document: Pick<BallotDocument, 'hash' | 'size'>,
  { documents }: Pick<OpenApp, 'documents'>,
): FileStanding {
  if (documents.isReadable(document)) return { kind: 'ready' }
  if (documents.isLacking(document)) return { kind: 'no-room' }
  if (documents.isFreed(document)) return { kind: 'freed' }
  const have = documents.states().find(({ hash }) => hash === document.hash)?.have ?? 0
  // Never “100 %”: whole is only what was sealed and put away.
  const percent = Math.min(99, Math.floor((have / document.size) * 100))
  return percent > 0 ? { kind: 'fetching', percent } : { kind: 'waiting' }
}

export function fileStandingWord(t: TFunction, standing: FileStanding): string {
  switch (standing.kind) {
    case 'ready':
      return t('storage.ready')
    case 'fetching':
      return t('storage.fetching', { percent: standing.percent })
    case 'waiting':
      return t('storage.notBegun')
    case 'no-room':
      return t('storage.noRoom')
    case 'freed':
      return t('storage.removed')
    default:
      return unreachable(standing)
  }
}
