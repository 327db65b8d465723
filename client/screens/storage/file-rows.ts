import type { BallotDocument } from '../../../shared/domain/ballot.ts'
import type { Hash } from '../../../shared/domain/id.ts'
import { dayOf, formatDay } from '../../../shared/lib/time.ts'
import { useWords } from '../../ui/i18n.ts'
import { useApp } from '../app-context.tsx'
import { type FileStanding, fileStanding } from '../file-standing.ts'

export type FileRow = {
  hash: Hash
  title: string
  of: string
  size: number
  standing: FileStanding
  /** Null where no dossier names it any more. */
  document: BallotDocument | null
}

/**
 * What ballots and meetings name, in their order, and then what lies here and nothing names any more. What was made of a
 * document for its readers counts with it.
 */
export function useFileRows(): FileRow[] {
  const app = useApp()
  const { ballots, meetings, documents } = app
  const { t } = useWords()
  const rows = new Map<Hash, FileRow>()
  const named = new Set<Hash>()
  const add = (document: BallotDocument, of: string) => {
    if (rows.has(document.hash)) return
    const files = documents.filesOf(document)
    for (const { hash } of files) named.add(hash)
    const size = files.reduce((sum, file) => sum + file.size, 0)
    const { hash, title } = document
    rows.set(hash, { hash, title, of, size, standing: fileStanding(document, app), document })
  }
  for (const { ballot, content } of ballots.list()) {
    // Withdrawn: nothing of it is wanted here.
    if (ballot.phase.state === 'recalled') continue
    const of = t('storage.ofBallot', { number: ballot.number ?? '' })
    for (const document of content.documents) add(document, of)
  }
  for (const { meeting, items, withdrawn } of meetings.list()) {
    const of = t('storage.ofMeeting', { day: formatDay(dayOf(meeting.startsAt)) })
    for (const { content } of [...items, ...withdrawn]) {
      for (const document of content.documents) add(document, of)
    }
  }
  for (const { hash, size, have, isComplete } of documents.states()) {
    if (named.has(hash)) continue
    const standing: FileStanding = isComplete
      ? { kind: 'ready' }
      : { kind: 'fetching', percent: Math.min(99, Math.floor((have / size) * 100)) }
    rows.set(hash, { hash, title: t('storage.unnamed'), of: '', size, standing, document: null })
  }
  return [...rows.values()]
}
