import { Button } from '@mantine/core'
import { mayPass, type ProcessingFault } from '../../shared/domain/document.ts'
import type { Hash } from '../../shared/domain/id.ts'
import type { IntakeStanding } from '../app/intake-standing.ts'
import { useWords } from '../ui/i18n.ts'
import { StatusSign } from '../ui/status-sign.tsx'
import { networkWords } from './authority-problem.ts'
import { useServerReach } from './server-reach.tsx'
import { type Intake, useIntake } from './use-intake.ts'

const mostRanges = 6

/** What the server makes of an uploaded file: how many of its pages are done, and what failed, why, and what helps. */
export function IntakeLine({ hash }: { hash: Hash }) {
  const { t } = useWords()
  const intake = useIntake(hash)
  const { standing } = intake
  if (!standing) return null
  switch (standing.kind) {
    case 'waiting':
      return <StatusSign bare tone="quiet" sign="clock" word={t('desk.intake.waiting')} />
    case 'working': {
      const { step, done, of } = standing
      return <StatusSign bare tone="quiet" sign="sync" word={t(`desk.intake.${step}`, { done, of })} />
    }
    case 'failed':
      return <Failed fault={standing.fault} intake={intake} />
    case 'done':
      return <Done standing={standing} />
  }
}

function Failed({ fault, intake }: { fault: ProcessingFault; intake: Intake }) {
  const { t } = useWords()
  const canReach = useServerReach()
  return (
    <>
      <StatusSign bare tone="urgent" word={t(`desk.intake.failed.${fault}`)} />
      {mayPass(fault) && (
        <Button
          variant="default"
          size="sm"
          disabled={!canReach}
          loading={intake.isAsking}
          onClick={intake.tryAgain}
        >
          {t('desk.intake.tryAgain')}
        </Button>
      )}
      {intake.problem && <span role="alert">{networkWords(t, intake.problem)}</span>}
    </>
  )
}

function Done({ standing }: { standing: Extract<IntakeStanding, { kind: 'done' }> }) {
  const { t } = useWords()
  const { noText, broken, copyFault } = standing
  const pages = broken.slice(0, mostRanges).map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`))
  const isWhole = noText === 0 && broken.length === 0
  return (
    <>
      {isWhole && <StatusSign bare tone="good" word={t('desk.intake.done')} />}
      {broken.length > 0 && (
        <StatusSign
          bare
          tone="urgent"
          word={t(broken.length > mostRanges ? 'desk.intake.brokenAndMore' : 'desk.intake.broken', {
            pages: pages.join(', '),
          })}
        />
      )}
      {noText > 0 && <StatusSign bare tone="waiting" word={t('desk.intake.noText', { count: noText })} />}
      {copyFault !== null && <StatusSign bare tone="quiet" word={t('desk.intake.noCopy')} />}
    </>
  )
}
