import type { EditorDocument } from '../../app/editor-document.ts'
import type { UploadItem } from './use-uploads.ts'

/** A new file in the place of one: the document stays the same, and its notes and comparisons go on with it (A4, B5). */
export type Replacing = {
  /** The documents as the Office has them: by their ids one knows what a new file stands for. */
  former: readonly EditorDocument[]
  /** Members have them already: whether a paper that was added stands for one that was taken out is asked. */
  wasSent: boolean
  /** On their way into the place of a document. */
  itemsFor(id: EditorDocument['id']): readonly UploadItem[]
  start(document: EditorDocument, file: File): void
  /** What a file that was chosen here is called. */
  nameOf(document: EditorDocument): string | null
}
