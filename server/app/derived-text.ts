import type { ProcessedDocument } from '../../shared/domain/document.ts'
import { fromUtf8 } from '../../shared/lib/bytes.ts'
import { DocumentText } from '../../shared/protocol/document-files.ts'
import type { DerivedStore } from './document-intake-port.ts'

/** The words of a document's pages, as intake made them. */

export type TextFile = ProcessedDocument['derived'][number]

export const textFileOf = ({ derived }: Pick<ProcessedDocument, 'derived'>): TextFile | undefined =>
  derived.find(({ kind }) => kind === 'text')

export async function readText(
  { hash, size }: TextFile,
  derived: Pick<DerivedStore, 'read'>,
): Promise<DocumentText['pages']> {
  const pieces: Uint8Array[] = []
  for await (const piece of derived.read(hash, 0, size)) pieces.push(piece)
  const json: unknown = JSON.parse(fromUtf8(new Uint8Array(Buffer.concat(pieces))))
  return DocumentText.parse(json).pages
}
