import { useRef } from 'react'
import { type BallotEditing, documentOf, type EditorDocument } from '../../app/ballot-editing.ts'
import { useApp } from '../app-context.tsx'
import { useUploads } from './use-uploads.ts'

export type Dossier = ReturnType<typeof useDossier>

/** The papers of a ballot being written: those received, and those on their way to join them. */
export function useDossier(
  documents: readonly EditorDocument[],
  onChange: (part: Pick<BallotEditing, 'documents'>) => void,
) {
  const app = useApp()
  // Several files may arrive within one drawing: each goes on from the list that the last one left.
  const latest = useRef(documents)
  latest.current = documents
  const set = (next: readonly EditorDocument[]) => {
    latest.current = next
    onChange({ documents: [...next] })
  }
  const uploads = useUploads((file) => {
    const known = latest.current.find(({ hash }) => hash === file.hash)
    if (known) return known
    set([...latest.current, documentOf(file, app.office.newId)])
    return null
  })
  const patch = (document: EditorDocument) =>
    set(latest.current.map((each) => (each.id === document.id ? document : each)))
  return { uploads, set, patch }
}
