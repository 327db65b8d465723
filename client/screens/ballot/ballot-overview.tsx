import type { ReactNode } from 'react'
import { formatInstant } from '../../../shared/lib/time.ts'
import type { BallotView } from '../../app/ballot.ts'
import { amendmentOf } from '../../app/former-version.ts'
import { When } from '../../ui/date-text.tsx'
import { DefinitionList } from '../../ui/definition-list.tsx'
import { useWords } from '../../ui/i18n.ts'
import { Notice } from '../../ui/notice.tsx'
import { useApp } from '../app-context.tsx'
import { outcomeWord } from '../ballot-outcome.ts'
import { BallotWords } from '../ballot-words.tsx'
import { ContentChanges } from '../content-changes.tsx'
import { LedgerRoot } from '../ledger-root.tsx'
import { MatterTrail } from '../matter-trail.tsx'
import { OverdueNotice } from '../overdue-notice.tsx'
import { TallyView } from '../tally-view.tsx'
import { useSettings } from '../use-settings.ts'
import { BallotResponses } from './ballot-responses.tsx'

/** Letters; longer subjects are cut in the head, and stand here in full. */
const shownTitle = 130

type BallotOverviewProps = {
  view: BallotView
  /** One's own answer, where there is no longer a pane beside for it. */
  answer: ReactNode
  /** Its documents, where there is no list beside for them. */
  documents: ReactNode
}

/** The ballot in its own words: its state, why, summary, advice; after closing, the count. */
export function BallotOverview({ view, answer, documents }: BallotOverviewProps) {
  const app = useApp()
  const { t } = useWords()
  const settings = useSettings()
  const { ballot, content, tally } = view
  const agency = app.copy.reader.get('agency', `agency/${ballot.leadAgency}`)
  const people = app.copy.reader.list('person')
  const [issued] = ballot.versions
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="ec-overview" tabIndex={0} aria-label={t('ballot.overview')}>
      {content.title.length > shownTitle && <p className="ec-overview-title">{content.title}</p>}
      <StateNotices view={view} />
      {documents !== null && (
        <div className="ec-overview-part">
          <h2>{t('ballot.documents')}</h2>
          {documents}
        </div>
      )}
      {answer !== null && (
        <div className="ec-overview-part">
          <h2>{t('answer.state.yours')}</h2>
          {answer}
        </div>
      )}
      {tally && (
        <div className="ec-overview-part">
          <h2>{t('tally.title')}</h2>
          <TallyView ballot={ballot} content={content} tally={tally} people={people} settings={settings} />
          <LedgerRoot />
        </div>
      )}
      {tally && <BallotResponses view={view} />}
      {ballot.phase.state === 'closed' && !tally && (
        <Notice tone="quiet" title={t('tally.none')}>
          {t('tally.noneText')}
        </Notice>
      )}
      <MatterTrail of={{ kind: 'ballot', ballot: ballot.id }} />
      <Changes view={view} />
      <DefinitionList
        items={[
          { term: t('ballot.lead'), value: agency?.name ?? ballot.leadAgency },
          ...(issued ? [{ term: t('ballot.issuedAt'), value: <When at={issued.at} /> }] : []),
          { term: t('interface.deadline.label'), value: <When at={ballot.deadlineAt} weekday /> },
        ]}
      />
      <BallotWords content={content} />
    </section>
  )
}

/** An issued ballot never changes silently: of a later version, what became of the words before (B5). */
function Changes({ view }: { view: BallotView }) {
  const app = useApp()
  const { t } = useWords()
  if (view.version.no === 1) return null
  const amendment = amendmentOf(view, app.ballots)
  if (!amendment) return <p className="ec-quiet">{t('changes.notHere')}</p>
  const isYours = view.mine.kind === 'former-version'
  return (
    <div className="ec-overview-part">
      <h2>{t(isYours ? 'changes.sinceYours' : 'changes.since', { no: amendment.from })}</h2>
      <ContentChanges amendment={amendment} isFull />
    </div>
  )
}

function StateNotices({ view }: { view: BallotView }) {
  const { t } = useWords()
  const { ballot, version } = view
  const { phase } = ballot
  const earlier = ballot.deadlines.at(-2)
  const outcome = outcomeWord(t, ballot)
  return (
    <>
      <OverdueNotice view={view} />
      {phase.state === 'closed' && (
        <Notice
          tone="quiet"
          title={
            phase.reason === ''
              ? t('ballot.closedAt', { when: formatInstant(phase.at) })
              : t('ballot.closedEarly', { when: formatInstant(phase.at), reason: phase.reason })
          }
        />
      )}
      {outcome !== null && <Notice tone="good" sign="stamp" title={outcome} />}
      {phase.state === 'recalled' && (
        <Notice tone="quiet" sign="undo" title={t('ballot.state.recalled')}>
          {t('ballot.recalledAt', { when: formatInstant(phase.at), reason: phase.reason })}
        </Notice>
      )}
      {phase.state === 'closing-waits' && (
        <Notice tone="waiting" title={t('ballot.state.closing-waits')}>
          {t('ballot.closingWaits', {
            from: formatInstant(phase.downFrom),
            to: formatInstant(phase.downTo),
          })}
        </Notice>
      )}
      {version.no > 1 && (
        <Notice tone="quiet" sign="edit" title={t('ballot.version', { no: version.no })}>
          {t('ballot.amended', { no: version.no, when: formatInstant(version.at), reason: version.reason })}
        </Notice>
      )}
      {phase.state === 'issued' && earlier && earlier.deadlineAt !== ballot.deadlineAt && (
        <Notice
          tone="quiet"
          sign="clock"
          title={t('ballot.extended', { when: formatInstant(earlier.deadlineAt) })}
        />
      )}
    </>
  )
}
