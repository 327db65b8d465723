import { Button } from '@mantine/core'
import type { BallotDocument } from '../../../shared/domain/ballot.ts'
import type { BallotView } from '../../app/ballot.ts'
import { useWords } from '../../ui/i18n.ts'
import { Notice } from '../../ui/notice.tsx'

type FormerDocumentProps = {
  view: BallotView
  open: BallotDocument
  onOpen: (document: BallotDocument | null) => void
}

/** An amendment does not take away what is being read; it says that it is no longer what is asked about (B5, D1). */
export function FormerDocument({ view, open, onOpen }: FormerDocumentProps) {
  const { t } = useWords()
  const now = view.content.documents.find(({ id }) => id === open.id)
  if (now?.hash === open.hash) return null
  return (
    <div role="status" className="ec-dossier-former">
      <Notice
        tone="waiting"
        title={t(now ? 'ballot.document.replaced' : 'ballot.document.takenAway')}
        action={
          <Button variant="default" onClick={() => onOpen(now ?? null)}>
            {t(now ? 'ballot.document.openNew' : 'ballot.overview')}
          </Button>
        }
      />
    </div>
  )
}
