import { Select, TextInput } from '@mantine/core'
import { DocumentKind } from '../../../shared/domain/ballot.ts'
import { needsSummary } from '../../../shared/domain/summary-rule.ts'
import type { EditorDocument } from '../../app/editor-document.ts'
import { useWords } from '../../ui/i18n.ts'
import { StatusSign } from '../../ui/status-sign.tsx'
import { useToast } from '../../ui/toast.tsx'
import { fileSize } from '../file-size.ts'
import { IntakeLine } from '../intake-line.tsx'
import type { Dossier } from './dossier.ts'
import { FormerQuestion } from './former-question.tsx'
import { moved, without } from './list-order.ts'
import { OrderButtons } from './order-buttons.tsx'
import { ReplaceButton } from './replace-button.tsx'
import { ReplacedFile } from './replaced-file.tsx'

type EditorDocumentRowProps = {
  document: EditorDocument
  documents: readonly EditorDocument[]
  dossier: Dossier
  titleFault: string | undefined
  /** Whether the dossier lacks the summary that a long paper needs (M2). */
  lacksSummary: boolean
  /** Somebody asked for the next step. */
  isAsked: boolean
}

/** One paper of a dossier being written: its name, kind and place, its file, and what became of that. */
export function EditorDocumentRow(props: EditorDocumentRowProps) {
  const { document, documents, dossier, titleFault, lacksSummary, isAsked } = props
  const { t, language } = useWords()
  const toast = useToast()
  const { set, patch, replacing, uploads } = dossier
  const at = documents.indexOf(document)
  const no = at + 1
  const what = `“${document.title}”`
  const remove = () => {
    for (const { id } of replacing?.itemsFor(document.id) ?? []) uploads.drop(id)
    set(without(documents, at))
    toast.offerUndo(t('editor.removed', { what }), () => set(documents))
  }
  return (
    <li className="ec-editor-document">
      <TextInput
        aria-label={t('editor.documentTitle', { no })}
        value={document.title}
        error={titleFault}
        onChange={(event) => patch({ ...document, title: event.currentTarget.value })}
      />
      <Select
        aria-label={t('editor.documentKind', { no })}
        allowDeselect={false}
        data={DocumentKind.options.map((kind) => ({ value: kind, label: t(`ballot.kind.${kind}`) }))}
        value={document.kind}
        onChange={(kind) => kind !== null && patch({ ...document, kind })}
      />
      <OrderButtons
        what={what}
        at={at}
        count={documents.length}
        onMove={(to) => set(moved(documents, at, to))}
        onRemove={remove}
      />
      <span className="ec-editor-document-file">
        <span className="ec-quiet ec-figures">
          {t('ballot.pages', { count: document.pages })} · {fileSize(document.size, language)}
        </span>
        {replacing && <ReplaceButton document={document} replacing={replacing} />}
      </span>
      {replacing && (
        <>
          <FormerQuestion {...{ document, documents, replacing, set }} />
          <ReplacedFile {...{ document, replacing, uploads, patch }} />
        </>
      )}
      <span className="ec-editor-document-signs">
        <IntakeLine key={document.hash} hash={document.hash} />
        {lacksSummary && needsSummary(document) && (
          <StatusSign bare tone={isAsked ? 'urgent' : 'waiting'} word={t('editor.needsSummary')} />
        )}
      </span>
    </li>
  )
}
