import { Button, Textarea } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { editBetween } from '../../../shared/lib/text-edit.ts'
import { formatInstant } from '../../../shared/lib/time.ts'
import type { ShownAnnotation } from '../../app/annotation-handle.ts'
import { useWords } from '../../ui/i18n.ts'
import { Icon } from '../../ui/icon.tsx'
import { useToast } from '../../ui/toast.tsx'
import { useFocusBack } from '../../ui/use-focus-back.ts'
import { useApp } from '../app-context.tsx'
import { coloursFor } from '../mark-choices.ts'
import { ShareSheet } from './share-sheet.tsx'
import { ToolButton } from './tool-button.tsx'
import type { Marks } from './use-marks.ts'
import { namesOf } from './use-sharing.ts'

/** The chosen note: its words, its colour, whose it is, and what can be done with it. */
export function NoteEditor({ marks, note }: { marks: Marks; note: ShownAnnotation }) {
  const { t } = useWords()
  const app = useApp()
  const toast = useToast()
  const { kind } = note.geometry
  const place = useRef<HTMLElement>(null)
  useFocusBack(true)
  // Who chose it in the list is brought to it; in its words they would be already.
  useEffect(() => {
    if (note.id !== '' && document.activeElement?.closest('.ec-note-row')) place.current?.focus()
  }, [note.id])
  const name = app.copy.reader.get('person', `person/${note.author}`)?.name ?? ''
  const colours = note.isMine && kind !== 'note' && kind !== 'bookmark' ? coloursFor(kind) : null
  const readers = app.annotations.readers(marks.document.dossier, marks.document.document)
  const [isSharing, setSharing] = useState(false)
  const takeBack = () => {
    const moved = marks.handle.move([note.id], 'private')
    marks.select(null)
    toast.offerUndo(t('notes.share.undone'), () => void marks.handle.move(moved, 'shared'))
  }
  const remove = () => {
    marks.remove([note.id])
    toast.offerUndo(t('notes.editor.removed'), () => void marks.handle.undo())
  }
  return (
    <section
      ref={place}
      className="ec-note-editor ec-no-print"
      aria-label={t('notes.editor.title')}
      tabIndex={-1}
    >
      <div className="ec-note-editor-head">
        <span>
          {note.isMine ? t(`notes.kind.${kind}`) : t('notes.editor.of', { name })}
          <span className="ec-quiet"> · {formatInstant(note.createdAt)}</span>
        </span>
        <ToolButton icon="close" word={t('notes.editor.done')} onTap={() => marks.select(null)} />
      </div>
      {note.isMine && note.layer === 'shared' && (
        <p className="ec-note-readers">
          <Icon name="people" size={20} />
          {readers.length === 0
            ? t('notes.share.nobody')
            : t('notes.share.with', { names: namesOf(app, readers) })}
        </p>
      )}
      {note.isMine ? (
        <NoteWords key={note.id} marks={marks} note={note} />
      ) : (
        note.text !== '' && <p className="ec-note-said">{note.text}</p>
      )}
      {note.isMine && (
        <div className="ec-note-editor-foot">
          {colours?.map(({ word, value }) => (
            <button
              key={value}
              type="button"
              className="ec-plain-button ec-square"
              aria-label={t(`notes.colour.${word}`)}
              aria-pressed={note.colour === value}
              onClick={() => marks.handle.change([note.id], { colour: value })}
            >
              <span className="ec-mark-colour" style={{ background: value }} />
            </button>
          ))}
          <span className="ec-reader-gap" />
          {note.layer === 'shared' ? (
            <Button variant="default" onClick={takeBack}>
              {t('notes.layer.toPrivate')}
            </Button>
          ) : (
            <Button
              variant="default"
              leftSection={<Icon name="people" size={20} />}
              onClick={() => setSharing(true)}
            >
              {t('notes.layer.toShared')}
            </Button>
          )}
          <ToolButton icon="remove" word={t('notes.editor.remove')} onTap={remove} />
        </div>
      )}
      {isSharing && <ShareSheet marks={marks} note={note} onClose={() => setSharing(false)} />}
    </section>
  )
}

/** Every letter is written as it is typed: there is nothing to save, and nothing to lose. */
function NoteWords({ marks, note }: { marks: Marks; note: ShownAnnotation }) {
  const { t } = useWords()
  const isWriting = marks.tool !== null
  const [words] = useState(() => marks.handle.noteText(note.id))
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    const isOfWords = note.geometry.kind === 'text' || note.geometry.kind === 'note'
    // Who only reads it has no use for a keyboard over the page.
    if (isOfWords && isWriting) field.current?.focus()
  }, [note.geometry.kind, isWriting])
  if (!words) return null
  return (
    <Textarea
      ref={field}
      aria-label={t('notes.editor.field')}
      placeholder={t('notes.editor.field')}
      autosize
      minRows={2}
      maxRows={8}
      maxLength={20_000}
      autoComplete="off"
      value={note.text}
      onChange={(event) => {
        const edit = editBetween(words.value(), event.currentTarget.value)
        if (edit) words.edit(edit.at, edit.remove, edit.insert)
      }}
    />
  )
}
