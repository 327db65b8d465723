import {
  apartWords,
  eachWord,
  type Found,
  findText,
  foldedWords,
  isExactQuery,
  nearGroups,
  searchable,
} from './find-text.ts'
import { type Snippet, snippetOf } from './snippet.ts'
import { createWordBook, type WordBook } from './word-book.ts'

/**
 * A plain scan of folded text: at some thousands of pages it is quicker than any index, and finds phrases. Where a page has no
 * such phrase, the numbers of its words say whether they stand near each other. The rules are those of `find-text.ts`; what is
 * kept for each page is its words with single spaces, the same folded, letter under letter, their numbers and where they stand.
 */

type Page = {
  no: number
  text: string
  folded: string
  isAligned: boolean
  words: Uint32Array
  starts: Uint32Array
}

/** The first place on that page, from 1. */
export type PageHit = Snippet & { page: number }

export type PagesFound = {
  /** On how many pages; `hits` holds the first of them, those with the words as a phrase before the others. */
  pages: number
  /** On how many of them they are a phrase. */
  phrases: number
  hits: PageHit[]
}

const mostHits = 12
const lettersBefore = 60
const lettersAfter = 110

export function createPageScan<Document>() {
  const book = createWordBook()
  const documents = new Map<Document, Page[]>()
  return {
    /** @param after of how many pages it is the continuation; those stay */
    put(document: Document, pages: readonly (string | null)[], after = 0): void {
      const former = after === 0 ? [] : (documents.get(document) ?? [])
      const added = pages.flatMap((text, i) => (text === null ? [] : [pageOf(after + i + 1, text, book)]))
      documents.set(document, [...former, ...added])
    },
    remove(document: Document): void {
      documents.delete(document)
    },
    /** @param among which documents are looked through; all of them where it is not said */
    find(query: string, among?: Iterable<Document>): (PagesFound & { document: Document })[] {
      const wanted = wantedOf(query, book)
      if (wanted.folded === '') return []
      const found: (PagesFound & { document: Document })[] = []
      for (const document of among ?? documents.keys()) {
        const hits = hitsIn(documents.get(document) ?? [], wanted, book)
        if (hits.pages > 0) found.push({ document, ...hits })
      }
      return found
    },
  }
}

/** Those with the phrase come first. */
function hitsIn(pages: readonly Page[], wanted: Wanted, book: WordBook): PagesFound {
  const [phrases, apart]: [PageHit[], PageHit[]] = [[], []]
  let [phrasePages, apartPages] = [0, 0]
  for (const page of pages) {
    const at = firstIn(page, wanted)
    if (at !== null) {
      phrasePages += 1
      if (phrases.length < mostHits) phrases.push(hitOn(page, [at]))
      continue
    }
    const group = apartIn(page, wanted)
    if (group === null) continue
    apartPages += 1
    if (phrases.length + apart.length < mostHits) apart.push(hitOn(page, placesOf(page, group, book)))
  }
  return {
    pages: phrasePages + apartPages,
    phrases: phrasePages,
    hits: [...phrases, ...apart].slice(0, mostHits),
  }
}

const hitOn = ({ no, text }: Page, places: readonly Found[]): PageHit => ({
  page: no,
  ...snippetOf(text, places, { before: lettersBefore, after: lettersAfter }),
})

function pageOf(no: number, raw: string, book: WordBook): Page {
  const text = raw.normalize('NFC').replace(/\s+/g, ' ').trim()
  const folded = foldedWords(text)
  const [words, starts]: [number[], number[]] = [[], []]
  const next = eachWord()
  for (let found = next.exec(text); found; found = next.exec(text)) {
    words.push(book.numberOf(found[0]))
    starts.push(found.index)
  }
  return {
    ...{ no, text, folded, isAligned: folded.length === text.length },
    ...{ words: Uint32Array.from(words), starts: Uint32Array.from(starts) },
  }
}

type Wanted = {
  query: string
  folded: string
  exact: string | null
  /** By the number of a word which of those it is that may stand apart, from 1. */
  kinds: Uint8Array
  /** A page without this one need not be looked at word by word; null: there is none with all of them. */
  rarest: string | null
  /** How many may stand apart; 0 where there is only one word. */
  apart: number
}

function wantedOf(query: string, book: WordBook): Wanted {
  const plain = (keepsMarks: boolean) => searchable(query, keepsMarks).plain.trimEnd()
  const isExact = isExactQuery(query)
  const words = apartWords(query)
  return {
    query,
    folded: plain(false),
    exact: isExact ? plain(true) : null,
    ...book.kindsOf(words, isExact),
    apart: words.length,
  }
}

function firstIn({ text, folded, isAligned }: Page, { query, folded: wanted, exact }: Wanted): Found | null {
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

/** @returns which words of the page stand together */
function apartIn({ words, folded }: Page, { kinds, rarest, apart: count }: Wanted): number[] | null {
  if (count === 0 || rarest === null || !folded.includes(rarest)) return null
  return nearGroups(words, { kinds, count, most: 1 })[0] ?? null
}

/** @param group words of a page by their number on it */
const placesOf = ({ words, starts }: Page, group: readonly number[], book: WordBook): Found[] =>
  group.map((at) => ({ start: starts[at] ?? 0, length: book.lengthOf(words[at] ?? 0) }))
