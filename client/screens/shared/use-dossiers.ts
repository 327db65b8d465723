import { useState } from 'react'
import { documentOf, type EditorDocument } from '../../app/editor-document.ts'
import { useWords } from '../../ui/i18n.ts'
import { useToast } from '../../ui/toast.tsx'
import { useApp } from '../app-context.tsx'
import type { Dossier } from './dossier.ts'
import { type UploadItem, useUploads } from './use-uploads.ts'

type Documents = readonly EditorDocument[]
type DocumentPlace = EditorDocument['id'] | null

/** Where papers being written about are kept: of a ballot one dossier, of an agenda one for each item. */
export type DossierSource<Of> = {
  /** Goes on from what stands then, since several files may arrive within one drawing; the same list is no change. */
  change(of: Of, change: (documents: Documents) => Documents): void
  /** As the Office has them. */
  former(of: Of): Documents
  /** Whether members have them, too. */
  wasSent(of: Of): boolean
}

export type Dossiers<Of> = {
  items: readonly UploadItem<{ of: Of; document: DocumentPlace }>[]
  isRunning: boolean
  of(of: Of): Dossier
}

/** Papers received, and those on their way to join them or to take the place of one, which stays the same document (A4, B5). */
export function useDossiers<Of>({ change, former, wasSent }: DossierSource<Of>): Dossiers<Of> {
  const app = useApp()
  const { t } = useWords()
  const toast = useToast()
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map())
  const patch = (of: Of, document: EditorDocument) =>
    change(of, (documents) => documents.map((each) => (each.id === document.id ? document : each)))
  const putFile = (of: Of, id: DocumentPlace, file: Pick<EditorDocument, 'hash' | 'size' | 'pages'>) => {
    const { hash, size, pages } = file
    change(of, (documents) =>
      documents.map((each) => (each.id === id ? { ...each, hash, size, pages } : each)),
    )
  }
  const uploads = useUploads<{ of: Of; document: DocumentPlace }>((file, { of, document: id }) => {
    const found: { known: EditorDocument | undefined; before: EditorDocument | undefined } = {
      ...{ known: undefined, before: undefined },
    }
    change(of, (documents) => {
      found.known = documents.find(({ hash }) => hash === file.hash)
      found.before = documents.find((each) => each.id === id)
      if (found.known || found.before) return documents
      // Taken out and brought back: it is the very same.
      const isGone = (each: EditorDocument) => documents.every((other) => other.id !== each.id)
      const same = former(of).find((each) => each.hash === file.hash && isGone(each))
      return [...documents, same ?? documentOf(file, app.office.newId)]
    })
    const { known, before } = found
    if (known) return known
    setNames((all) => new Map(all).set(file.hash, file.name))
    if (before) {
      putFile(of, id, file)
      const said = t('editor.replace.done', { title: before.title, name: file.name })
      toast.offerUndo(said, () => putFile(of, id, before))
    }
    return null
  })
  return {
    items: uploads.items,
    isRunning: uploads.isRunning,
    of: (of) => {
      const items = uploads.items.filter(({ to }) => to.of === of)
      const itemsFor = (id: DocumentPlace) => items.filter(({ to }) => to.document === id)
      return {
        uploads: { ...uploads, items },
        add: (files) => uploads.add(files, { of, document: null }),
        set: (documents) => change(of, () => documents),
        patch: (document) => patch(of, document),
        replacing: {
          former: former(of),
          wasSent: wasSent(of),
          itemsFor,
          start: ({ id }, file) => {
            for (const item of itemsFor(id)) uploads.drop(item.id)
            uploads.add([file], { of, document: id })
          },
          nameOf: ({ hash }) => names.get(hash) ?? null,
        },
      }
    },
  }
}
