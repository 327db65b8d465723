import { useState } from 'react'
import type { BrowserLack } from '../../app/browser-needs.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import { createWords, useWords } from '../../ui/i18n.ts'
import { UiProvider } from '../../ui/ui-provider.tsx'
import { rememberedLanguage } from '../language-memory.ts'
import { EntryPage } from './entry-page.tsx'

/** Instead of the program, where the browser lacks what it cannot do without. */
export function Unsupported({ lack }: { lack: BrowserLack }) {
  const [words] = useState(() => createWords(rememberedLanguage()))
  return (
    <UiProvider words={words}>
      <Lacking lack={lack} />
    </UiProvider>
  )
}

function Lacking({ lack }: { lack: BrowserLack }) {
  const { t } = useWords()
  return (
    <EntryPage title={t('entry.lack.title')}>
      <ErrorState
        title={t(`entry.lack.${lack}.title`)}
        meaning={t('entry.lack.meaning')}
        remedy={t(`entry.lack.${lack}.remedy`)}
      />
    </EntryPage>
  )
}
