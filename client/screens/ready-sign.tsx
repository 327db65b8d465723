import type { DossierId } from '../../shared/domain/dossier.ts'
import { unreachable } from '../../shared/lib/unreachable.ts'
import { useWords } from '../ui/i18n.ts'
import { StatusSign } from '../ui/status-sign.tsx'
import { useApp } from './app-context.tsx'
import { fileSize } from './file-size.ts'

/** Whether every document of these dossiers can be read without a network: said only once each was opened whole (D4). */
export function ReadySign({ dossiers }: { dossiers: readonly DossierId[] }) {
  const { documents } = useApp()
  const { t, language } = useWords()
  const readiness = documents.readiness(...dossiers)
  switch (readiness.kind) {
    case 'ready':
      return <StatusSign bare tone="good" word={t('triage.ready.ready')} />
    case 'checking':
      return <StatusSign bare tone="quiet" sign="sync" word={t('triage.ready.checking')} />
    case 'fetching': {
      // Never “not all, 100 %”: whole is only what was sealed and put away.
      const percent = Math.min(99, Math.floor((readiness.have / readiness.total) * 100))
      return <StatusSign bare tone="waiting" sign="download" word={t('triage.ready.waiting', { percent })} />
    }
    case 'no-room': {
      const size = fileSize(readiness.missing, language)
      return <StatusSign bare tone="urgent" word={t('triage.ready.noRoom', { size })} />
    }
    case 'no-program':
      return <StatusSign bare tone="waiting" sign="download" word={t('triage.ready.noProgram')} />
    case 'no-documents':
      return <StatusSign bare tone="quiet" sign="document" word={t('triage.ready.none')} />
    default:
      return unreachable(readiness)
  }
}
