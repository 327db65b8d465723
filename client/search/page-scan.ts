import { findText, foldedWords, isExactQuery, searchable } from '../../shared/lib/find-text.ts'
import type { DocumentHits, PageHit, Snippet } from '../app/search-port.ts'

/**
 * A plain scan of folded text: at some thousands of pages it is quicker than any index, and finds phrases. The rules are those
 * of `find-text.ts`; what is kept for each page is its words with single spaces, and the same folded, letter under letter.
 */

type Page = { no: number; text: string; folded: string; isAligned: boolean }

const mostHits = 12
const lettersBefore = 60
const lettersAfter = 110

export function createPageScan() {
  const documents = new Map<DocumentHits['document'], Page[]>()
  return {
    put(document: DocumentHits['document'], pages: readonly (string | null)[]): void {
      documents.set(
        document,
        pages.flatMap((text, i) => (text === null ? [] : [pageOf(i + 1, text)])),
      )
    },
    remove(document: DocumentHits['document']): void {
      documents.delete(document)
    },
    find(query: string): DocumentHits[] {
      const wanted = wantedOf(query)
      if (wanted.folded === '') return []
      const found: DocumentHits[] = []
      for (const [document, pages] of documents) {
        const hits: PageHit[] = []
        let count = 0
        for (const page of pages) {
          const at = firstIn(page, wanted)
          if (at === null) continue
          count += 1
          if (hits.length < mostHits) hits.push({ page: page.no, ...snippetOf(page.text, at) })
        }
        if (count > 0) found.push({ document, pages: count, hits })
      }
      return found
    },
  }
}

function pageOf(no: number, raw: string): Page {
  const text = raw.normalize('NFC').replace(/\s+/g, ' ').trim()
  const folded = foldedWords(text)
  return { no, text, folded, isAligned: folded.length === text.length }
}

type Wanted = { query: string; folded: string; exact: string | null }

function wantedOf(query: string): Wanted {
  const plain = (keepsMarks: boolean) => searchable(query, keepsMarks).plain.trimEnd()
  return { query, folded: plain(false), exact: isExactQuery(query) ? plain(true) : null }
}

type Place = { start: number; length: number }

function firstIn({ text, folded, isAligned }: Page, { query, folded: wanted, exact }: Wanted): Place | null {
  let at = folded.indexOf(wanted)
  if (at < 0) return null
  if (!isAligned) return findText(text, query)[0] ?? null
  if (exact === null) return { start: at, length: wanted.length }
  for (; at >= 0; at = folded.indexOf(wanted, at + 1)) {
    const written = text.slice(at, at + wanted.length)
    if (written.normalize('NFD').toLowerCase() === exact) return { start: at, length: wanted.length }
  }
  return null
}

function snippetOf(text: string, { start, length }: Place): Snippet {
  const end = start + length
  const from = Math.max(0, start - lettersBefore)
  const to = Math.min(text.length, end + lettersAfter)
  const before = text.slice(from, start)
  const after = text.slice(end, to)
  return {
    before: from === 0 ? before : `… ${before.slice(before.indexOf(' ') + 1)}`,
    match: text.slice(start, end),
    after: to === text.length ? after : `${after.slice(0, Math.max(0, after.lastIndexOf(' ')))} …`,
  }
}
