import { Button } from '@mantine/core'
import { useState, useSyncExternalStore } from 'react'
import type { Updates } from '../app/updates.ts'
import { useWords } from '../ui/i18n.ts'
import { Notice } from '../ui/notice.tsx'
import { useApp, useAppVersion } from './app-context.tsx'

/** Asks before a new version is let in; with something unsent or unsigned it advises against, and obeys (O7). */
export function UpdatePrompt({ updates }: { updates: Updates }) {
  const app = useApp()
  useAppVersion()
  const { t } = useWords()
  const isWaiting = useSyncExternalStore(updates.subscribe, updates.isWaiting)
  const [isPutOff, setPutOff] = useState(false)
  if (!isWaiting || isPutOff) return null
  const unsent = app.copy.outbox().filter(({ act }) => act.kind === 'answer-ballot').length
  const isDrafting = app.drafts.names().length > 0
  const noted = app.annotations.unsent().documents
  const isSafe = unsent + noted === 0 && !isDrafting
  return (
    <Notice
      tone={isSafe ? 'quiet' : 'waiting'}
      sign="download"
      title={t('program.update.title')}
      action={
        <>
          <Button variant="default" onClick={() => setPutOff(true)}>
            {t('program.update.later')}
          </Button>
          <Button variant={isSafe ? 'filled' : 'default'} onClick={updates.activate}>
            {t(isSafe ? 'program.update.now' : 'program.update.anyway')}
          </Button>
        </>
      }
    >
      {unsent > 0
        ? t('program.update.unsent', { count: unsent })
        : noted > 0
          ? t('program.update.notes', { count: noted })
          : t(isDrafting ? 'program.update.drafting' : 'program.update.ready')}
    </Notice>
  )
}
