import type { Ballot } from '../../shared/domain/ballot.ts'
import { documentStandings } from '../app/document-standing.ts'
import { useApp } from './app-context.tsx'

/** Of each document of a ballot whether its reader has opened it, and whether it came late. */
export function useStandings(ballot: Ballot) {
  const app = useApp()
  return documentStandings(ballot, {
    contentOf: app.ballots.contentOf,
    isOpened: (hash) => app.openedDocuments.has(ballot.id, hash),
  })
}
