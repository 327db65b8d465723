import type { BallotDocument } from '../../shared/domain/ballot.ts'
import { type DerivedKind, documentKey } from '../../shared/domain/document.ts'
import type { Hash } from '../../shared/domain/id.ts'
import type { WorkingCopy } from './working-copy.ts'

/** Which files belong to a document: itself, and what intake has made of it so far. */

export type NamedFile = { hash: Hash; size: number }

type DerivedFiles = {
  /** The same pages, drawn faster; null where the original is fast enough. */
  readingCopy: NamedFile | null
  pages: NamedFile | null
  text: NamedFile | null
  /** Packs of small pictures, in their order. */
  thumbs: NamedFile[]
}

/** `original`: what is signed and named. */
type DocumentFiles = DerivedFiles & { original: NamedFile }

export const filesOf = (
  { hash, size }: Pick<BallotDocument, 'hash' | 'size'>,
  copy: Pick<WorkingCopy, 'reader'>,
): DocumentFiles => ({ original: { hash, size }, ...derivedOf(hash, copy) })

export function derivedOf(hash: Hash, { reader }: Pick<WorkingCopy, 'reader'>): DerivedFiles {
  const derived = reader.get('document', documentKey(hash))?.derived ?? []
  const of = (kind: DerivedKind): NamedFile[] =>
    derived.filter((each) => each.kind === kind).map((each) => ({ hash: each.hash, size: each.size }))
  return {
    readingCopy: of('copy')[0] ?? null,
    pages: of('pages')[0] ?? null,
    text: of('text')[0] ?? null,
    thumbs: of('thumbs'),
  }
}

/** What shows a page before it is drawn, and finds it: small, so it goes before the documents themselves. */
const smallFiles = ({ pages, text, thumbs }: DocumentFiles): NamedFile[] => [
  ...(pages ? [pages] : []),
  ...(text ? [text] : []),
  ...thumbs,
]

export const allFiles = (files: DocumentFiles): NamedFile[] => [
  ...smallFiles(files),
  files.original,
  ...(files.readingCopy ? [files.readingCopy] : []),
]

/** One ballot's documents; of those that they replaced the texts, by which marks find their place again (A4). */
export type Dossier = { documents: DocumentFiles[]; former: DocumentFiles[] }

/**
 * Every file once, most needed first: of each ballot what is small, then its documents. Reading copies come after all of
 * these: they make nothing readable that is not, and where room is short they are what is done without.
 */
export function inOrderOfNeed(dossiers: readonly Dossier[]): NamedFile[] {
  const needed = dossiers.flatMap(({ documents, former }) => [
    ...documents.flatMap(smallFiles),
    ...documents.map(({ original }) => original),
    ...former.flatMap(({ text }) => text ?? []),
  ])
  const copies = dossiers.flatMap(({ documents }) =>
    documents.flatMap(({ readingCopy }) => readingCopy ?? []),
  )
  const sizes = new Map<Hash, number>()
  for (const { hash, size } of [...needed, ...copies]) if (!sizes.has(hash)) sizes.set(hash, size)
  return [...sizes].map(([hash, size]) => ({ hash, size }))
}
