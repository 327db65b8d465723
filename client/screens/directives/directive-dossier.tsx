import { useNavigate } from 'react-router'
import type { BallotDocument } from '../../../shared/domain/ballot.ts'
import { directiveDossier } from '../../../shared/domain/dossier.ts'
import { formatDay } from '../../../shared/lib/time.ts'
import type { DirectiveView } from '../../app/directive-desk.ts'
import { useWords } from '../../ui/i18n.ts'
import { PageTitle } from '../../ui/page-title.tsx'
import { DirectiveStateSign } from '../directive-state-sign.tsx'
import { directiveName } from '../directive-words.ts'
import { DossierPanes } from '../dossier-panes.tsx'
import { PaperEntry, type PapersInHand } from '../paper-entry.tsx'
import { ReadySign } from '../ready-sign.tsx'
import { DirectiveOverview } from './directive-overview.tsx'

const noDocuments: readonly BallotDocument[] = []

/** A directive's files in the reader, what it is and what came of it. */
export function DirectiveDossier({ view }: { view: DirectiveView }) {
  const { t } = useWords()
  const navigate = useNavigate()
  const { directive, content } = view
  const { state } = directive.phase
  const documents = content?.documents ?? noDocuments
  const dossier = directiveDossier(directive.id)
  const papers = (hand: PapersInHand) =>
    documents.length === 0 ? (
      <li className="ec-quiet ec-paper-none">{t('directives.noDocuments')}</li>
    ) : (
      documents.map((document) => (
        <PaperEntry key={document.id} document={document} standing={undefined} late={null} hand={hand} />
      ))
    )
  return (
    <DossierPanes
      dossier={dossier}
      documents={documents}
      sign="book"
      words={{
        documents: t('directives.documents'),
        overview: t('directives.overview'),
        takenAway: t('directives.takenAway'),
      }}
      head={
        <PageTitle
          over={
            <span className="ec-dossier-facts">
              <span>
                {[content?.issuer, directive.date && formatDay(directive.date)].filter(Boolean).join(' · ')}
              </span>
              {state !== 'published' && <DirectiveStateSign isCalling state={state} />}
              {documents.length > 0 && <ReadySign dossiers={[dossier]} />}
            </span>
          }
          title={directiveName(t, directive)}
          onBack={() => void navigate(-1)}
        />
      }
      papers={papers}
      overview={(list) => <DirectiveOverview view={view} papers={list} />}
      side={null}
    />
  )
}
