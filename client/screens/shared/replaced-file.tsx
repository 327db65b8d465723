import { Button } from '@mantine/core'
import type { EditorDocument } from '../../app/editor-document.ts'
import { useWords } from '../../ui/i18n.ts'
import { StatusSign } from '../../ui/status-sign.tsx'
import { fileSize } from '../file-size.ts'
import type { Replacing } from './replacing.ts'
import { UploadRow } from './upload-list.tsx'
import type { Uploads } from './use-uploads.ts'

type ReplacedFileProps = {
  document: EditorDocument
  replacing: Replacing
  uploads: Uploads
  patch: (document: EditorDocument) => void
}

/** The file on its way into a document's place; once it is there, what stood there before and the way back. */
export function ReplacedFile({ document, replacing, uploads, patch }: ReplacedFileProps) {
  const { t, language } = useWords()
  const items = replacing.itemsFor(document.id)
  const was = replacing.former.find(({ id }) => id === document.id)
  const name = replacing.nameOf(document)
  if (items.length === 0 && (!was || was.hash === document.hash)) return null
  return (
    <div className="ec-editor-document-wide">
      {items.map((item) => (
        <UploadRow key={item.id} item={item} uploads={uploads} isReplacement />
      ))}
      {was && was.hash !== document.hash && (
        <div className="ec-editor-replaced">
          <StatusSign
            bare
            tone="waiting"
            sign="undo"
            word={t(name === null ? 'editor.replace.was' : 'editor.replace.wasNamed', {
              name: name ?? '',
              title: was.title,
              pages: t('ballot.pages', { count: was.pages }),
              size: fileSize(was.size, language),
            })}
          />
          <Button
            variant="default"
            size="sm"
            onClick={() => patch({ ...document, hash: was.hash, size: was.size, pages: was.pages })}
          >
            {t('editor.replace.back')}
          </Button>
        </div>
      )}
    </div>
  )
}
