import { useState } from 'react'
import type { AgendaItemContent } from '../../../shared/domain/agenda-item.ts'
import type { BallotDocument } from '../../../shared/domain/ballot.ts'
import { summaryGap } from '../../../shared/domain/summary-rule.ts'
import type { OfficeItemView, OfficeMeetingView } from '../../app/office-meeting.ts'
import { useWords } from '../../ui/i18n.ts'
import { Icon } from '../../ui/icon.tsx'
import { StatusSign } from '../../ui/status-sign.tsx'
import { DocumentSheet } from '../document-sheet.tsx'
import { fileSize } from '../file-size.ts'
import { PastPapers, usePastPapers } from '../past-papers.tsx'
import { SecretHoldings } from './secret-holdings.tsx'

type AgendaPapersProps = { view: OfficeMeetingView; item: OfficeItemView; content: AgendaItemContent }

/** The papers of one item: to be opened; or the secret ones, of which nothing is here but their number (D3). */
export function AgendaPapers({ view, item, content }: AgendaPapersProps) {
  const { documents, secrets } = content
  const { t, language } = useWords()
  const [open, setOpen] = useState<BallotDocument | null>(null)
  const past = usePastPapers({ meeting: view.meeting.id, item: item.item.id })
  return (
    <>
      {past && (
        <ul className="ec-papers">
          <PastPapers counted={past} />
        </ul>
      )}
      {documents.length > 0 && (
        <ul className="ec-meeting-papers">
          {documents.map((document) => (
            <li key={document.id}>
              <button
                type="button"
                className="ec-plain-button ec-meeting-paper"
                onClick={() => setOpen(document)}
              >
                <Icon name="document" size={20} />
                <span>{document.title}</span>
                <span className="ec-quiet ec-figures">
                  {t(`ballot.kind.${document.kind}`)} · {t('ballot.pages', { count: document.pages })} ·{' '}
                  {fileSize(document.size, language)}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {summaryGap(documents) !== null && <StatusSign bare tone="waiting" word={t('agenda.summaryMark')} />}
      {secrets.map((paper) => (
        <SecretHoldings key={paper.id} view={view} item={item} paper={paper} />
      ))}
      {open && (
        <DocumentSheet ballot={null} document={open} documents={documents} onClose={() => setOpen(null)} />
      )}
    </>
  )
}
