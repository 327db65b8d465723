import { Button } from '@mantine/core'
import { useState } from 'react'
import type { RestoreReport } from '../../../shared/protocol/restore.ts'
import { dateAndHour } from '../../ui/date-text.tsx'
import { useWords } from '../../ui/i18n.ts'
import { Notice } from '../../ui/notice.tsx'
import { useApp } from '../app-context.tsx'
import { AuthoritySheet } from '../authority-sheet.tsx'
import { useDirectory } from '../use-directory.ts'
import { proposalWords } from './proposal-words.ts'
import { missingCount } from './restore-facts.tsx'

type Proposal = RestoreReport['proposals'][number]
type Sheet = { kind: 'propose' } | { kind: 'confirm'; proposal: Proposal }

/** Propose and confirm, for the declaration and for the end alike. */
export function RestoreSteps({ report, onChanged }: { report: RestoreReport; onChanged: () => void }) {
  const app = useApp()
  const { t } = useWords()
  const { nameOf } = useDirectory()
  const [sheet, setSheet] = useState<Sheet | null>(null)
  const { announced, epoch, phase, proposals, missing } = report
  const { person } = app.identity
  const begins = phase === 'announced'
  const whatOf = ({ body }: Proposal) => proposalWords(t, body, nameOf)
  const lacking = missingCount(missing)
  const propose = (reason: string) =>
    begins && announced
      ? app.restore.proposeBegin({ ...announced, epoch }, reason)
      : app.restore.proposeEnd(epoch, lacking, reason)
  const hasOwn = proposals.some(({ by }) => by === person)
  if (phase === 'ended') return null
  return (
    <section className="ec-restore-part">
      {proposals.map((proposal) => (
        <Notice
          key={proposal.id}
          tone="urgent"
          sign="people"
          title={t('restore.waits')}
          action={
            proposal.by !== person && (
              <Button onClick={() => setSheet({ kind: 'confirm', proposal })}>{t('restore.confirm')}</Button>
            )
          }
        >
          {t('restore.proposedBy', {
            name: nameOf(proposal.by),
            when: dateAndHour(proposal.at),
            what: whatOf(proposal),
          })}{' '}
          {'reason' in proposal.body && t('restore.saidReason', { reason: proposal.body.reason })}
          {proposal.by === person && <p>{t('restore.own')}</p>}
        </Notice>
      ))}
      {!hasOwn && (
        <Button
          size="lg"
          variant={proposals.length > 0 ? 'default' : 'filled'}
          onClick={() => setSheet({ kind: 'propose' })}
        >
          {t(begins ? 'restore.begin' : 'restore.end')}
        </Button>
      )}
      {sheet?.kind === 'propose' && (
        <AuthoritySheet
          title={t(begins ? 'restore.begin' : 'restore.end')}
          {...(!begins && lacking > 0 && { warning: t('restore.endWarning', { count: lacking }) })}
          confirm={t('restore.sign')}
          done={t('restore.proposed')}
          reason={{
            most: 1000,
            ...(begins && announced && { hint: t('restore.operatorSaid', { reason: announced.reason }) }),
          }}
          perform={propose}
          onDone={onChanged}
          onClose={() => setSheet(null)}
        >
          <p>{t(begins ? 'restore.beginText' : 'restore.endText')}</p>
        </AuthoritySheet>
      )}
      {sheet?.kind === 'confirm' && (
        <AuthoritySheet
          title={t('restore.confirmTitle', { what: whatOf(sheet.proposal) })}
          {...(!begins && lacking > 0 && { warning: t('restore.endWarning', { count: lacking }) })}
          confirm={t('restore.confirm')}
          done={t('restore.confirmed')}
          perform={() => app.restore.confirm(sheet.proposal.id)}
          onDone={onChanged}
          onClose={() => setSheet(null)}
        >
          <p>{t(begins ? 'restore.beginText' : 'restore.endText')}</p>
          {'reason' in sheet.proposal.body && (
            <p>{t('restore.saidReason', { reason: sheet.proposal.body.reason })}</p>
          )}
        </AuthoritySheet>
      )}
    </section>
  )
}
