import { useEffect, useState } from 'react'
import type { BallotDocument } from '../../../shared/domain/ballot.ts'
import type { Bytes } from '../../../shared/lib/bytes.ts'
import { formatInstant } from '../../../shared/lib/time.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { useWords } from '../../ui/i18n.ts'
import { ThingSkeleton } from '../../ui/skeleton.tsx'
import { useApp } from '../app-context.tsx'
import { PdfView } from '../pdf-view.tsx'

type DocumentPaneProps = {
  document: BallotDocument
  firstPage: number
  onPage: (page: number) => void
}

/** One document, opened from the sealed store; what is missing or broken is said, and the rest goes on. */
export function DocumentPane({ document, firstPage, onPage }: DocumentPaneProps) {
  const app = useApp()
  const { t } = useWords()
  const [bytes, setBytes] = useState<Bytes | null>(null)
  const [fault, setFault] = useState<'not-here' | 'damaged' | null>(null)
  const isHere = app.documents.states().some(({ hash, isComplete }) => hash === document.hash && isComplete)
  const [openedAt] = useState(() => app.now())
  const name = app.me().person?.name ?? ''

  useEffect(() => {
    let isGone = false
    if (!isHere) {
      setFault('not-here')
      return
    }
    void app.documents.read(document).then((read) => {
      if (isGone) return
      setFault(read.ok ? null : read.error.kind === 'not-here' ? 'not-here' : 'damaged')
      if (!read.ok) return
      setBytes(read.value)
      void app.noticed.add(document.hash)
    })
    return () => {
      isGone = true
    }
  }, [app, document, isHere])

  if (bytes) {
    return (
      <PdfView
        bytes={bytes}
        watermark={`${name} · ${formatInstant(openedAt)}`}
        firstPage={firstPage}
        onPage={onPage}
      />
    )
  }
  if (fault === 'not-here') {
    return (
      <EmptyState
        title={t('ballot.document.notHere')}
        text={t('ballot.document.notHereText')}
        sign="download"
      />
    )
  }
  if (fault === 'damaged') {
    return (
      <ErrorState
        title={t('ballot.document.damaged')}
        meaning={t('ballot.document.damagedText')}
        remedy={t('viewer.remedy')}
      />
    )
  }
  return <ThingSkeleton />
}
