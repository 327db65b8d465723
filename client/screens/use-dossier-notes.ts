import { useEffect, useMemo, useReducer, useState } from 'react'
import { permit } from '../../shared/domain/access.ts'
import type { BallotDocument } from '../../shared/domain/ballot.ts'
import type { DossierId } from '../../shared/domain/dossier.ts'
import type { Hash } from '../../shared/domain/id.ts'
import { pagesForMarks } from '../app/mark-texts.ts'
import type { OpenApp } from '../app/open-app.ts'
import { useApp } from './app-context.tsx'
import type { DossierNote } from './note-filter.ts'

export type DossierNotes = { notes: readonly DossierNote[]; isRead: boolean }

/** Every note on a dossier's documents, whether they are open or not; null for who keeps none. */
export function useDossierNotes(
  dossier: DossierId | null,
  documents: readonly BallotDocument[],
): DossierNotes | null {
  const app = useApp()
  const { annotations } = app
  const [changes, bump] = useReducer((count: number) => count + 1, 0)
  useEffect(() => annotations.subscribe(bump), [annotations])
  const mayWrite = permit(app.me().subject, { action: 'open-notes', owner: app.identity.person }).allow
  const isKept = dossier !== null && mayWrite
  // biome-ignore lint/correctness/useExhaustiveDependencies: `changes` says that notes have changed
  const bare = useMemo(
    () =>
      dossier === null || !isKept
        ? []
        : documents.flatMap((document) =>
            annotations.book.on(dossier, document.id).map((note) => ({ document, note })),
          ),
    [annotations, dossier, isKept, documents, changes],
  )
  const followed = useFollowed(app, bare)
  const notes = useMemo(
    () =>
      bare.map(({ document, note }): DossierNote => {
        if (note.version === document.hash) return { document, note, page: note.page }
        const { placement } = note
        if (placement?.version === document.hash) return { document, note, page: placement.page }
        return { document, note, page: followed.get(note.id) ?? null }
      }),
    [bare, followed],
  )
  return isKept ? { notes, isRead: annotations.book.isRead() } : null
}

const nowhere: ReadonlyMap<string, number> = new Map()

/** A4: on which page of the present version marks of former ones stand by their words. */
function useFollowed({ pageFiles }: OpenApp, bare: readonly Omit<DossierNote, 'page'>[]) {
  const [followed, setFollowed] = useState(nowhere)
  const former = useMemo(() => {
    const left = bare.filter(({ document, note }) => note.version !== document.hash)
    return Map.groupBy(left, ({ document }) => document.hash)
  }, [bare])
  const key = [...former]
    .map(([hash, left]) => [hash, ...left.map(({ note }) => note.id)].join(' '))
    .join('\n')
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says which marks they are
  useEffect(() => {
    if (key === '') return
    let isGone = false
    const find = ([hash, left]: [Hash, typeof bare]) =>
      pagesForMarks(
        hash,
        left.map(({ note }) => note),
        pageFiles.text,
      )
    void Promise.all([...former].map(find)).then((found) => {
      if (!isGone) setFollowed(new Map(found.flatMap((each) => [...each])))
    })
    return () => {
      isGone = true
    }
  }, [pageFiles, key])
  return followed
}
