import { useRef, useState } from 'react'
import type { BallotEditing } from '../../app/ballot-editing.ts'
import { documentOf, type EditorDocument } from '../../app/editor-document.ts'
import { useWords } from '../../ui/i18n.ts'
import { useToast } from '../../ui/toast.tsx'
import { useApp } from '../app-context.tsx'
import type { Dossier } from '../shared/dossier.ts'
import type { Replacing } from '../shared/replacing.ts'
import { useUploads } from '../shared/use-uploads.ts'

type Place = EditorDocument['id'] | null

/**
 * The papers of a ballot being written: those received, and those on their way to join them or to take the place of one.
 * @param office what the Office has, and whether members have it too
 */
export function useDossier(
  documents: readonly EditorDocument[],
  { former, wasSent }: Pick<Replacing, 'former' | 'wasSent'>,
  onChange: (part: Pick<BallotEditing, 'documents'>) => void,
): Dossier {
  const app = useApp()
  const { t } = useWords()
  const toast = useToast()
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map())
  // Several files may arrive within one drawing: each goes on from the list that the last one left.
  const latest = useRef(documents)
  latest.current = documents
  const set = (next: readonly EditorDocument[]) => {
    latest.current = next
    onChange({ documents: [...next] })
  }
  const find = (id: Place) => latest.current.find((each) => each.id === id)
  const patch = (document: EditorDocument) =>
    set(latest.current.map((each) => (each.id === document.id ? document : each)))
  const putFile = (id: Place, { hash, size, pages }: Pick<EditorDocument, 'hash' | 'size' | 'pages'>) => {
    const document = find(id)
    if (document) patch({ ...document, hash, size, pages })
  }
  const uploads = useUploads<Place>((file, place) => {
    const known = latest.current.find(({ hash }) => hash === file.hash)
    if (known) return known
    setNames((all) => new Map(all).set(file.hash, file.name))
    const before = find(place)
    if (before) {
      putFile(place, file)
      const said = t('editor.replace.done', { title: before.title, name: file.name })
      toast.offerUndo(said, () => putFile(place, before))
      return null
    }
    // Taken out and brought back: it is the very same.
    const same = former.find(({ id, hash }) => hash === file.hash && !find(id))
    set([...latest.current, same ?? documentOf(file, app.office.newId)])
    return null
  })
  const itemsFor = (id: Place) => uploads.items.filter(({ to }) => to === id)
  return {
    uploads,
    add: (files) => uploads.add(files, null),
    set,
    patch,
    replacing: {
      former,
      wasSent,
      itemsFor,
      start: ({ id }, file) => {
        for (const item of itemsFor(id)) uploads.drop(item.id)
        uploads.add([file], id)
      },
      nameOf: ({ hash }) => names.get(hash) ?? null,
    },
  }
}
