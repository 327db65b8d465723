import { z } from 'zod'
import { BallotId, Hash } from './id.ts'

/**
 * What the server made of an uploaded file, for those who read it: each a file of its own, named by its SHA-256. The original
 * is the document; these only help to read it, and without them it is read all the same.
 */

/** A hostile or broken file may do so to whoever opens it: at intake, never on the way in. */
export const ProcessingFault = z.enum(['unreadable', 'too-long', 'too-much-memory', 'crashed', 'too-large'])
export type ProcessingFault = z.infer<typeof ProcessingFault>

/** Of the hour or the machine, it may be, and not of the file: worth another try. */
const passing: ReadonlySet<ProcessingFault> = new Set(['crashed', 'too-long'])
export const mayPass = (fault: ProcessingFault): boolean => passing.has(fault)

const DerivedKind = z.enum(['pages', 'text', 'thumbs', 'copy', 'changes'])
export type DerivedKind = z.infer<typeof DerivedKind>

const DerivedFile = z.strictObject({ kind: DerivedKind, hash: Hash, size: z.int().min(1) })

/** From and to, both counted: [1, 3] is three pages. Ascending. */
const PageRanges = z.array(z.tuple([z.int().min(1), z.int().min(1)])).max(1000)

const processed = {
  /** Packs of `thumbs` in their order; of the other kinds at most one. */
  derived: z.array(DerivedFile).max(100),
  /** Pages without text that can be read: scans. */
  noText: PageRanges,
  /** Pages that could not be read or drawn. */
  broken: PageRanges,
  /** Why something is missing, by what it would have been. */
  faults: z
    .array(z.strictObject({ kind: DerivedKind.extract(['pages', 'copy']), fault: ProcessingFault }))
    .max(2),
}

/** @see ProcessedDocument; `hash` is the file's. */
export const ProcessedFacts = z.strictObject({ hash: Hash, ...processed })
export type ProcessedFacts = z.infer<typeof ProcessedFacts>

export const ProcessedDocument = z.strictObject({ kind: z.literal('document'), id: Hash, ...processed })
export type ProcessedDocument = z.infer<typeof ProcessedDocument>

const compared = {
  ballot: BallotId,
  /** The files of the former and of the newer version. */
  from: Hash,
  to: Hash,
  added: z.int().min(0),
  removed: z.int().min(0),
  changed: z.int().min(0),
  /** The one file: page by page, with the lines. */
  derived: z.array(DerivedFile).length(1),
}

export const ComparedFacts = z.strictObject(compared)
export type ComparedFacts = z.infer<typeof ComparedFacts>

/** What changed in a document that an amendment replaced (B5). It shows both files, so it is the ballot's that holds both. */
export const Comparison = z.strictObject({ kind: z.literal('comparison'), ...compared })
export type Comparison = z.infer<typeof Comparison>

export const documentKey = (hash: Hash): string => `document/${hash}`
export const comparisonKey = (ballot: BallotId, from: Hash, to: Hash): string =>
  `comparison/${ballot}/${from}/${to}`

/** [2, 3, 4, 9] as [2, 4] and [9, 9]; beyond what a row holds the last one reaches to the end. */
export function rangesOf(pages: readonly number[]): [number, number][] {
  const ranges: [number, number][] = []
  for (const page of pages) {
    const last = ranges.at(-1)
    if (last && (last[1] === page - 1 || ranges.length === 1000)) last[1] = page
    else ranges.push([page, page])
  }
  return ranges
}
