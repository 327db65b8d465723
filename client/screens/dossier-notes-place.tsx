import { useWords } from '../ui/i18n.ts'
import type { DossierNote } from './note-filter.ts'
import { NoteList } from './note-list.tsx'
import type { DossierNotes } from './use-dossier-notes.ts'

type DossierNotesPlaceProps = { all: DossierNotes; onOpen: (note: DossierNote) => void }

/** Everything written on the dossier, in the place where its documents are read. */
export function DossierNotesPlace({ all, onOpen }: DossierNotesPlaceProps) {
  const { t } = useWords()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="ec-dossier-notes" tabIndex={0} aria-label={t('notes.dossier')}>
      <h2>{t('notes.dossier')}</h2>
      <p className="ec-quiet">{t('notes.dossierUnder')}</p>
      <NoteList all={all} only={null} chosen={null} onOpen={onOpen} />
    </section>
  )
}
