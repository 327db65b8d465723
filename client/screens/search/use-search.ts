import { useEffect, useReducer, useState } from 'react'
import type { DossierId } from '../../../shared/domain/dossier.ts'
import type { FoundNote } from '../../app/find-notes.ts'
import type { Found, SearchState } from '../../app/search.ts'
import { leastLetters } from '../../app/search.ts'
import { useApp } from '../app-context.tsx'

/** `found` is null until the first answer to these words; while newer words are looked for, the last answer stays. */
export type SearchWork = {
  query: string
  setQuery(query: string): void
  /** Whether there is enough to look for. */
  isAsked: boolean
  found: (Found & { query: string; notes: FoundNote[] }) | null
  state: SearchState
}

/** @param within the one dossier that is looked through */
export function useSearch(within: DossierId | null): SearchWork {
  const { search } = useApp()
  const [query, setQuery] = useState(search.query())
  const [found, setFound] = useState<SearchWork['found']>(null)
  const [changes, bump] = useReducer((count: number) => count + 1, 0)
  useEffect(() => search.subscribe(bump), [search])
  const isAsked = query.trim().length >= leastLetters

  // biome-ignore lint/correctness/useExhaustiveDependencies: asked anew as the index grows
  useEffect(() => {
    let isGone = false
    void search.find(query, within).then((found) => {
      if (!isGone) setFound({ query, ...found, notes: search.findNotes(query, within) })
    })
    return () => {
      isGone = true
    }
  }, [search, query, within, changes])

  return {
    query,
    setQuery: (next) => {
      search.setQuery(next)
      setQuery(next)
    },
    isAsked,
    found: isAsked ? found : null,
    state: search.state(within),
  }
}
