import { useEffect, useReducer, useState } from 'react'
import type { DirectiveId } from '../../../shared/domain/id.ts'
import type { DirectiveSearchReply } from '../../../shared/protocol/directive-search.ts'
import { type FoundDirective, leastLetters } from '../../app/search.ts'
import { wordlessFiles } from '../../app/wordless-files.ts'
import { useApp } from '../app-context.tsx'
import { useServerReach } from '../server-reach.tsx'

/** What the words were looked for in; `missing`: files of which there are none there. */
export type Reach = { kind: 'asking' } | { kind: 'library' | 'here'; missing: number }

type FoundDirectives = { directives: ReadonlyMap<DirectiveId, FoundDirective>; reach: Reach }

/** Whoever writes on is not asked for at each letter. */
const pauseMs = 250
const nowhere: DirectiveSearchReply['found'] = []

/**
 * Which directives hold these words, in their own or on their pages: at once of what is here, and as soon as the server has
 * answered of the whole library. Null while nothing is looked for.
 */
export function useFoundDirectives(query: string): FoundDirectives | null {
  const app = useApp()
  const { search, searchDirectives } = app
  const canReach = useServerReach()
  const [found, setFound] = useState<ReadonlyMap<DirectiveId, FoundDirective>>(new Map())
  const [said, setSaid] = useState<{ query: string; reply: DirectiveSearchReply | null } | null>(null)
  const [changes, bump] = useReducer((count: number) => count + 1, 0)
  useEffect(() => search.subscribe(bump), [search])
  const asked = query.trim()
  const isAsked = asked.length >= leastLetters
  const answer = said?.query === asked ? said : null
  const elsewhere = answer?.reply?.found ?? nowhere

  useEffect(() => {
    if (!isAsked || !canReach) return setSaid(null)
    let isGone = false
    const timer = setTimeout(() => {
      void searchDirectives(asked).then((reply) => {
        if (!isGone) setSaid({ query: asked, reply: reply.ok ? reply.value : null })
      })
    }, pauseMs)
    return () => {
      isGone = true
      clearTimeout(timer)
    }
  }, [searchDirectives, asked, isAsked, canReach])

  // biome-ignore lint/correctness/useExhaustiveDependencies: asked anew as the index grows
  useEffect(() => {
    if (!isAsked) return
    let isGone = false
    void search.find(asked, null, elsewhere).then(({ directives }) => {
      if (!isGone) setFound(new Map(directives.map((one) => [one.view.directive.id, one])))
    })
    return () => {
      isGone = true
    }
  }, [search, asked, elsewhere, isAsked, changes])

  if (!isAsked) return null
  if (answer?.reply) return { directives: found, reach: { kind: 'library', missing: answer.reply.missing } }
  if (canReach && answer === null) return { directives: found, reach: { kind: 'asking' } }
  return { directives: found, reach: { kind: 'here', missing: wordlessFiles(app) } }
}
