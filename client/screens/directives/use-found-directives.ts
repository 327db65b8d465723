import { useEffect, useReducer, useState } from 'react'
import type { DirectiveId } from '../../../shared/domain/id.ts'
import { type FoundDirective, leastLetters } from '../../app/search.ts'
import { useApp } from '../app-context.tsx'

/** Which directives hold these words, in their own or on their pages; null while nothing is looked for. */
export function useFoundDirectives(query: string): ReadonlyMap<DirectiveId, FoundDirective> | null {
  const { search } = useApp()
  const [found, setFound] = useState<ReadonlyMap<DirectiveId, FoundDirective>>(new Map())
  const [changes, bump] = useReducer((count: number) => count + 1, 0)
  useEffect(() => search.subscribe(bump), [search])
  const isAsked = query.trim().length >= leastLetters

  // biome-ignore lint/correctness/useExhaustiveDependencies: asked anew as the index grows
  useEffect(() => {
    if (!isAsked) return
    let isGone = false
    void search.find(query).then(({ directives }) => {
      if (!isGone) setFound(new Map(directives.map((one) => [one.view.directive.id, one])))
    })
    return () => {
      isGone = true
    }
  }, [search, query, isAsked, changes])
  return isAsked ? found : null
}
