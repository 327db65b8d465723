import '../document-sheet.css'
import { Button, Modal } from '@mantine/core'
import type { TaskFile } from '../../../shared/domain/task-file.ts'
import type { Bytes } from '../../../shared/lib/bytes.ts'
import { useWords } from '../../ui/i18n.ts'
import { Icon } from '../../ui/icon.tsx'
import { saveFile } from '../save-file.ts'
import { ScanPane } from '../scan-pane.tsx'

type TaskFileSheetProps = { name: string; file: TaskFile; bytes: Bytes; onClose: () => void }

/** A report's PDF over the whole screen: looked at now, and kept nowhere. */
export function TaskFileSheet({ name, file, bytes, onClose }: TaskFileSheetProps) {
  const { t } = useWords()
  return (
    <Modal
      opened
      fullScreen
      onClose={onClose}
      title={
        <span className="ec-attach-title">
          {name}
          <Button
            variant="default"
            leftSection={<Icon name="download" size={20} />}
            onClick={() => saveFile(name, new Blob([bytes], { type: 'application/pdf' }))}
          >
            {t('taskFiles.save')}
          </Button>
        </span>
      }
      closeButtonProps={{ 'aria-label': t('interface.close') }}
      classNames={{ content: 'ec-document-sheet', body: 'ec-document-sheet-body' }}
    >
      <ScanPane hash={file.hash} bytes={bytes} onShown={() => {}} />
    </Modal>
  )
}
