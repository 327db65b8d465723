import './notes.css'
import { NativeSelect } from '@mantine/core'
import { useState } from 'react'
import type { DocumentId } from '../../shared/domain/id.ts'
import { useWords } from '../ui/i18n.ts'
import { useApp } from './app-context.tsx'
import { noteEntries } from './note-entries.ts'
import {
  anyNote,
  choicesIn,
  type DossierNote,
  filterNotes,
  inReadingOrder,
  type NoteFilter,
} from './note-filter.ts'
import { NoteRow } from './note-row.tsx'
import type { DossierNotes } from './use-dossier-notes.ts'

type NoteListProps = {
  /** Of the whole dossier. */
  all: DossierNotes
  /** The document that the list begins with; null for all. */
  only: DocumentId | null
  chosen: string | null
  onOpen: (note: DossierNote) => void
}

/** Notes of a dossier by document and page, each with a way to it; by kind, author, colour and document. */
export function NoteList({ all, only, chosen, onOpen }: NoteListProps) {
  const { t } = useWords()
  const [filter, setFilter] = useState<NoteFilter>({ ...anyNote, document: only })
  const found = inReadingOrder(filterNotes(all.notes, filter)).map(({ document, notes }) => ({
    document,
    entries: noteEntries(notes),
  }))
  const count = found.reduce((sum, { entries }) => sum + entries.length, 0)
  return (
    <div className="ec-notes">
      {all.notes.length > 0 && <Filters notes={all.notes} filter={filter} only={only} onChange={setFilter} />}
      <p className="ec-quiet ec-notes-count" role="status">
        {!all.isRead
          ? t('notes.reading')
          : count > 0
            ? t('notes.count', { count })
            : t(
                isNarrowed(filter, only)
                  ? 'notes.noneLeft'
                  : only === null
                    ? 'notes.noneInDossier'
                    : 'notes.none',
              )}
      </p>
      <div className="ec-notes-list">
        {found.map(({ document, entries }) => (
          <section key={document.id} aria-label={document.title}>
            {filter.document === null && <h3 className="ec-notes-document">{document.title}</h3>}
            <ul>
              {entries.map(({ first, notes }) => (
                <li key={first.note.id}>
                  <NoteRow
                    note={first.note}
                    strokes={notes.map(({ note }) => note)}
                    page={first.page}
                    isChosen={notes.some(({ note }) => note.id === chosen)}
                    onTap={() => onOpen(first)}
                  />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </div>
  )
}

/** Whether the reader has chosen more than where the list begins. */
const isNarrowed = (filter: NoteFilter, only: DocumentId | null) =>
  filter.kind !== null ||
  filter.author !== null ||
  filter.colour !== null ||
  (filter.document !== null && filter.document !== only)

type FiltersProps = {
  notes: readonly DossierNote[]
  filter: NoteFilter
  only: DocumentId | null
  onChange: (filter: NoteFilter) => void
}

function Filters({ notes, filter, only, onChange }: FiltersProps) {
  const { t } = useWords()
  const app = useApp()
  const { kinds, authors, colours, documents } = choicesIn(notes)
  const nameOf = (author: string) =>
    author === app.identity.person
      ? t('notes.me')
      : (app.copy.reader.get('person', `person/${author}`)?.name ?? '')
  const titles = new Map(notes.map(({ document }) => [document.id, document.title]))
  // Where the list begins stands to choose, though nothing was written there.
  const places = only === null || documents.includes(only) ? documents : [only, ...documents]
  return (
    <div className="ec-note-filters">
      <Choice
        label={t('notes.by.kind')}
        any={t('notes.by.anyKind')}
        values={kinds}
        wordOf={(kind) => t(`notes.kind.${kind}`)}
        chosen={filter.kind}
        onChoose={(kind) => onChange({ ...filter, kind })}
      />
      <Choice
        label={t('notes.by.author')}
        any={t('notes.by.anyAuthor')}
        values={authors}
        wordOf={nameOf}
        chosen={filter.author}
        onChoose={(author) => onChange({ ...filter, author })}
      />
      <Choice
        label={t('notes.by.colour')}
        any={t('notes.by.anyColour')}
        values={colours}
        wordOf={(colour) => t(`notes.colour.${colour}`)}
        chosen={filter.colour}
        onChoose={(colour) => onChange({ ...filter, colour })}
      />
      <Choice
        label={t('notes.by.document')}
        any={t('notes.by.anyDocument')}
        values={places}
        wordOf={(id) => (id === only ? t('notes.by.thisDocument') : (titles.get(id) ?? ''))}
        chosen={filter.document}
        onChoose={(document) => onChange({ ...filter, document })}
      />
    </div>
  )
}

type ChoiceProps<T extends string> = {
  label: string
  any: string
  values: readonly T[]
  wordOf: (value: T) => string
  chosen: T | null
  onChoose: (value: T | null) => void
}

function Choice<T extends string>({ label, any, values, wordOf, chosen, onChoose }: ChoiceProps<T>) {
  return (
    <NativeSelect
      aria-label={label}
      data-narrowed={chosen !== null || undefined}
      value={chosen ?? ''}
      data={[{ value: '', label: any }, ...values.map((value) => ({ value, label: wordOf(value) }))]}
      onChange={({ currentTarget: { value } }) => onChoose(values.find((each) => each === value) ?? null)}
    />
  )
}
