import { permit, type Subject } from '../../shared/domain/access.ts'
import type { Directive } from '../../shared/domain/directive.ts'
import { type DirectiveFacts, factsOfDirective } from '../../shared/domain/directive-access.ts'
import type { EntityKind } from '../../shared/domain/entity.ts'
import type { DirectiveId, Hash } from '../../shared/domain/id.ts'
import { createPageScan } from '../../shared/lib/page-scan.ts'
import type { DirectiveSearchReply } from '../../shared/protocol/directive-search.ts'
import { directiveContentOf } from './content.ts'
import { readText, type TextFile, textFileOf } from './derived-text.ts'
import type { DerivedStore } from './document-intake-port.ts'
import type { LedgerReads, RowPlace } from './ledger-port.ts'
import type { Pause } from './paced-line.ts'
import type { Log } from './ports.ts'

/**
 * Words on the pages of the whole library, for who does not hold its files: by the rules of the search on a tablet
 * (decision 0039). Nobody's rights are in what is kept in memory: whoever asks is judged paper by paper, before anything is
 * looked through (D2).
 */
export type DirectiveSearch = {
  /** Reads the library beforehand. */
  warm(): Promise<void>
  find(subject: Subject, query: string): Promise<DirectiveSearchReply>
}

type Deps = {
  ledger: Pick<LedgerReads, 'rowsChanged' | 'openings'>
  derived: Pick<DerivedStore, 'read'>
  pause: Pause
  log: Log
}

type Paper = { facts: DirectiveFacts; documents: Hash[] }

const rowsAtOnce = 200
/** Either takes some milliseconds, during which nobody else is served. */
const [foldedAtOnce, searchedAtOnce] = [10, 40]
/** Of so many documents places are told, of the others that they hold the words. */
const shownDocuments = 200
const shownHits = 3

export function createDirectiveSearch({ ledger, derived, pause, log }: Deps): DirectiveSearch {
  const papers = new Map<DirectiveId, Paper>()
  const texts = new Map<Hash, TextFile>()
  const scan = createPageScan<Hash>()
  /** By document the file whose words can be found; null: it did not open. */
  const held = new Map<Hash, { file: Hash; isOpen: boolean }>()
  let reading: Promise<void> = Promise.resolve()

  const takePapers = async (rows: readonly { entity: Directive }[]) => {
    const openings = await ledger.openings(rows.map(({ entity }) => entity.contentHash))
    const words = { opened: (hash: Hash) => openings.get(hash)?.value }
    for (const { entity } of rows) {
      const documents = directiveContentOf(words, entity.contentHash)?.documents ?? []
      const facts = factsOfDirective(entity)
      papers.set(entity.id, { facts, documents: documents.map(({ hash }) => hash) })
    }
  }
  const readPapers = changedRows('directive', ledger, takePapers)
  const readTexts = changedRows('document', ledger, async (rows) => {
    for (const { entity } of rows) {
      const file = textFileOf(entity)
      if (file) texts.set(entity.id, file)
    }
  })

  const fold = async (document: Hash, file: TextFile) => {
    const pages = await readText(file, derived).catch((error: unknown) => {
      log('warn', 'directive-text-unreadable', { document, error: String(error) })
      return null
    })
    scan.remove(document)
    for (let at = 0; pages && at < pages.length; at += foldedAtOnce) {
      if (at > 0) await pause(0)
      scan.put(document, pages.slice(at, at + foldedAtOnce), at)
    }
    held.set(document, { file: file.hash, isOpen: pages !== null })
  }

  const readChanged = async () => {
    await readPapers()
    await readTexts()
    const wanted = new Set([...papers.values()].flatMap(({ documents }) => documents))
    for (const document of held.keys()) {
      if (wanted.has(document)) continue
      scan.remove(document)
      held.delete(document)
    }
    for (const document of wanted) {
      const file = texts.get(document)
      if (file && held.get(document)?.file !== file.hash) await fold(document, file)
    }
  }
  /** One after the other: two at once would read the same. */
  const catchUp = () => {
    reading = reading.catch(() => undefined).then(readChanged)
    return reading
  }

  return {
    warm: catchUp,
    find: async (subject, query) => {
      await catchUp()
      const mayRead = ({ facts }: Paper) =>
        permit(subject, { action: 'read-directive', directive: facts }).allow
      const readable = [...papers.values()].filter(mayRead).flatMap(({ documents }) => documents)
      const meant = [...new Set(readable)]
      const found: ReturnType<typeof scan.find> = []
      for (let at = 0; at < meant.length; at += searchedAtOnce) {
        if (at > 0) await pause(0)
        found.push(...scan.find(query, meant.slice(at, at + searchedAtOnce)))
      }
      const isPhrase = ({ phrases }: { phrases: number }) => (phrases > 0 ? 0 : 1)
      return {
        found: found
          .sort((a, b) => isPhrase(a) - isPhrase(b))
          .map((one, at) => ({ ...one, hits: at < shownDocuments ? one.hits.slice(0, shownHits) : [] })),
        missing: meant.filter((document) => held.get(document)?.isOpen !== true).length,
      }
    },
  }
}

/** Rows of a kind as they come, in pieces; each change once. */
function changedRows<K extends EntityKind>(
  kind: K,
  ledger: Pick<LedgerReads, 'rowsChanged'>,
  take: (rows: Awaited<ReturnType<typeof ledger.rowsChanged<K>>>) => Promise<void>,
): () => Promise<void> {
  let place: RowPlace = { n: -1, key: '' }
  return async () => {
    while (true) {
      const rows = await ledger.rowsChanged(kind, place, rowsAtOnce)
      const last = rows.at(-1)
      if (!last) return
      await take(rows)
      place = { n: last.n, key: last.key }
      if (rows.length < rowsAtOnce) return
    }
  }
}
