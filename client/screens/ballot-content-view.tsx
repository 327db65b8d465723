import './ballot-content-view.css'
import { useState } from 'react'
import { permit } from '../../shared/domain/access.ts'
import type { BallotContent, BallotDocument, Issue } from '../../shared/domain/ballot.ts'
import type { BallotId } from '../../shared/domain/id.ts'
import { needsSummary, summaryGap } from '../../shared/domain/summary-rule.ts'
import { useWords } from '../ui/i18n.ts'
import { Icon } from '../ui/icon.tsx'
import { Notice } from '../ui/notice.tsx'
import { StatusSign } from '../ui/status-sign.tsx'
import { useApp } from './app-context.tsx'
import { BallotWords } from './ballot-words.tsx'
import { DocumentSheet } from './document-sheet.tsx'
import { fileSize } from './file-size.ts'
import { IntakeLine } from './intake-line.tsx'
import { PastPapers, usePastPapers } from './past-papers.tsx'

type BallotContentViewProps = {
  content: BallotContent
  /** Null where it is no issued ballot yet: nothing to write notes for. */
  ballot: BallotId | null
}

/** A ballot's words as they are, to be read: why, summary, advice, issues, documents. */
export function BallotContentView({ content, ballot }: BallotContentViewProps) {
  const { t } = useWords()
  return (
    <div className="ec-content">
      <BallotWords content={content} />
      <section>
        <h2>{t('editor.issues')}</h2>
        <ol className="ec-content-issues">
          {content.issues.map((issue) => (
            <li key={issue.id}>
              <IssueWords issue={issue} />
            </li>
          ))}
        </ol>
      </section>
      <Documents documents={content.documents} ballot={ballot} />
    </div>
  )
}

function IssueWords({ issue: { question, form } }: { issue: Issue }) {
  const { t } = useWords()
  return (
    <>
      <div className="ec-content-text">{question}</div>
      {form.kind === 'opinion' ? (
        <div className="ec-quiet">
          {t('answer.agree')} · {t('answer.disagree')} · {t('answer.other')}
        </div>
      ) : (
        <>
          <ul>
            {form.alternatives.map(({ id, label }) => (
              <li key={id}>{label}</li>
            ))}
          </ul>
          <div className="ec-quiet">{t('editor.atMostWords', { count: form.atMost })}</div>
        </>
      )}
    </>
  )
}

type DocumentsProps = { documents: readonly BallotDocument[]; ballot: BallotId | null }

function Documents({ documents, ballot }: DocumentsProps) {
  const { t, language } = useWords()
  const { subject } = useApp().me()
  const isOffice = permit(subject, { action: 'upload-document' }).allow
  const past = usePastPapers(ballot === null ? null : { ballot })
  const gap = isOffice ? summaryGap(documents) : null
  const [open, setOpen] = useState<BallotDocument | null>(null)
  return (
    <section>
      <h2>{t('ballot.documents')}</h2>
      {gap && <Notice tone="waiting" title={t(`editor.gap.${gap}`)} />}
      {past && documents.length === 0 ? (
        <ul className="ec-papers">
          <PastPapers counted={past} />
        </ul>
      ) : documents.length === 0 ? (
        <p className="ec-quiet">{t('ballot.noDocuments')}</p>
      ) : (
        <div className="ec-content-documents">
          {documents.map((document) => (
            <div key={document.id}>
              <button
                type="button"
                className="ec-plain-button ec-content-document"
                onClick={() => setOpen(document)}
              >
                <Icon name="document" />
                <span>
                  <strong>{document.title}</strong>
                  <span className="ec-quiet ec-figures">
                    {t(`ballot.kind.${document.kind}`)} · {t('ballot.pages', { count: document.pages })} ·{' '}
                    {fileSize(document.size, language)}
                  </span>
                </span>
              </button>
              {isOffice && (
                <div className="ec-content-signs">
                  <IntakeLine hash={document.hash} />
                  {gap && needsSummary(document) && (
                    <StatusSign bare tone="waiting" word={t('editor.needsSummary')} />
                  )}
                </div>
              )}
            </div>
          ))}
        </div>
      )}
      {open && (
        <DocumentSheet ballot={ballot} document={open} documents={documents} onClose={() => setOpen(null)} />
      )}
    </section>
  )
}
