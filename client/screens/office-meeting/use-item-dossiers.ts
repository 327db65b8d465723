import type { AgendaItemId } from '../../../shared/domain/id.ts'
import type { EditorItem } from '../../app/agenda-item-editing.ts'
import { documentOf } from '../../app/editor-document.ts'
import { useApp } from '../app-context.tsx'
import type { Dossier } from '../shared/dossier.ts'
import { type UploadItem, useUploads } from '../shared/use-uploads.ts'
import type { SheetInHand } from './use-meeting-sheet.ts'

export type ItemDossiers = {
  items: readonly UploadItem<AgendaItemId>[]
  isRunning: boolean
  of(item: EditorItem): Dossier
}

/** The papers of an agenda being written. Files go on arriving while their item is folded. */
export function useItemDossiers({ patchItem }: Pick<SheetInHand, 'patchItem'>): ItemDossiers {
  const app = useApp()
  const uploads = useUploads<AgendaItemId>((file, to) => {
    let known: { title: string } | null = null
    patchItem(to, ({ documents }) => {
      known = documents.find(({ hash }) => hash === file.hash) ?? null
      return known ? {} : { documents: [...documents, documentOf(file, app.office.newId)] }
    })
    return known
  })
  return {
    items: uploads.items,
    isRunning: uploads.isRunning,
    of: ({ id }) => ({
      uploads: { ...uploads, items: uploads.items.filter(({ to }) => to === id) },
      add: (files) => uploads.add(files, id),
      set: (documents) => patchItem(id, () => ({ documents: [...documents] })),
      patch: (document) =>
        patchItem(id, ({ documents }) => ({
          documents: documents.map((each) => (each.id === document.id ? document : each)),
        })),
    }),
  }
}
