import { useNavigate } from 'react-router'
import type { BallotId } from '../../shared/domain/id.ts'
import { useApp } from './app-context.tsx'
import { paths } from './paths.ts'

/** Goes to the search of one ballot's dossier, with words that were already typed; null for whom there is none. */
export function useSearchDossier(ballot: BallotId | null): ((query: string) => void) | null {
  const app = useApp()
  const navigate = useNavigate()
  if (ballot === null || !app.me().subject.isMember) return null
  return (query) => {
    app.search.setQuery(query)
    void navigate(paths.searchIn(ballot))
  }
}
