import { Button } from '@mantine/core'
import type { BallotDocument } from '../../../shared/domain/ballot.ts'
import { useWords } from '../../ui/i18n.ts'
import { Notice } from '../../ui/notice.tsx'

type FormerPaperProps = {
  documents: readonly BallotDocument[]
  open: BallotDocument
  onOpen: (document: BallotDocument | null) => void
}

/** A change does not take away what is being read; it says that another version is in its place (M1, D1). */
export function FormerPaper({ documents, open, onOpen }: FormerPaperProps) {
  const { t } = useWords()
  const now = documents.find(({ id }) => id === open.id)
  if (now?.hash === open.hash) return null
  return (
    <div role="status" className="ec-dossier-former">
      <Notice
        tone="waiting"
        title={t(now ? 'ballot.document.replaced' : 'meeting.paperTakenAway')}
        action={
          <Button variant="default" onClick={() => onOpen(now ?? null)}>
            {t(now ? 'ballot.document.openNew' : 'meeting.itemOverview')}
          </Button>
        }
      />
    </div>
  )
}
