import { Button, Checkbox } from '@mantine/core'
import type { PersonId } from '../../../shared/domain/id.ts'
import type { PdfViewer } from '../../pdf/pdf-viewer.ts'
import { useWords } from '../../ui/i18n.ts'
import { useApp } from '../app-context.tsx'
import type { DossierNote } from '../note-filter.ts'
import { NoteList } from '../note-list.tsx'
import { NoteRow } from '../note-row.tsx'
import { useDossierNotes } from '../use-dossier-notes.ts'
import type { Marks } from './use-marks.ts'

type NotesPanelProps = {
  viewer: PdfViewer
  marks: Marks
  documents: Parameters<typeof useDossierNotes>[1]
  onOpen: (note: DossierNote) => void
}

/** Every note of the document, or of the dossier, with a way to it; whose notes are shown; and what could not be placed. */
export function NotesPanel({ viewer, marks, documents, onOpen }: NotesPanelProps) {
  const { t } = useWords()
  const { dossier, document } = marks.document
  const all = useDossierNotes(dossier, documents)
  const authors = [...new Set(marks.shown.map(({ author }) => author))]
  const skipped = marks.handle.skipped()
  return (
    <div className="ec-notes">
      {authors.length > 1 && <Authors authors={authors} marks={marks} />}
      {marks.placing.length > 0 && (
        <p className="ec-quiet" role="status">
          {t('notes.placing', { count: marks.placing.length })}
        </p>
      )}
      {marks.tray.length > 0 && <Tray viewer={viewer} marks={marks} />}
      {skipped > 0 && <p className="ec-quiet">{t('notes.skipped', { count: skipped })}</p>}
      {all && (
        <NoteList
          key={document}
          all={all}
          only={document}
          chosen={marks.selected?.id ?? null}
          onOpen={onOpen}
        />
      )}
    </div>
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
      <h2>{t('notes.tray')}</h2>
      <p className="ec-quiet">{t('notes.trayText')}</p>
      <ul>
        {marks.tray.map((note) => (
          <li key={note.id}>
            <NoteRow note={note} page={null} isChosen={false} onTap={null} />
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
