import type { EditorDocument } from '../../app/editor-document.ts'
import type { Replacing } from './replacing.ts'
import type { Uploads } from './use-uploads.ts'

/** Papers being written about, with those on their way, and what may be done with them. */
export type Dossier = {
  uploads: Uploads
  add(files: readonly File[]): void
  set(documents: readonly EditorDocument[]): void
  patch(document: EditorDocument): void
  /** Where a paper's file can be replaced, the paper staying the same. */
  replacing?: Replacing
}
