import './states.css'
import type { ReactNode } from 'react'
import { useWords } from './i18n.ts'
import { Icon } from './icon.tsx'

/** In place of a page: the same words whether the thing does not exist or may not be read (D2). */
export function NotAllowed({ action }: { action?: ReactNode }) {
  const { t } = useWords()
  return (
    <section className="ec-state ec-state-centred">
      <span className="ec-state-sign">
        <Icon name="forbidden" size={40} />
      </span>
      <h1>{t('interface.notAllowed.title')}</h1>
      <p>{t('interface.notAllowed.text')}</p>
      {action !== undefined && <div className="ec-state-actions">{action}</div>}
    </section>
  )
}
