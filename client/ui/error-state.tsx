import './states.css'
import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useWords } from './i18n.ts'
import { Icon } from './icon.tsx'

type ErrorStateProps = {
  /** What happened. */
  title?: string
  /** What it means for the user's work. */
  meaning?: string
  /** What to do. */
  remedy?: string
  /** For the Office's help desk. */
  code?: string
  onRetry?: () => void
  actions?: ReactNode
}

/** Something failed: what happened, what it means for the user's work, what to do, and a code. */
export function ErrorState({ title, meaning, remedy, code, onRetry, actions }: ErrorStateProps) {
  const { t } = useWords()
  return (
    <section className="ec-state ec-tone-urgent" role="alert">
      <span className="ec-state-sign">
        <Icon name="warning" size={40} />
      </span>
      <h2>{title ?? t('interface.error.title')}</h2>
      <p>{meaning ?? t('interface.error.meaning')}</p>
      <p>{remedy ?? t('interface.error.remedy')}</p>
      {code !== undefined && (
        <div className="ec-state-code">
          {t('interface.error.code')}: <strong>{code}</strong>
        </div>
      )}
      {(onRetry || actions !== undefined) && (
        <div className="ec-state-actions">
          {onRetry && (
            <Button onClick={onRetry} leftSection={<Icon name="sync" size={20} />}>
              {t('interface.retry')}
            </Button>
          )}
          {actions}
        </div>
      )}
    </section>
  )
}
