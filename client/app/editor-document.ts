import { z } from 'zod'
import { DocumentKind } from '../../shared/domain/ballot.ts'
import { DocumentId, Hash } from '../../shared/domain/id.ts'
import { foldText } from '../../shared/lib/text.ts'
import { line } from './typed-text.ts'

/** A paper of a dossier being written: received by the Office, named by whoever writes. */
export const EditorDocument = z.strictObject({
  id: DocumentId,
  title: z.string(),
  kind: DocumentKind,
  hash: Hash,
  size: z.int(),
  pages: z.int(),
})
export type EditorDocument = z.infer<typeof EditorDocument>

/** `no` counts from 1. */
export type DocumentGap = { kind: 'document-title-missing' | 'document-title-too-long'; no: number }

const documentTitleMost = 300

export const gapsInDocuments = (documents: readonly EditorDocument[]): DocumentGap[] =>
  documents.flatMap(({ title }, i): DocumentGap[] => {
    const { length } = line(title)
    if (length === 0) return [{ kind: 'document-title-missing', no: i + 1 }]
    return length > documentTitleMost ? [{ kind: 'document-title-too-long', no: i + 1 }] : []
  })

/** A file's name as a first title: one clean line without its ending, cut to what a title may hold; may be empty. */
export function titleOfFile(name: string): string {
  const title = line(name.replace(/\.pdf$/i, '').replaceAll('_', ' '))
  // Cleaned again: a cut may leave half of a surrogate pair.
  return line(title.slice(0, documentTitleMost))
}

/** What a title says of its paper, as the Office names papers. */
export function kindOfTitle(title: string): DocumentKind {
  const folded = foldText(title)
  if (/tom tat/.test(folded)) return 'summary'
  if (/to trinh|ttr/.test(folded)) return 'submission'
  if (/tham dinh|tham tra/.test(folded)) return 'appraisal'
  return /du thao|nghi dinh|nghi quyet|quyet dinh/.test(folded) ? 'draft' : 'other'
}

export function documentOf(
  file: { name: string; hash: Hash; size: number; pages: number },
  newId: () => string,
): EditorDocument {
  const { name, hash, size, pages } = file
  const title = titleOfFile(name)
  return { id: DocumentId.parse(newId()), title, kind: kindOfTitle(title), hash, size, pages }
}
