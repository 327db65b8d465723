import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import { createWords, useWords } from '../../ui/i18n.ts'
import { UiProvider } from '../../ui/ui-provider.tsx'
import { rememberedLanguage } from '../language-memory.ts'
import { EntryPage } from './entry-page.tsx'

type VanishedProps = {
  /** Signed acts that are left in the memory of this page alone. */
  unsent: number
  /** @returns whether the Office has them */
  handOver(): Promise<boolean>
  onAgain(): void
}

/** Instead of the program, where its storage was deleted under it: what was signed is still handed over. */
export function Vanished(props: VanishedProps) {
  const [words] = useState(() => createWords(rememberedLanguage()))
  return (
    <UiProvider words={words}>
      <Gone {...props} />
    </UiProvider>
  )
}

function Gone({ unsent, handOver, onAgain }: VanishedProps) {
  const { t } = useWords()
  const [tries, setTries] = useState(0)
  const [state, setState] = useState<'sending' | 'sent' | 'notSent'>('sending')
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, and again at each try
  useEffect(() => {
    if (unsent === 0) return
    setState('sending')
    void handOver().then((isThere) => setState(isThere ? 'sent' : 'notSent'))
  }, [tries])
  const isDone = unsent === 0 || state === 'sent'
  return (
    <EntryPage title={t('entry.vanished.title')}>
      <p>{t('entry.vanished.text')}</p>
      {unsent > 0 && <p role="status">{t(`entry.vanished.${state}`, { count: unsent })}</p>}
      <p>{t('entry.vanished.remedy')}</p>
      <div className="ec-entry-actions">
        {isDone ? (
          <Button size="lg" onClick={onAgain}>
            {t('entry.vanished.again')}
          </Button>
        ) : (
          <Button size="lg" loading={state === 'sending'} onClick={() => setTries((count) => count + 1)}>
            {t('entry.vanished.sendAgain')}
          </Button>
        )}
      </div>
    </EntryPage>
  )
}
