import './document-sheet.css'
import { Modal } from '@mantine/core'
import type { BallotDocument } from '../../shared/domain/ballot.ts'
import { useWords } from '../ui/i18n.ts'
import { DocumentPane } from './ballot/document-pane.tsx'

/** One document over the whole screen. */
export function DocumentSheet({ document, onClose }: { document: BallotDocument; onClose: () => void }) {
  const { t } = useWords()
  return (
    <Modal
      opened
      fullScreen
      onClose={onClose}
      title={document.title}
      closeButtonProps={{ 'aria-label': t('interface.close') }}
      classNames={{ content: 'ec-document-sheet', body: 'ec-document-sheet-body' }}
    >
      <DocumentPane document={document} firstPage={1} onPage={() => {}} />
    </Modal>
  )
}
