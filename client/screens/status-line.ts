import type { TFunction } from 'i18next'
import type { Instant } from '../../shared/lib/time.ts'
import { unreachable } from '../../shared/lib/unreachable.ts'
import type { Status } from '../app/status.ts'
import type { SyncLineProps } from '../ui/sync-line.tsx'
import { hourWords } from './hour-words.ts'
import type { Unsent } from './unsent.ts'

type LineFacts = { status: Status; unsent: Unsent; now: Instant }

/**
 * The one line at the top, in words (screens.md). What waits is counted in answers, votes, words to a meeting, reports, files,
 * and documents with notes: marks that a ballot has arrived are no one's worry, and the storage page lists them.
 */
export function statusLine(t: TFunction, { status, unsent, now }: LineFacts): SyncLineProps {
  const { tone, text, sign } = spoken(t, status, now)
  const waiting = [
    ...(unsent.answers > 0 ? [t('program.status.waiting', { count: unsent.answers })] : []),
    ...(unsent.votes > 0 ? [t('program.status.votesWaiting', { count: unsent.votes })] : []),
    ...(unsent.said > 0 ? [t('program.status.saidWaiting', { count: unsent.said })] : []),
    ...(unsent.reports > 0 ? [t('program.status.reportsWaiting', { count: unsent.reports })] : []),
    ...(unsent.desk > 0 ? [t('program.status.deskWaiting', { count: unsent.desk })] : []),
    ...(unsent.files > 0 ? [t('program.status.filesWaiting', { count: unsent.files })] : []),
    ...(unsent.notes > 0 ? [t('program.status.notesWaiting', { count: unsent.notes })] : []),
  ]
  return {
    tone: waiting.length === 0 || tone !== 'good' ? tone : 'waiting',
    text: [text, ...waiting].join(', '),
    ...(sign && { sign }),
  }
}

function spoken(t: TFunction, status: Status, now: Instant): SyncLineProps {
  switch (status.kind) {
    case 'synced':
      return { tone: 'good', text: syncedWords(t, status, now) }
    case 'syncing':
      return { tone: 'waiting', text: t('program.status.syncing') }
    case 'offline':
      return {
        tone: 'quiet',
        text:
          status.since === null
            ? t('program.status.offlineUnknown')
            : t('program.status.offline', { when: hourWords(t, status.since, now) }),
      }
    case 'server-silent':
      return {
        tone: 'waiting',
        text:
          status.since === null
            ? t('program.status.silentUnknown')
            : t('program.status.silent', { when: hourWords(t, status.since, now) }),
      }
    case 'signed-out':
      return { tone: 'waiting', text: t('program.status.signedOut') }
    case 'update-required':
      return { tone: 'urgent', text: t('program.status.update') }
    case 'restored':
      return { tone: 'waiting', text: t('restore.status') }
    case 'not-trusted':
      return { tone: 'urgent', text: t('program.status.notTrusted') }
    case 'storage-full':
      return {
        tone: 'urgent',
        text:
          status.lacking > 0
            ? t('program.status.lacking', { count: status.lacking })
            : t('program.status.full'),
      }
    case 'storage-trouble':
      return { tone: 'urgent', text: t('program.status.notStored') }
    default:
      return unreachable(status)
  }
}

function syncedWords(
  t: TFunction,
  { at, fetching }: Extract<Status, { kind: 'synced' }>,
  now: Instant,
): string {
  const text = t('program.status.synced', { when: hourWords(t, at, now) })
  return fetching === undefined ? text : `${text}, ${t('program.status.fetching', { percent: fetching })}`
}
