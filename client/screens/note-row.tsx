import type { ShownAnnotation } from '../app/annotation-handle.ts'
import { useWords } from '../ui/i18n.ts'
import { useApp } from './app-context.tsx'
import { authorColour } from './shown-mark.ts'

type NoteRowProps = {
  note: ShownAnnotation
  /** From 0; null where it has no place in this version. */
  page: number | null
  isChosen: boolean
  onTap: () => void
}

/** One note in a list: where, what, whose, and its words or those under it. */
export function NoteRow({ note, page, isChosen, onTap }: NoteRowProps) {
  const { t } = useWords()
  const app = useApp()
  const words = note.text.trim() || note.quote?.exact
  const facts = [
    page === null ? t('notes.noPlace') : t('notes.onPage', { page: page + 1 }),
    t(`notes.kind.${note.geometry.kind}`),
    ...(note.isMine ? [] : [app.copy.reader.get('person', `person/${note.author}`)?.name ?? '']),
    ...(note.isMine && note.layer === 'shared' ? [t('notes.layer.shared')] : []),
  ]
  return (
    <button
      type="button"
      className="ec-plain-button ec-note-row"
      aria-current={isChosen || undefined}
      onClick={onTap}
    >
      <span
        className="ec-note-sign"
        style={{ background: note.isMine ? note.colour : authorColour(note.author) }}
      />
      <span>
        <span className="ec-note-facts">{facts.join(' · ')}</span>
        {words !== undefined && <span className="ec-note-words">{words}</span>}
      </span>
    </button>
  )
}
