import { Button } from '@mantine/core'
import { useState } from 'react'
import type { EditorDocument } from '../../app/editor-document.ts'
import { likelyFormer } from '../../app/likely-former.ts'
import { useWords } from '../../ui/i18n.ts'
import { Notice } from '../../ui/notice.tsx'
import { without } from './list-order.ts'
import type { Replacing } from './replacing.ts'

type FormerQuestionProps = {
  document: EditorDocument
  documents: readonly EditorDocument[]
  replacing: Replacing
  set: (documents: readonly EditorDocument[]) => void
}

/** Taken out and added again is a stranger to the notes on it: whoever did so is asked what was meant (A4). */
export function FormerQuestion({ document, documents, replacing, set }: FormerQuestionProps) {
  const { t } = useWords()
  const [isOther, setOther] = useState(false)
  const { former } = replacing
  const was = replacing.wasSent && !isOther ? likelyFormer(document, { former, now: documents }) : null
  if (!was) return null
  const { title } = was
  const join = () => {
    const { hash, size, pages } = document
    const rest = without(documents, documents.indexOf(document))
    const at = former.indexOf(was)
    set([...rest.slice(0, at), { ...was, hash, size, pages }, ...rest.slice(at)])
  }
  return (
    <div className="ec-editor-document-wide" role="status">
      <Notice tone="waiting" sign="question" title={t('editor.replace.ask', { title })}>
        <p>{t('editor.replace.askText')}</p>
        <div className="ec-editor-question">
          <Button onClick={join}>{t('editor.replace.isNew', { title })}</Button>
          <Button variant="default" onClick={() => setOther(true)}>
            {t('editor.replace.isOther')}
          </Button>
        </div>
      </Notice>
    </div>
  )
}
