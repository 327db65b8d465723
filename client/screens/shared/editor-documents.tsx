import { Button, Select, TextInput } from '@mantine/core'
import { Dropzone } from '@mantine/dropzone'
import { useRef } from 'react'
import { DocumentKind } from '../../../shared/domain/ballot.ts'
import { needsSummary, summaryGap } from '../../../shared/domain/summary-rule.ts'
import type { EditorDocument } from '../../app/editor-document.ts'
import { useWords } from '../../ui/i18n.ts'
import { Icon } from '../../ui/icon.tsx'
import { Notice } from '../../ui/notice.tsx'
import { StatusSign } from '../../ui/status-sign.tsx'
import { useToast } from '../../ui/toast.tsx'
import { fileSize } from '../file-size.ts'
import { IntakeLine } from '../intake-line.tsx'
import { moved, without } from './list-order.ts'
import { OrderButtons } from './order-buttons.tsx'
import { UploadList } from './upload-list.tsx'
import type { Uploads } from './use-uploads.ts'

export type Dossier = {
  uploads: Uploads
  add(files: readonly File[]): void
  set(documents: readonly EditorDocument[]): void
  patch(document: EditorDocument): void
}

type EditorDocumentsProps = {
  documents: readonly EditorDocument[]
  dossier: Dossier
  /** Shown once somebody asked for the next step. */
  gaps: readonly { kind: string; no?: number }[]
  /** Where the papers are a part of something that has a heading. */
  level?: 2 | 4
}

const titleGaps = ['document-title-missing', 'document-title-too-long'] as const

/** The dossier: PDFs on their way, received, named, ordered. */
export function EditorDocuments({ documents, dossier, gaps, level = 2 }: EditorDocumentsProps) {
  const { t, language } = useWords()
  const toast = useToast()
  const open = useRef<() => void>(null)
  const { uploads, set, patch } = dossier
  const Heading = `h${level}` as const
  const gap = summaryGap(documents)
  const isAsked = gaps.some(({ kind }) => kind === gap)
  return (
    <section className="ec-editor-part" aria-label={t('editor.documents')}>
      <Heading>{t('editor.documents')}</Heading>
      {documents.length > 0 && (
        <ol className="ec-editor-documents">
          {documents.map((document, i) => {
            const no = i + 1
            const titleGap = titleGaps.find((kind) =>
              gaps.some((each) => each.kind === kind && each.no === no),
            )
            return (
              <li key={document.id} className="ec-editor-document">
                <TextInput
                  aria-label={t('editor.documentTitle', { no })}
                  value={document.title}
                  error={titleGap && t(`editor.gap.${titleGap}`, { no })}
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
                <span className="ec-editor-document-signs">
                  <IntakeLine hash={document.hash} />
                  {gap !== null && needsSummary(document) && (
                    <StatusSign bare tone={isAsked ? 'urgent' : 'waiting'} word={t('editor.needsSummary')} />
                  )}
                </span>
              </li>
            )
          })}
        </ol>
      )}
      {gap && <Notice tone={isAsked ? 'urgent' : 'waiting'} title={t(`editor.gap.${gap}`)} />}
      <UploadList uploads={uploads} />
      <Dropzone
        className="ec-editor-drop"
        onDrop={dossier.add}
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
