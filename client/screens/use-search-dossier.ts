import { useNavigate } from 'react-router'
import type { DossierId } from '../../shared/domain/dossier.ts'
import { useApp } from './app-context.tsx'
import { paths } from './paths.ts'

/** Goes to the search of one dossier, with words that were already typed; null for whom there is none. */
export function useSearchDossier(dossier: DossierId | null): ((query: string) => void) | null {
  const app = useApp()
  const navigate = useNavigate()
  if (dossier === null || !app.me().subject.isMember) return null
  return (query) => {
    app.search.setQuery(query)
    void navigate(paths.searchIn(dossier))
  }
}
