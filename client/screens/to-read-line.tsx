import type { Ballot } from '../../shared/domain/ballot.ts'
import { toRead } from '../app/document-standing.ts'
import { useWords } from '../ui/i18n.ts'
import { StatusSign } from '../ui/status-sign.tsx'
import { useStandings } from './use-standings.ts'

/** How much of a ballot's dossier waits to be read, in one line; nothing where it has no documents (B17). */
export function ToReadLine({ ballot }: { ballot: Ballot }) {
  const { t } = useWords()
  const { unread, changed, of } = toRead(useStandings(ballot))
  if (of === 0) return null
  if (unread + changed === 0) {
    return <StatusSign bare tone="good" sign="eye" word={t('triage.toRead.none', { count: of })} />
  }
  const words = [
    ...(unread > 0 ? [t('triage.toRead.unread', { count: unread, of })] : []),
    ...(changed > 0 ? [t('triage.toRead.changed', { count: changed })] : []),
  ]
  return <StatusSign bare tone={changed > 0 ? 'waiting' : 'quiet'} sign="eye" word={words.join(' · ')} />
}
