import { Button, Checkbox } from '@mantine/core'
import { useState } from 'react'
import type { PersonId } from '../../../shared/domain/id.ts'
import type { ShownAnnotation } from '../../app/annotation-handle.ts'
import type { PdfViewer } from '../../pdf/pdf-viewer.ts'
import { useWords } from '../../ui/i18n.ts'
import { useApp } from '../app-context.tsx'
import { FilterChips } from '../filter-chips.tsx'
import { authorColour } from './shown-mark.ts'
import type { Marks } from './use-marks.ts'

type Filter = 'all' | 'mine' | 'others'

/** Every note of the document by page, with a way to it; whose notes are shown; and what could not be placed. */
export function NotesPanel({ viewer, marks }: { viewer: PdfViewer; marks: Marks }) {
  const { t } = useWords()
  const [filter, setFilter] = useState<Filter>('all')
  const all = [...marks.shown].sort((a, b) => a.page - b.page || a.createdAt - b.createdAt)
  const listed = all.filter(({ isMine }) => filter === 'all' || isMine === (filter === 'mine'))
  const authors = [...new Set(all.map(({ author }) => author))]
  const skipped = marks.handle.skipped()
  return (
    <div className="ec-notes">
      <FilterChips
        label={t('notes.panel')}
        chips={(['all', 'mine', 'others'] as const).map((id) => ({ id, word: t(`notes.filter.${id}`) }))}
        chosen={filter}
        onChoose={setFilter}
      />
      {authors.length > 1 && <Authors authors={authors} marks={marks} />}
      {marks.tray.length > 0 && <Tray viewer={viewer} marks={marks} />}
      {skipped > 0 && <p className="ec-quiet">{t('notes.skipped', { count: skipped })}</p>}
      {all.length === 0 && <p className="ec-quiet">{t('notes.none')}</p>}
      {all.length > 0 && listed.length === 0 && <p className="ec-quiet">{t('notes.noneLeft')}</p>}
      <ul className="ec-notes-list">
        {listed.map((note) => (
          <li key={note.id}>
            <NoteRow
              note={note}
              isChosen={marks.selected?.id === note.id}
              onTap={() => {
                viewer.goTo(note.page + 1)
                marks.setTool('select')
                marks.select(note.id)
              }}
            />
          </li>
        ))}
      </ul>
    </div>
  )
}

function NoteRow({ note, isChosen, onTap }: { note: ShownAnnotation; isChosen: boolean; onTap: () => void }) {
  const { t } = useWords()
  const app = useApp()
  const words = note.text.trim() || note.quote?.exact
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
        <span className="ec-note-facts">
          {t('notes.onPage', { page: note.page + 1 })} · {t(`notes.kind.${note.geometry.kind}`)}
          {!note.isMine && ` · ${app.copy.reader.get('person', `person/${note.author}`)?.name ?? ''}`}
          {note.isMine && note.layer === 'shared' && ` · ${t('notes.layer.shared')}`}
        </span>
        {words !== undefined && <span className="ec-note-words">{words}</span>}
      </span>
    </button>
  )
}

function Authors({ authors, marks }: { authors: readonly PersonId[]; marks: Marks }) {
  const { t } = useWords()
  const app = useApp()
  return (
    <fieldset className="ec-note-authors">
      <legend>{t('notes.authors')}</legend>
      {authors.map((author) => (
        <Checkbox
          key={author}
          label={
            author === app.identity.person
              ? t('notes.me')
              : (app.copy.reader.get('person', `person/${author}`)?.name ?? '')
          }
          checked={!marks.hidden.has(author)}
          onChange={() => {
            const hidden = new Set(marks.hidden)
            if (!hidden.delete(author)) hidden.add(author)
            marks.setHidden(hidden)
          }}
        />
      ))}
    </fieldset>
  )
}

/** A4: what lost its words in a new version is listed, never dropped. */
function Tray({ viewer, marks }: { viewer: PdfViewer; marks: Marks }) {
  const { t } = useWords()
  return (
    <section className="ec-note-tray">
      <h3>{t('notes.tray')}</h3>
      <p className="ec-quiet">{t('notes.trayText')}</p>
      <ul className="ec-notes-list">
        {marks.tray.map((note) => (
          <li key={note.id}>
            <NoteRow note={note} isChosen={false} onTap={() => {}} />
            {note.isMine && (
              <Button
                variant="default"
                size="sm"
                onClick={() => {
                  const placement = { version: marks.document.hash, page: viewer.page() - 1, dx: 0, dy: 0 }
                  marks.handle.change([note.id], { placement })
                }}
              >
                {t('notes.putHere')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
