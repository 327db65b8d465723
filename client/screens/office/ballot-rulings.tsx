import { Button } from '@mantine/core'
import { useState } from 'react'
import type { Ballot } from '../../../shared/domain/ballot.ts'
import { mayBeRuled, type RulingCase, rulingCases } from '../../app/ruling-case.ts'
import { dateAndHour } from '../../ui/date-text.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useWords } from '../../ui/i18n.ts'
import { Notice } from '../../ui/notice.tsx'
import { StatusSign } from '../../ui/status-sign.tsx'
import { useApp } from '../app-context.tsx'
import { byRank } from '../by-rank.ts'
import { useServerReach } from '../server-reach.tsx'
import { useCalendar } from '../use-calendar.ts'
import { useDirectory } from '../use-directory.ts'
import { proposalWords } from './proposal-words.ts'
import { RuleTogether } from './rule-together.tsx'
import { ConfirmRuling, ProposeRuling } from './ruling-sheets.tsx'
import { SaidWords } from './said-words.tsx'

/** What waits for two officers: one proposes, another confirms (B8, B9). */
export function BallotRulings({ ballot }: { ballot: Ballot }) {
  const app = useApp()
  const { t } = useWords()
  const order = byRank(app.today())
  const cases = rulingCases(app.office.watch(ballot.id), app.office.proposals()).sort((a, b) =>
    order(a.line.member, b.line.member),
  )
  const isOpen = mayBeRuled(ballot)
  if (cases.length === 0) return <EmptyState title={t('ruling.none')} text={t('ruling.noneText')} />
  return (
    <section className="ec-office-part">
      <h2 className="ec-unseen">{t('desk.tab.rulings')}</h2>
      {isOpen ? (
        <>
          <p className="ec-quiet">{t('ruling.text')}</p>
          <RuleTogether ballot={ballot.id} cases={cases} />
        </>
      ) : (
        <Notice tone="quiet" title={t('ruling.over')}>
          {t('ruling.overText')}
        </Notice>
      )}
      <ul className="ec-office-said">
        {cases.map((item) => (
          <li key={`${item.line.member.id}/${item.kind === 'held' ? item.revision.act : ''}`}>
            <RulingCard ballot={ballot} item={item} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function RulingCard({ ballot, item }: { ballot: Ballot; item: RulingCase }) {
  const app = useApp()
  const { t } = useWords()
  const { nameOf } = useDirectory()
  const { settings } = useCalendar()
  const canReach = useServerReach()
  const [asks, setAsks] = useState<'counts' | 'not' | 'confirm' | null>(null)
  const { proposal, ruling, line } = item
  const isOpen = mayBeRuled(ballot)
  const isOwn = proposal?.by === app.identity.person || proposal?.device === app.identity.device
  const close = () => setAsks(null)
  return (
    <>
      <div className="ec-office-said-head">
        <h3>{line.member.name}</h3>
        <StatusSign
          tone={ruling && !proposal ? 'good' : 'waiting'}
          word={t(proposal ? 'ruling.proposed' : ruling ? 'ruling.ruled' : 'ruling.waits')}
        />
      </div>
      <p>
        <strong>{t(`ruling.case.${caseOf(item)}`)}.</strong>{' '}
        {item.kind === 'not-reached'
          ? t(`desk.said.why.${item.why}`, { days: settings.successorMinDays })
          : t(`ruling.why.${whyOf(item)}`, {
              n: item.revision.n,
              when: dateAndHour(item.revision.at),
              cast: dateAndHour(item.revision.castAt),
            })}
      </p>
      {item.kind === 'held' && (
        <SaidWords
          content={app.office.contentOf(item.revision.versionHash)}
          answers={item.revision.answers}
        />
      )}
      {ruling && (
        <p>
          {t('ruling.ruledText', {
            first: nameOf(ruling.by[0]),
            second: nameOf(ruling.by[1]),
            when: dateAndHour(ruling.at),
            what: t(`ruling.decision.${ruling.decision.kind}`),
            reason: ruling.reason,
          })}
        </p>
      )}
      {proposal && (
        <p>
          {t('ruling.proposedBy', {
            name: nameOf(proposal.by),
            when: dateAndHour(proposal.at),
            what: proposalWords(t, proposal.body, nameOf),
          })}
        </p>
      )}
      {isOpen && proposal && <p className="ec-quiet">{t(isOwn ? 'ruling.own' : 'ruling.otherwise')}</p>}
      <div className="ec-office-actions ec-no-print">
        {isOpen && proposal && !isOwn && (
          <Button disabled={!canReach} onClick={() => setAsks('confirm')}>
            {t('ruling.confirm')}
          </Button>
        )}
        {isOpen && !proposal && (
          <>
            <Button variant="default" disabled={!canReach} onClick={() => setAsks('counts')}>
              {t(item.kind === 'not-reached' ? 'ruling.countsSilence' : 'ruling.counts')}
            </Button>
            <Button variant="default" disabled={!canReach} onClick={() => setAsks('not')}>
              {t('ruling.not')}
            </Button>
          </>
        )}
      </div>
      {(asks === 'counts' || asks === 'not') && (
        <ProposeRuling ballot={ballot.id} item={item} counts={asks === 'counts'} onClose={close} />
      )}
      {asks === 'confirm' && proposal && (
        <ConfirmRuling proposal={proposal} name={line.member.name} onClose={close} />
      )}
    </>
  )
}

function caseOf(item: RulingCase) {
  if (item.kind === 'not-reached') return 'not-reached'
  const { held } = item.revision
  if (held?.kind === 'late') return held.claimedInTime ? 'lateClaimed' : 'late'
  if (held === null || held.kind === 'conflict') return 'conflict'
  return held.kind === 'device-revoked' ? 'device-revoked' : 'other'
}

function whyOf(item: Extract<RulingCase, { kind: 'held' }>) {
  const found = caseOf(item)
  return found === 'late' || found === 'lateClaimed' || found === 'conflict' ? found : 'other'
}
