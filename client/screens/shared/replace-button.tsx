import { Button, FileButton } from '@mantine/core'
import { useRef } from 'react'
import type { EditorDocument } from '../../app/editor-document.ts'
import { useWords } from '../../ui/i18n.ts'
import { Icon } from '../../ui/icon.tsx'
import type { Replacing } from './replacing.ts'

type ReplaceButtonProps = { document: EditorDocument; replacing: Replacing }

/** Chooses the file that takes the place of a document's. */
export function ReplaceButton({ document, replacing }: ReplaceButtonProps) {
  const { t } = useWords()
  const reset = useRef<() => void>(null)
  const label = t('editor.replace.choose', { title: document.title })
  return (
    <FileButton
      resetRef={reset}
      inputProps={{ 'aria-label': label }}
      onChange={(file) => {
        // Else the same file, chosen again after a fault, would be no change.
        reset.current?.()
        if (file) replacing.start(document, file)
      }}
    >
      {({ onClick }) => (
        <Button
          variant="default"
          size="sm"
          leftSection={<Icon name="upload" size={20} />}
          aria-label={label}
          onClick={onClick}
        >
          {t('editor.replace.act')}
        </Button>
      )}
    </FileButton>
  )
}
