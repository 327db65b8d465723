import type { BallotDocument } from '../../shared/domain/ballot.ts'
import { type DossierId, directiveDossier } from '../../shared/domain/dossier.ts'
import type { Hash } from '../../shared/domain/id.ts'
import type { Snippet } from '../../shared/lib/snippet.ts'
import type { Annotations } from './annotations.ts'
import type { BallotDesk, BallotView } from './ballot.ts'
import type { DirectiveDesk, DirectiveView } from './directive-desk.ts'
import type { DocumentShelf } from './document.ts'
import { derivedOf } from './document-files.ts'
import { type FoundNote, findNotes } from './find-notes.ts'
import { type FoundWord, foundIn, foundWords } from './found-words.ts'
import {
  type BallotWord,
  type DirectiveWord,
  type ItemWord,
  type MeetingWord,
  wordsOfBallot,
  wordsOfDirective,
  wordsOfItem,
  wordsOfMeeting,
} from './matter-words.ts'
import type { ItemView, MeetingDesk, MeetingView } from './meeting.ts'
import type { NoteBook } from './note-book.ts'
import type { PageFiles } from './page-files.ts'
import type { DocumentHits, SearchIndex } from './search-port.ts'
import { unattended } from './unattended.ts'
import type { WorkingCopy } from './working-copy.ts'

/**
 * Search in everything that this device holds: ballots, meetings and the items of their agendas by their own words, what was voted
 * on and concluded among them, documents by the words of their pages.
 */

export type FoundBallot = {
  view: BallotView
  /** What in the ballot's own words was found. */
  words: FoundWord<BallotWord>[]
  documents: FoundDocument[]
}

export type FoundItem = {
  meeting: MeetingView
  view: ItemView
  /** What in its own words was found. */
  words: FoundWord<ItemWord>[]
  documents: FoundDocument[]
}

export type FoundDirective = {
  view: DirectiveView
  /** What in its own words was found. */
  words: FoundWord<DirectiveWord>[]
  documents: FoundDocument[]
}

export type FoundMeeting = { view: MeetingView; words: FoundWord<MeetingWord>[] }

export type FoundDocument = { document: BallotDocument; name: Snippet | null; found: DocumentHits | null }

export type Found = {
  ballots: FoundBallot[]
  meetings: FoundMeeting[]
  items: FoundItem[]
  directives: FoundDirective[]
}

/** `missing`: documents whose words are not on this device; `textless`: pages that hold none. */
export type SearchState = { missing: number; textless: number } & (
  | { kind: 'building'; done: number; total: number }
  | { kind: 'ready'; documents: number }
)

/** A place to open; the words are marked there. */
type SearchTarget = {
  dossier: DossierId
  document: Hash
  /** From 1. */
  page: number | null
  query: string
  /** A note of one's own in which they were found. */
  note: string | null
}

/** The one dossier that is looked through; null: everything. */
type Within = DossierId | null

export type Search = {
  state(within?: Within): SearchState
  /** @param elsewhere what is known of documents that are not here */
  find(query: string, within?: Within, elsewhere?: readonly DocumentHits[]): Promise<Found>
  /** In one's own notes, on whichever document they lie. */
  findNotes(query: string, within?: Within): FoundNote[]
  /** What was last looked for, and what is to be opened: kept in memory alone, never in an address. */
  query(): string
  setQuery(query: string): void
  target(dossier: DossierId): SearchTarget | null
  setTarget(target: SearchTarget | null): void
  subscribe(listener: () => void): () => void
  close(): void
}

/** One letter is everywhere. */
export const leastLetters = 2

type SearchParts = {
  copy: Pick<WorkingCopy, 'reader' | 'opened'>
  documents: Pick<DocumentShelf, 'inDossiers' | 'isComplete' | 'subscribe'>
  pageFiles: Pick<PageFiles, 'text' | 'textless'>
  ballots: Pick<BallotDesk, 'list'>
  meetings: Pick<MeetingDesk, 'list'>
  directives: Pick<DirectiveDesk, 'list'>
  notes: Pick<Annotations, 'subscribe'> & { book: Pick<NoteBook, 'own'> }
  index: SearchIndex
  /** Resolves when nothing else is to be done. */
  idle(): Promise<void>
  /** Only for whom there is something to read. */
  isWanted(): boolean
}

export function createSearch(parts: SearchParts): Search {
  const { copy, documents, pageFiles, ballots, meetings, directives, notes, index, idle } = parts
  /** By document the file whose words are in the index; those that did not open are not tried again until something changes. */
  const held = new Map<Hash, Hash>()
  const failed = new Set<Hash>()
  const listeners = new Set<() => void>()
  let isFilling = false
  let hasChanged = false
  let isClosed = false
  let query = ''
  let target: SearchTarget | null = null
  const tell = () => {
    for (const listener of [...listeners]) listener()
  }

  const viewsIn = (within: Within) =>
    ballots.list().filter(({ ballot }) => within === null || ballot.id === within)
  const itemsIn = (within: Within) =>
    meetings
      .list()
      .flatMap((meeting) =>
        [...meeting.items, ...meeting.withdrawn]
          .filter(({ dossier, isOver }) => !isOver && (within === null || dossier === within))
          .map((view) => ({ meeting, view })),
      )

  const directivesIn = (within: Within) =>
    directives
      .list()
      .filter(({ directive }) => within === null || directiveDossier(directive.id) === within)
      .flatMap((view) => (view.content ? [{ view, content: view.content }] : []))

  const textFile = (hash: Hash) => derivedOf(hash, copy).text
  const here = () =>
    documents.inDossiers().flatMap(({ hash }) => {
      const file = textFile(hash)
      return file && documents.isComplete(file) && !failed.has(file.hash) ? [{ hash, text: file.hash }] : []
    })

  async function fillOne(): Promise<boolean> {
    const wanted = here()
    const known = new Set(wanted.map(({ hash }) => hash))
    for (const hash of [...held.keys()]) {
      if (known.has(hash)) continue
      index.remove(hash)
      held.delete(hash)
    }
    const next = wanted.find(({ hash, text }) => held.get(hash) !== text)
    if (!next) return false
    const pages = await pageFiles.text(next.hash)
    if (isClosed) return false
    if (pages) {
      await index.put(next.hash, pages)
      held.set(next.hash, next.text)
    } else failed.add(next.text)
    tell()
    return true
  }

  async function fill(): Promise<void> {
    hasChanged = true
    if (isFilling || !parts.isWanted()) return
    isFilling = true
    try {
      while (hasChanged && !isClosed) {
        hasChanged = false
        failed.clear()
        do await idle()
        while (!isClosed && (await fillOne()))
      }
    } finally {
      isFilling = false
      tell()
    }
  }
  const unsubscribe = [documents.subscribe(() => unattended(fill())), notes.subscribe(tell)]

  return {
    state: (within = null) => {
      const dossiers = [
        ...viewsIn(within),
        ...itemsIn(within).map(({ view }) => view),
        ...directivesIn(within),
      ]
      const named = new Set(dossiers.flatMap(({ content }) => content.documents.map(({ hash }) => hash)))
      const isMeant = ({ hash }: { hash: Hash }) => within === null || named.has(hash)
      const all = documents.inDossiers().filter(isMeant)
      const wanted = here().filter(isMeant)
      const done = wanted.filter(({ hash, text }) => held.get(hash) === text).length
      const textless = all.reduce((sum, { hash }) => sum + pageFiles.textless(hash), 0)
      const facts = { missing: all.length - wanted.length, textless }
      return done < wanted.length
        ? { kind: 'building', done, total: wanted.length, ...facts }
        : { kind: 'ready', documents: done, ...facts }
    },
    find: async (asked, within = null, elsewhere = []) => {
      if (asked.trim().length < leastLetters) return { ballots: [], meetings: [], items: [], directives: [] }
      // What is here has all its pages told.
      const all = [...elsewhere.filter(({ document }) => !held.has(document)), ...(await index.find(asked))]
      const found = new Map(all.map((each) => [each.document, each]))
      const inDocuments = (all: readonly BallotDocument[]): FoundDocument[] =>
        all.flatMap((document) => {
          const name = foundIn(document.title, asked)
          const pages = found.get(document.hash) ?? null
          return name || pages ? [{ document, name, found: pages }] : []
        })
      return inOrder({
        ballots: viewsIn(within).flatMap((view) => {
          const words = foundWords(wordsOfBallot(view.ballot.number, view.content), asked)
          const held = inDocuments(view.content.documents)
          return words.length > 0 || held.length > 0 ? [{ view, words, documents: held }] : []
        }),
        // A limit is always one dossier, and a meeting is none.
        meetings: (within === null ? meetings.list() : []).flatMap((view) => {
          const words = foundWords(wordsOfMeeting(view.content), asked)
          return words.length > 0 ? [{ view, words }] : []
        }),
        items: itemsIn(within).flatMap(({ meeting, view }) => {
          const words = foundWords(wordsOfItem(view, copy), asked)
          const held = inDocuments(view.content.documents)
          return words.length > 0 || held.length > 0 ? [{ meeting, view, words, documents: held }] : []
        }),
        directives: directivesIn(within).flatMap(({ view, content }) => {
          const words = foundWords(wordsOfDirective(view.directive.number, content), asked)
          const held = inDocuments(content.documents)
          return words.length > 0 || held.length > 0 ? [{ view, words, documents: held }] : []
        }),
      })
    },
    findNotes: (asked, within = null) => {
      if (asked.trim().length < leastLetters) return []
      const ofBallots = viewsIn(within).map(({ ballot, content }) => ({ dossier: ballot.id, content }))
      const ofDirectives = directivesIn(within).map(({ view, content }) => ({
        dossier: directiveDossier(view.directive.id),
        content,
      }))
      const ofItems = itemsIn(within).map(({ view }) => view)
      return findNotes(asked, [...ofBallots, ...ofItems, ...ofDirectives], notes.book)
    },
    query: () => query,
    setQuery: (next) => {
      query = next
    },
    target: (dossier) => (target?.dossier === dossier ? target : null),
    setTarget: (next) => {
      target = next
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: () => {
      isClosed = true
      for (const end of unsubscribe) end()
      index.close()
      listeners.clear()
    },
  }
}

/** Where the words stand as a phrase comes before where they stand apart, a title before a page; else the order stays. */
function inOrder({ ballots, meetings, items, directives }: Found): Found {
  const ofWords = (words: readonly Snippet[]) => Math.min(...words.map(({ apart }) => (apart ? 2 : 0)), 4)
  const ofDocument = ({ name, found }: FoundDocument) =>
    Math.min(ofWords(name ? [name] : []), found === null ? 4 : found.phrases > 0 ? 1 : 3)
  const ofAll = (words: readonly Snippet[], documents: readonly FoundDocument[]) =>
    Math.min(ofWords(words), ...documents.map(ofDocument))
  const sorted = <T extends { documents: FoundDocument[] }>(all: T[]): T[] =>
    all.map((each) => ({
      ...each,
      documents: each.documents.toSorted((a, b) => ofDocument(a) - ofDocument(b)),
    }))
  const rank = ({ words, documents }: FoundBallot | FoundItem | FoundDirective) => ofAll(words, documents)
  return {
    ballots: sorted(ballots).sort((a, b) => rank(a) - rank(b)),
    meetings: meetings.sort((a, b) => ofWords(a.words) - ofWords(b.words)),
    items: sorted(items).sort((a, b) => rank(a) - rank(b)),
    directives: sorted(directives).sort((a, b) => rank(a) - rank(b)),
  }
}
