import { Button, Select, TextInput } from '@mantine/core'
import { Dropzone } from '@mantine/dropzone'
import { useRef } from 'react'
import { DocumentKind } from '../../../shared/domain/ballot.ts'
import { type BallotEditing, documentOf, type EditorDocument } from '../../app/ballot-editing.ts'
import { useWords } from '../../ui/i18n.ts'
import { Icon } from '../../ui/icon.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useToast } from '../../ui/toast.tsx'
import { useApp } from '../app-context.tsx'
import { fileSize } from '../file-size.ts'
import { type EditorGap, gapWords } from './gap-words.ts'
import { moved, without } from './list-order.ts'
import { OrderButtons } from './order-buttons.tsx'
import { UploadLeaveGuard } from './upload-leave-guard.tsx'
import { UploadList } from './upload-list.tsx'
import { useUploads } from './use-uploads.ts'

type EditorDocumentsProps = {
  editing: BallotEditing
  gaps: readonly EditorGap[]
  onChange: (part: Partial<BallotEditing>) => void
}

/** M2: a longer paper needs a summary, and the summary a measure. */
const longPages = 10
const summaryPages = 6

/** The dossier: PDFs on their way, received, named, ordered. */
export function EditorDocuments({ editing: { documents }, gaps, onChange }: EditorDocumentsProps) {
  const app = useApp()
  const { t, language } = useWords()
  const toast = useToast()
  const open = useRef<() => void>(null)
  // Several files may arrive within one drawing: each goes on from the list that the last one left.
  const latest = useRef(documents)
  latest.current = documents
  const set = (next: EditorDocument[]) => {
    latest.current = next
    onChange({ documents: next })
  }
  const uploads = useUploads((file) => {
    const known = latest.current.find(({ hash }) => hash === file.hash)
    if (known) return known
    const document = documentOf(file, app.office.newId)
    set([...latest.current, document])
    return null
  })
  const patch = (document: EditorDocument) =>
    set(latest.current.map((each) => (each.id === document.id ? document : each)))
  const hint = hintOf(documents)
  return (
    <section className="ec-editor-part" aria-label={t('editor.documents')}>
      <h2>{t('editor.documents')}</h2>
      {documents.length > 0 && (
        <ol className="ec-editor-documents">
          {documents.map((document, i) => {
            const no = i + 1
            const gap = gaps.find(
              (each) =>
                (each.kind === 'document-title-missing' || each.kind === 'document-title-too-long') &&
                each.no === no,
            )
            return (
              <li key={document.id} className="ec-editor-document">
                <TextInput
                  aria-label={t('editor.documentTitle', { no })}
                  value={document.title}
                  error={gap && gapWords(t, gap)}
                  onChange={(event) => patch({ ...document, title: event.currentTarget.value })}
                />
                <Select
                  aria-label={t('editor.documentKind', { no })}
                  allowDeselect={false}
                  data={DocumentKind.options.map((kind) => ({
                    value: kind,
                    label: t(`ballot.kind.${kind}`),
                  }))}
                  value={document.kind}
                  onChange={(kind) => kind !== null && patch({ ...document, kind })}
                />
                <OrderButtons
                  what={`“${document.title}”`}
                  at={i}
                  count={documents.length}
                  onMove={(to) => set(moved(documents, i, to))}
                  onRemove={() => {
                    set(without(documents, i))
                    toast.offerUndo(t('editor.removed', { what: `“${document.title}”` }), () =>
                      set(documents),
                    )
                  }}
                />
                <span className="ec-quiet ec-figures">
                  {t('ballot.pages', { count: document.pages })} · {fileSize(document.size, language)}
                </span>
              </li>
            )
          })}
        </ol>
      )}
      {hint && <Notice tone="waiting" title={t(`editor.${hint}`)} />}
      <UploadList uploads={uploads} />
      <UploadLeaveGuard isRunning={uploads.isRunning} />
      <Dropzone
        className="ec-editor-drop"
        onDrop={uploads.add}
        openRef={open}
        activateOnClick={false}
        activateOnKeyboard={false}
        inputProps={{ 'aria-label': t('editor.choose') }}
      >
        <div className="ec-editor-drop-inside">
          <Icon name="upload" size={32} />
          <div>
            <div className="ec-editor-drop-line">
              {t('editor.drop')}
              <Button variant="default" onClick={() => open.current?.()}>
                {t('editor.choose')}
              </Button>
            </div>
            <p className="ec-quiet">
              {t('editor.limits')} <strong>{t('editor.secret')}</strong>
            </p>
          </div>
        </div>
      </Dropzone>
    </section>
  )
}

function hintOf(documents: readonly EditorDocument[]): 'needsSummary' | 'summaryLong' | null {
  const summaries = documents.filter(({ kind }) => kind === 'summary')
  if (summaries.some(({ pages }) => pages > summaryPages)) return 'summaryLong'
  return summaries.length === 0 && documents.some(({ pages }) => pages > longPages) ? 'needsSummary' : null
}
