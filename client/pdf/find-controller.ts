import { findIn, isExactQuery, searchable } from '../../shared/lib/find-text.ts'
import type { PdfLibrary } from './pdf-library.ts'

type Viewer = PdfLibrary['viewer']
export type EventBus = InstanceType<Viewer['EventBus']>
export type LinkService = InstanceType<Viewer['PDFLinkService']>
type FindController = InstanceType<Viewer['PDFFindController']>

/**
 * pdf.js finds letters with or without marks, but never folds "đ": "dia cung" must find "đĩa cứng". It brings the text of the
 * pages and marks what is found; what counts as found is ours.
 */
export function createFindController(
  viewer: Viewer,
  parts: { linkService: LinkService; eventBus: EventBus },
): FindController {
  return new (class extends viewer.PDFFindController {
    override match(query: string | string[], content: string) {
      const text = typeof query === 'string' ? query : query.join(' ')
      return findIn(searchable(content, isExactQuery(text)), text).map(({ start, length }) => ({
        index: start,
        length,
      }))
    }
  })({ ...parts, delay: 120 })
}

/** What is being looked for, and how far that is. */
export type FindState = {
  query: string
  /** 1 for the first place; 0 while none is shown. */
  current: number
  total: number
  state: 'idle' | 'pending' | 'found' | 'none' | 'wrapped'
}

const idleFind: FindState = { query: '', current: 0, total: 0, state: 'idle' }

const states = ['found', 'none', 'wrapped', 'pending'] as const

/** @param tell called after every change of `state()` */
export function createFinder(eventBus: EventBus, tell: () => void) {
  let now = idleFind
  const set = (next: Partial<FindState>) => {
    if (now.state === 'idle' && next.query === undefined) return
    now = { ...now, ...next }
    tell()
  }
  eventBus.on('updatefindmatchescount', ({ matchesCount }: { matchesCount: Counts }) => set(matchesCount))
  eventBus.on('updatefindcontrolstate', ({ state, matchesCount }: { state: number; matchesCount: Counts }) =>
    set({ ...matchesCount, state: states[state] ?? 'found' }),
  )
  const ask = (type: '' | 'again', findPrevious: boolean) =>
    eventBus.dispatch('find', {
      type,
      query: now.query,
      caseSensitive: false,
      entireWord: false,
      highlightAll: true,
      findPrevious,
      matchDiacritics: true,
    })
  return {
    state: () => now,
    find(query: string): void {
      if (query.trim() === '') {
        now = idleFind
        eventBus.dispatch('findbarclose', {})
        tell()
        return
      }
      set({ query, state: 'pending', current: 0, total: 0 })
      ask('', false)
    },
    next(): void {
      if (now.state !== 'idle') ask('again', false)
    },
    previous(): void {
      if (now.state !== 'idle') ask('again', true)
    },
  }
}

type Counts = { current: number; total: number }
