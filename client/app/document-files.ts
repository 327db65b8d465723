import type { BallotDocument } from '../../shared/domain/ballot.ts'
import { type DerivedKind, documentKey } from '../../shared/domain/document.ts'
import type { Hash } from '../../shared/domain/id.ts'
import { chunkBytes } from '../../shared/protocol/api.ts'
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

/** What lies in one dossier; of those that they replaced the texts, by which marks find their place again (A4). */
export type Dossier = { documents: DocumentFiles[]; former: DocumentFiles[] }

/** What a document is read by: its list of pages, its text and its first pictures are shown before it is drawn. */
const drawable = ({ pages, text, thumbs, original }: DocumentFiles): NamedFile[] => [
  ...(pages ? [pages] : []),
  ...(text ? [text] : []),
  ...thumbs.slice(0, 1),
  original,
]

const isSmall = ({ size }: NamedFile): boolean => size < chunkBytes

/** Of one dossier what is small comes first: every document of it shows something soon. */
const drawables = ({ documents }: Dossier): NamedFile[] => {
  const all = documents.flatMap(drawable)
  return [...all.filter(isSmall), ...all.filter((file) => !isSmall(file))]
}

const rest = ({ documents, former }: Dossier): NamedFile[] => [
  ...documents.flatMap(({ thumbs }) => thumbs.slice(1)),
  ...former.flatMap(({ text }) => text ?? []),
]

const copies = ({ documents }: Dossier): NamedFile[] =>
  documents.flatMap(({ readingCopy }) => readingCopy ?? [])

/** What is not done without: all but the copies, which make nothing readable that is not. */
export const needed = (dossiers: readonly Dossier[]): NamedFile[] =>
  once([...dossiers.flatMap(drawables), ...dossiers.flatMap(rest)])

/**
 * Every file once, most needed first: of the open ballots whatever makes a document readable, then the rest of them, then
 * what only draws faster; then the same of those that are closed.
 */
export const inOrderOfNeed = (open: readonly Dossier[], closed: readonly Dossier[]): NamedFile[] =>
  once([open, closed].flatMap((dossiers) => [...needed(dossiers), ...dossiers.flatMap(copies)]))

function once(files: readonly NamedFile[]): NamedFile[] {
  const sizes = new Map<Hash, number>()
  for (const { hash, size } of files) if (!sizes.has(hash)) sizes.set(hash, size)
  return [...sizes].map(([hash, size]) => ({ hash, size }))
}
