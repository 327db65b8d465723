import type { DirectiveDesk } from './directive-desk.ts'
import type { DocumentShelf } from './document.ts'
import { derivedOf } from './document-files.ts'
import type { WorkingCopy } from './working-copy.ts'

/** How many files of the library cannot be searched here, since their words are not on this device. */
export function wordlessFiles(deps: {
  copy: Pick<WorkingCopy, 'reader'>
  documents: Pick<DocumentShelf, 'isComplete'>
  directives: Pick<DirectiveDesk, 'list'>
}): number {
  const files = deps.directives
    .list()
    .flatMap(({ content }) => content?.documents.map(({ hash }) => hash) ?? [])
  return [...new Set(files)].filter((hash) => {
    const { text } = derivedOf(hash, deps.copy)
    return !text || !deps.documents.isComplete(text)
  }).length
}
