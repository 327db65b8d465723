import { useEffect, useState } from 'react'
import { documentKey } from '../../shared/domain/document.ts'
import type { Hash } from '../../shared/domain/id.ts'
import type { IntakeProgress } from '../../shared/protocol/api.ts'
import { type IntakeStanding, intakeStanding } from '../app/intake-standing.ts'
import { useWords } from '../ui/i18n.ts'
import { StatusSign } from '../ui/status-sign.tsx'
import { useApp } from './app-context.tsx'

const askEveryMs = 2500
/** Out of reach: asked again, and what was last known stays. */
const patienceMs = 15_000
const mostRanges = 6

/** What the server makes of an uploaded file: how many of its pages are done, and what failed and why. */
export function IntakeLine({ hash }: { hash: Hash }) {
  const { t } = useWords()
  const standing = useIntake(hash)
  if (!standing) return null
  switch (standing.kind) {
    case 'waiting':
      return <StatusSign bare tone="quiet" sign="clock" word={t('desk.intake.waiting')} />
    case 'working': {
      const { step, done, of } = standing
      return <StatusSign bare tone="quiet" sign="sync" word={t(`desk.intake.${step}`, { done, of })} />
    }
    case 'failed':
      return <StatusSign bare tone="urgent" word={t(`desk.intake.failed.${standing.fault}`)} />
    case 'done':
      return <Done standing={standing} />
  }
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

function useIntake(hash: Hash): IntakeStanding | null {
  const app = useApp()
  const [progress, setProgress] = useState<IntakeProgress | null>(null)
  const row = app.copy.reader.get('document', documentKey(hash))
  const isTold = row !== undefined
  const { intakeOf } = app
  useEffect(() => {
    if (isTold) return
    let isGone = false
    let timer: ReturnType<typeof setTimeout> | null = null
    const ask = async () => {
      const reply = await intakeOf(hash)
      if (isGone) return
      if (reply.ok) setProgress(reply.value)
      else if (reply.error.kind === 'refused') return
      const isEnded = reply.ok && (reply.value.state === 'done' || reply.value.state === 'failed')
      if (!isEnded) timer = setTimeout(() => void ask(), reply.ok ? askEveryMs : patienceMs)
    }
    void ask()
    return () => {
      isGone = true
      if (timer !== null) clearTimeout(timer)
    }
  }, [intakeOf, hash, isTold])
  return intakeStanding(row, progress)
}
