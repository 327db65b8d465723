import { Button } from '@mantine/core'
import type { BallotDocument } from '../../shared/domain/ballot.ts'
import { useWords } from '../ui/i18n.ts'
import { Notice } from '../ui/notice.tsx'

type FormerDocumentProps = {
  documents: readonly BallotDocument[]
  open: BallotDocument
  words: { takenAway: string; overview: string }
  onOpen: (document: BallotDocument | null) => void
}

/** A change does not take away what is being read; it says that it is no longer what is asked about (B5, M1, D1). */
export function FormerDocument({ documents, open, words, onOpen }: FormerDocumentProps) {
  const { t } = useWords()
  const now = documents.find(({ id }) => id === open.id)
  if (now?.hash === open.hash) return null
  return (
    <div role="status" className="ec-dossier-former">
      <Notice
        tone="waiting"
        title={now ? t('ballot.document.replaced') : words.takenAway}
        action={
          <Button variant="default" onClick={() => onOpen(now ?? null)}>
            {now ? t('ballot.document.openNew') : words.overview}
          </Button>
        }
      />
    </div>
  )
}
