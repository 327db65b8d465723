import type { ReactNode } from 'react'
import type { DossierId } from '../../shared/domain/dossier.ts'
import { useWords } from '../ui/i18n.ts'
import type { IconName } from '../ui/icon-paths.ts'
import { PaperRow } from './paper-row.tsx'
import type { DossierNotes } from './use-dossier-notes.ts'
import { useSearchDossier } from './use-search-dossier.ts'

type DossierListProps = {
  dossier: DossierId
  overview: { sign: IconName; word: string }
  papers: ReactNode
  hasDocuments: boolean
  /** Null for who keeps none. */
  notes: DossierNotes | null
  place: 'overview' | 'notes' | 'document'
  /** Among the words of the overview: the papers come first, and nothing leads to where one is. */
  isInOverview: boolean
  onOverview: () => void
  onNotes: () => void
}

/** What lies in a dossier: its words, one's notes, its papers. */
export function DossierList(props: DossierListProps) {
  const { dossier, overview, papers, hasDocuments, notes, place, isInOverview, onOverview, onNotes } = props
  const { t } = useWords()
  const search = useSearchDossier(dossier)
  const means = (
    <>
      {notes && (
        <PaperRow isMeans sign="sticky" isHere={place === 'notes'} onOpen={onNotes}>
          <span className="ec-paper-words">
            <span className="ec-paper-title">{t('notes.dossier')}</span>
            <span className="ec-paper-facts">
              {notes.notes.length > 0 ? t('notes.count', { count: notes.notes.length }) : t('notes.nothing')}
            </span>
          </span>
        </PaperRow>
      )}
      {search && hasDocuments && (
        <PaperRow isMeans sign="search" isHere={false} onOpen={() => search('')}>
          <span className="ec-paper-title">{t('search.inDossier')}</span>
        </PaperRow>
      )}
    </>
  )
  return (
    <ul className="ec-papers">
      {!isInOverview && (
        <>
          <PaperRow sign={overview.sign} isHere={place === 'overview'} onOpen={onOverview}>
            <span className="ec-paper-title">{overview.word}</span>
          </PaperRow>
          {means}
        </>
      )}
      {papers}
      {isInOverview && means}
    </ul>
  )
}
