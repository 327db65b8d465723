import { useNavigate } from 'react-router'
import type { BallotView } from '../../app/ballot.ts'
import { useWords } from '../../ui/i18n.ts'
import { useApp } from '../app-context.tsx'
import { DossierPanes } from '../dossier-panes.tsx'
import { isStillOpen } from '../to-answer.ts'
import { useAnswerDraft } from '../use-answer-draft.ts'
import { AnswerBar } from './answer-bar.tsx'
import { AnswerPane } from './answer-pane.tsx'
import { BallotHead } from './ballot-head.tsx'
import { BallotOverview } from './ballot-overview.tsx'
import { BallotPapers } from './ballot-papers.tsx'
import { LeaveGuard } from './leave-guard.tsx'

/** A ballot's documents, its words, and the issues at the side. */
export function BallotDossier({ view }: { view: BallotView }) {
  const app = useApp()
  const { t } = useWords()
  const navigate = useNavigate()
  const hand = useAnswerDraft(view)
  const { isMember } = app.me().subject
  const isAsked = isMember && isStillOpen(view)
  const answer = (onSigned: () => void) => (
    <AnswerPane key={view.version.hash} view={view} hand={hand} onSigned={onSigned} />
  )
  return (
    <>
      <DossierPanes
        dossier={view.ballot.id}
        documents={view.content.documents}
        sign="ballot"
        words={{
          documents: t('ballot.documents'),
          overview: t('ballot.overview'),
          takenAway: t('ballot.document.takenAway'),
        }}
        head={<BallotHead view={view} onBack={() => void navigate(-1)} />}
        papers={(papers) => <BallotPapers view={view} hand={papers} />}
        overview={(list) => (
          <BallotOverview
            view={view}
            answer={isMember && !isAsked ? answer(() => undefined) : null}
            documents={list}
          />
        )}
        side={
          isAsked
            ? {
                label: t('ballot.answer'),
                title: t('ballot.answer'),
                pane: answer,
                bar: (onOpen) => <AnswerBar view={view} draft={hand.draft} onOpen={onOpen} />,
              }
            : null
        }
      />
      <LeaveGuard hand={hand} isDone={view.mine.kind === 'saved'} />
    </>
  )
}
