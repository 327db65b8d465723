import { useRef } from 'react'
import type { BallotEditing } from '../../app/ballot-editing.ts'
import { documentOf, type EditorDocument } from '../../app/editor-document.ts'
import { useApp } from '../app-context.tsx'
import type { Dossier } from '../shared/editor-documents.tsx'
import { useUploads } from '../shared/use-uploads.ts'

/** The papers of a ballot being written: those received, and those on their way to join them. */
export function useDossier(
  documents: readonly EditorDocument[],
  onChange: (part: Pick<BallotEditing, 'documents'>) => void,
): Dossier {
  const app = useApp()
  // Several files may arrive within one drawing: each goes on from the list that the last one left.
  const latest = useRef(documents)
  latest.current = documents
  const set = (next: readonly EditorDocument[]) => {
    latest.current = next
    onChange({ documents: [...next] })
  }
  const uploads = useUploads<null>((file) => {
    const known = latest.current.find(({ hash }) => hash === file.hash)
    if (known) return known
    set([...latest.current, documentOf(file, app.office.newId)])
    return null
  })
  const patch = (document: EditorDocument) =>
    set(latest.current.map((each) => (each.id === document.id ? document : each)))
  return { uploads, add: (files) => uploads.add(files, null), set, patch }
}
