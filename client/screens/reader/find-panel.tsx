import { Button, TextInput } from '@mantine/core'
import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import type { PdfViewer } from '../../pdf/pdf-viewer.ts'
import { useWords } from '../../ui/i18n.ts'
import { Icon } from '../../ui/icon.tsx'
import { ToolButton } from './tool-button.tsx'

type FindPanelProps = {
  viewer: PdfViewer
  textless: number
  onSearchDossier: ((query: string) => void) | null
}

/** Search in the open document, with and without diacritics; the same words lead on to the whole dossier. */
export function FindPanel({ viewer, textless, onSearchDossier }: FindPanelProps) {
  const { t } = useWords()
  const found = useSyncExternalStore(viewer.subscribe, viewer.findState)
  const [text, setText] = useState(found.query)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  const look = (next: string) => {
    setText(next)
    viewer.find.find(next)
  }
  return (
    <form
      className="ec-reader-find"
      onSubmit={(event) => {
        event.preventDefault()
        viewer.find.next()
      }}
    >
      <TextInput
        ref={field}
        type="search"
        label={t('viewer.find.field')}
        description={t('viewer.find.hint')}
        autoComplete="off"
        value={text}
        leftSection={<Icon name="search" size={20} />}
        onChange={(event) => look(event.currentTarget.value)}
      />
      <div className="ec-reader-find-row">
        <p role="status">
          {found.state === 'pending' && t('viewer.find.pending')}
          {found.state === 'none' && t('viewer.find.none')}
          {(found.state === 'found' || found.state === 'wrapped') &&
            t('viewer.find.count', { current: found.current, total: found.total })}
        </p>
        <ToolButton
          icon="up"
          word={t('viewer.find.previous')}
          off={found.total === 0}
          onTap={viewer.find.previous}
        />
        <ToolButton
          icon="down"
          word={t('viewer.find.next')}
          off={found.total === 0}
          onTap={viewer.find.next}
        />
        <ToolButton icon="close" word={t('viewer.find.clear')} off={text === ''} onTap={() => look('')} />
      </div>
      {textless > 0 && (
        <p className="ec-quiet">{t('viewer.find.textless', { count: textless, pages: viewer.pages })}</p>
      )}
      {found.state === 'wrapped' && <p className="ec-quiet">{t('viewer.find.wrapped')}</p>}
      {onSearchDossier && (
        <Button
          variant="default"
          leftSection={<Icon name="folder" size={20} />}
          onClick={() => onSearchDossier(text)}
        >
          {t('search.inDossier')}
        </Button>
      )}
    </form>
  )
}
