import './document-sheet.css'
import { Modal } from '@mantine/core'
import { useState } from 'react'
import type { BallotDocument } from '../../shared/domain/ballot.ts'
import type { BallotId } from '../../shared/domain/id.ts'
import { useWords } from '../ui/i18n.ts'
import { DocumentPane } from './document-pane.tsx'
import { fromWhereOneWas } from './document-target.ts'
import { useTellOpened } from './use-tell-opened.ts'

type DocumentSheetProps = {
  ballot: BallotId | null
  document: BallotDocument
  documents: readonly BallotDocument[]
  onClose: () => void
}

/** A dossier's documents over the whole screen, beginning with one. */
export function DocumentSheet({ ballot, document, documents, onClose }: DocumentSheetProps) {
  const { t } = useWords()
  const [open, setOpen] = useState({ document, target: fromWhereOneWas, visit: 0 })
  useTellOpened(open.document.hash)
  return (
    <Modal
      opened
      fullScreen
      onClose={onClose}
      title={open.document.title}
      closeButtonProps={{ 'aria-label': t('interface.close') }}
      classNames={{ content: 'ec-document-sheet', body: 'ec-document-sheet-body' }}
    >
      <DocumentPane
        key={`${open.document.hash} ${open.visit}`}
        dossier={ballot}
        document={open.document}
        documents={documents}
        target={open.target}
        onOpen={(next, target) => setOpen({ document: next, target, visit: open.visit + 1 })}
      />
    </Modal>
  )
}
