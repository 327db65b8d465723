import { findPlaces, foldedWords, searchable } from '../../shared/lib/find-text.ts'
import { findLaid, type LaidText, layOut, type TextPiece } from './laid-text.ts'
import type { PdfLibrary } from './pdf-library.ts'

type Viewer = PdfLibrary['viewer']
export type EventBus = InstanceType<Viewer['EventBus']>
export type LinkService = InstanceType<Viewer['PDFLinkService']>

/** What is being looked for, and how far that is. */
export type FindState = {
  query: string
  /** 1 for the first place; 0 while none is shown. */
  current: number
  total: number
  state: 'idle' | 'pending' | 'found' | 'none' | 'wrapped'
}

type FinderParts = {
  linkService: LinkService
  eventBus: EventBus
  pages: number
  /** Texts made at intake, by page; null where this device has none. */
  stored(): Promise<readonly (string | null)[] | null>
  /** A page's words as they are laid out. @param page from 1 */
  pieces(page: number): Promise<readonly TextPiece[]>
  /** From 1. */
  page(): number
  goTo(page: number): void
  /** Called after every change of `state()`. */
  tell(): void
}

const idleFind: FindState = { query: '', current: 0, total: 0, state: 'idle' }
const typingMs = 120
/** So long it may count before the page answers a finger again. */
const sliceMs = 12

/**
 * pdf.js would read every page of a long document before it has counted, and never folds "đ". Counted is in the texts made at
 * intake, beginning with the page in sight; pdf.js marks on its pages what it is told, and these alone are read for it.
 */
export function createFinder(viewer: Viewer, parts: FinderParts) {
  const { eventBus, pages, tell } = parts
  const controller = new viewer.PDFFindController(parts)
  Object.defineProperty(controller, 'state', { value: { highlightAll: true } })
  const drawn = new Set<number>()
  const laid = new Map<number, Promise<LaidText>>()
  const folded = new Map<number, string>()
  let texts: readonly (string | null)[] | null = null
  let now = idleFind
  let run = 0
  let counts: number[] = []
  let at: { page: number; match: number } | null = null
  let typing: ReturnType<typeof setTimeout> | null = null

  const laidOut = (page: number) => {
    const known = laid.get(page) ?? parts.pieces(page + 1).then(layOut, () => layOut([]))
    laid.set(page, known)
    return known
  }
  const remark = (page: number) =>
    eventBus.dispatch('updatetextlayermatches', { source: controller, pageIndex: page })
  const publish = (state: FindState['state']) => {
    const sum = (to: number) => counts.slice(0, to).reduce((total, count) => total + (count ?? 0), 0)
    const current = at ? sum(at.page) + at.match + 1 : 0
    now = { query: now.query, current, total: sum(pages), state }
    tell()
  }

  /** On the page itself; what is found there is what counts. */
  async function mark(page: number): Promise<void> {
    const mine = run
    const places = findLaid(await laidOut(page), now.query)
    if (mine !== run || now.state === 'idle') return
    const found = places.flat()
    const [matches, lengths] = [controller._pageMatches ?? [], controller._pageMatchesLength ?? []]
    // A place of words that stand apart is several of them for pdf.js, which is led to the first.
    if (at?.page === page)
      controller._selected = { pageIdx: page, matchIdx: places.slice(0, at.match).flat().length }
    matches[page] = found.map(({ start }) => start)
    lengths[page] = found.map(({ length }) => length)
    remark(page)
  }
  function show(page: number, match: number): void {
    const before = at
    at = { page, match }
    controller._selected = { pageIdx: page, matchIdx: match }
    controller._scrollMatches = true
    if (parts.page() !== page + 1) parts.goTo(page + 1)
    if (before && before.page !== page) remark(before.page)
    void mark(page)
  }

  function countOn(page: number, text: string): number {
    const plain = folded.get(page) ?? foldedWords(text)
    folded.set(page, plain)
    const words = searchable(now.query, false).plain.trim().split(' ')
    return words.every((word) => word !== '' && plain.includes(word)) ? findPlaces(text, now.query).length : 0
  }
  async function count(mine: number): Promise<void> {
    texts ??= await parts.stored().catch(() => null)
    const stored = texts
    const first = parts.page() - 1
    let since = performance.now()
    for (let i = 0; i < pages; i++) {
      const page = (first + i) % pages
      const text = stored ? (stored[page] ?? '') : (await laidOut(page)).text
      if (mine !== run) return
      counts[page] = countOn(page, text)
      if (counts[page] > 0 && at === null) show(page, 0)
      if (performance.now() - since < sliceMs) continue
      if (at !== null) publish('found')
      await new Promise((resolve) => setTimeout(resolve))
      if (mine !== run) return
      since = performance.now()
    }
    publish(at === null ? 'none' : 'found')
  }

  function clear(): void {
    run += 1
    if (typing !== null) clearTimeout(typing)
    typing = null
    counts = []
    at = null
    controller._pageMatches = []
    controller._pageMatchesLength = []
    controller._selected = { pageIdx: -1, matchIdx: -1 }
    controller._highlightMatches = false
    remark(-1)
  }
  function step(way: 1 | -1): void {
    if (!at) return
    const match = at.match + way
    if (match >= 0 && match < (counts[at.page] ?? 0)) {
      show(at.page, match)
      publish('found')
      return
    }
    for (let i = 1; i <= pages; i++) {
      const page = (at.page + way * i + pages * 2) % pages
      const there = counts[page] ?? 0
      if (there === 0) continue
      const isWrapped = way === 1 ? page <= at.page : page >= at.page
      show(page, way === 1 ? 0 : there - 1)
      publish(isWrapped ? 'wrapped' : 'found')
      return
    }
  }

  eventBus.on('textlayerrendered', ({ pageNumber }: { pageNumber: number }) => {
    drawn.add(pageNumber - 1)
    if (now.state !== 'idle') void mark(pageNumber - 1)
  })

  return {
    controller,
    state: () => now,
    find(query: string): void {
      clear()
      if (query.trim() === '') {
        now = idleFind
        tell()
        return
      }
      now = { query, current: 0, total: 0, state: 'pending' }
      tell()
      const mine = run
      typing = setTimeout(() => {
        controller._highlightMatches = true
        for (const page of drawn) void mark(page)
        void count(mine)
      }, typingMs)
    },
    next: () => step(1),
    previous: () => step(-1),
    close: clear,
  }
}
