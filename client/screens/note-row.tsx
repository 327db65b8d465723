import type { ReactNode } from 'react'
import type { ShownAnnotation } from '../app/annotation-handle.ts'
import { useWords } from '../ui/i18n.ts'
import { useApp } from './app-context.tsx'
import { authorColour } from './shown-mark.ts'
import { StrokePicture } from './stroke-picture.tsx'

type NoteRowProps = {
  note: ShownAnnotation
  /** What stands for it where it is handwriting: all strokes that were made together. */
  strokes?: readonly ShownAnnotation[]
  /** From 0; null where it has no place in this version. */
  page: number | null
  isChosen: boolean
  /** Null: it is only shown. */
  onTap: (() => void) | null
}

/** One note in a list: where, what, whose, and its words, those under it, or what was drawn. */
export function NoteRow({ note, strokes = [note], page, isChosen, onTap }: NoteRowProps) {
  const { t } = useWords()
  const app = useApp()
  // Words that it stands beside are not its own.
  const words = note.text.trim() || ('quads' in note.geometry ? note.quote?.exact : undefined)
  const facts = [
    page === null ? t('notes.noPlace') : t('notes.onPage', { page: page + 1 }),
    strokes.length > 1
      ? t('notes.strokes', { count: strokes.length })
      : t(`notes.kind.${note.geometry.kind}`),
    ...(note.isMine ? [] : [app.copy.reader.get('person', `person/${note.author}`)?.name ?? '']),
    ...(note.isMine && note.layer === 'shared' ? [t('notes.layer.shared')] : []),
  ]
  return (
    <Row isChosen={isChosen} onTap={onTap}>
      <span
        className="ec-note-sign"
        style={{ background: note.isMine ? note.colour : authorColour(note.author) }}
      />
      <span>
        <span className="ec-note-facts">{facts.join(' · ')}</span>
        {words !== undefined && <span className="ec-note-words">{words}</span>}
        {note.geometry.kind === 'ink' && <StrokePicture strokes={strokes} />}
      </span>
    </Row>
  )
}

type RowProps = Pick<NoteRowProps, 'isChosen' | 'onTap'> & { children: ReactNode }

function Row({ isChosen, onTap, children }: RowProps) {
  if (!onTap) return <div className="ec-note-row">{children}</div>
  return (
    <button
      type="button"
      className="ec-plain-button ec-note-row"
      aria-current={isChosen || undefined}
      onClick={onTap}
    >
      {children}
    </button>
  )
}
