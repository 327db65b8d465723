import { useRef } from 'react'
import type { BallotEditing } from '../../app/ballot-editing.ts'
import type { EditorDocument } from '../../app/editor-document.ts'
import type { Dossier } from '../shared/dossier.ts'
import type { Replacing } from '../shared/replacing.ts'
import { useDossiers } from '../shared/use-dossiers.ts'

/**
 * The papers of a ballot being written.
 * @param office what the Office has, and whether members have it too
 */
export function useDossier(
  documents: readonly EditorDocument[],
  { former, wasSent }: Pick<Replacing, 'former' | 'wasSent'>,
  onChange: (part: Pick<BallotEditing, 'documents'>) => void,
): Dossier {
  const latest = useRef(documents)
  latest.current = documents
  return useDossiers<'ballot'>({
    change: (_, change) => {
      const next = change(latest.current)
      if (next === latest.current) return
      latest.current = next
      onChange({ documents: [...next] })
    },
    former: () => former,
    wasSent: () => wasSent,
  }).of('ballot')
}
