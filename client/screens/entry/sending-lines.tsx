import { useSyncExternalStore } from 'react'
import type { Application } from '../../app/application.ts'
import type { Sending } from '../../app/locked-delivery.ts'
import { useWords } from '../../ui/i18n.ts'
import { StatusSign } from '../../ui/status-sign.tsx'

type SendingLinesProps = { application: Application; sending: Sending | null }

/** What was signed and is on its way while the screen is locked: how many, never what (O2, O5). */
export function SendingLines({ application, sending }: SendingLinesProps) {
  const { t } = useWords()
  const left = useSyncExternalStore(application.subscribe, application.leftBehind)
  return (
    <div className="ec-entry-sending" role="status">
      {sending !== null && sending.waiting > 0 && (
        <StatusSign bare tone="waiting" word={t('entry.sending.waiting', { count: sending.waiting })} />
      )}
      {sending !== null && sending.arrived > 0 && (
        <StatusSign bare tone="good" word={t('entry.sending.arrived', { count: sending.arrived })} />
      )}
      {left > 0 && <StatusSign bare tone="waiting" word={t('entry.sending.left', { count: left })} />}
    </div>
  )
}
