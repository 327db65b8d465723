import { Button } from '@mantine/core'
import { Dropzone } from '@mantine/dropzone'
import { memo, useRef } from 'react'
import { summaryGap } from '../../../shared/domain/summary-rule.ts'
import type { EditorDocument } from '../../app/editor-document.ts'
import { useWords } from '../../ui/i18n.ts'
import { Icon } from '../../ui/icon.tsx'
import { Notice } from '../../ui/notice.tsx'
import type { Dossier } from './dossier.ts'
import { EditorDocumentRow } from './editor-document-row.tsx'
import { UploadList } from './upload-list.tsx'

type EditorDocumentsProps = {
  documents: readonly EditorDocument[]
  dossier: Dossier
  /** Shown once somebody asked for the next step. */
  gaps: readonly { kind: string; no?: number }[]
  /** Where the papers are a part of something that has a heading. */
  level?: 2 | 3
  /** A long paper needs a summary beside it (M2). */
  asksSummary?: boolean
}

const titleGaps = ['document-title-missing', 'document-title-too-long'] as const

/** The dossier: PDFs on their way, received, named, ordered. Each line holds a dozen fields and buttons: left alone where it may be. */
export const EditorDocuments = memo(function EditorDocuments(props: EditorDocumentsProps) {
  const { documents, dossier, gaps, level = 2, asksSummary = true } = props
  const { t } = useWords()
  const open = useRef<() => void>(null)
  const { uploads, replacing } = dossier
  const inPlace = documents.flatMap(({ id }) => replacing?.itemsFor(id) ?? [])
  const items = uploads.items.filter((item) => !inPlace.includes(item))
  const Heading = `h${level}` as const
  const gap = asksSummary ? summaryGap(documents) : null
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
              <EditorDocumentRow
                key={document.id}
                {...{ document, documents, dossier, isAsked }}
                titleFault={titleGap && t(`editor.gap.${titleGap}`, { no })}
                lacksSummary={gap !== null}
              />
            )
          })}
        </ol>
      )}
      {gap && <Notice tone={isAsked ? 'urgent' : 'waiting'} title={t(`editor.gap.${gap}`)} />}
      <UploadList uploads={{ ...uploads, items }} />
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
            {replacing?.wasSent && <p className="ec-quiet">{t('editor.replace.hint')}</p>}
          </div>
        </div>
      </Dropzone>
    </section>
  )
})
