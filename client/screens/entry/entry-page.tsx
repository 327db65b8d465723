import './entry.css'
import type { ReactNode } from 'react'
import { useWords } from '../../ui/i18n.ts'
import { LanguageSwitch } from '../../ui/language-switch.tsx'
import { rememberLanguage } from '../language-memory.ts'

/** What stands around every screen before the application is open. */
export function EntryPage({ title, over, children }: { title: string; over?: string; children: ReactNode }) {
  const { t } = useWords()
  return (
    <div className="ec-entry">
      <header className="ec-entry-head">
        <div>
          <div className="ec-entry-office">{t('entry.office')}</div>
          <div className="ec-entry-program">{t('entry.program')}</div>
        </div>
        <div className="ec-entry-language">
          <LanguageSwitch onChange={rememberLanguage} />
        </div>
      </header>
      <main className="ec-entry-main">
        {over !== undefined && <div className="ec-quiet">{over}</div>}
        <h1>{title}</h1>
        {children}
      </main>
    </div>
  )
}
