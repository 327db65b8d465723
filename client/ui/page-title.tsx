import './page-title.css'
import type { ReactNode } from 'react'
import { useWords } from './i18n.ts'
import { Icon } from './icon.tsx'

type PageTitleProps = {
  title: string
  /** One line above, such as a number. */
  over?: ReactNode
  /** One line below. */
  under?: ReactNode
  onBack?: () => void
  actions?: ReactNode
}

/** Letters; longer headings, the subjects of decrees, stand smaller so that the screen still begins above the fold. */
const longTitle = 80

/** The heading of a screen; one a screen. */
export function PageTitle({ title, over, under, onBack, actions }: PageTitleProps) {
  const { t } = useWords()
  return (
    <header className="ec-page-title">
      {onBack && (
        <button
          type="button"
          className="ec-plain-button ec-square"
          aria-label={t('interface.back')}
          onClick={onBack}
        >
          <Icon name="left" />
        </button>
      )}
      <div className="ec-page-title-words">
        {over !== undefined && <div className="ec-page-title-over">{over}</div>}
        <h1 data-long={title.length > longTitle || undefined}>{title}</h1>
        {under !== undefined && <div className="ec-page-title-under">{under}</div>}
      </div>
      {actions !== undefined && <div className="ec-page-title-actions ec-no-print">{actions}</div>}
    </header>
  )
}
