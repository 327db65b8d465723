import { useEffect, useState } from 'react'
import { useWords } from '../../ui/i18n.ts'

type PageFieldProps = { page: number; pages: number; onGo: (page: number) => void }

/** The page one is on, to be read and to be typed. */
export function PageField({ page, pages, onGo }: PageFieldProps) {
  const { t } = useWords()
  const [text, setText] = useState(String(page))
  useEffect(() => setText(String(page)), [page])
  return (
    <form
      className="ec-reader-page"
      onSubmit={(event) => {
        event.preventDefault()
        const wanted = Number.parseInt(text, 10)
        if (Number.isFinite(wanted)) onGo(wanted)
        else setText(String(page))
      }}
    >
      <input
        className="ec-figures"
        aria-label={t('viewer.goTo')}
        inputMode="numeric"
        value={text}
        size={4}
        onChange={(event) => setText(event.currentTarget.value)}
        onFocus={(event) => event.currentTarget.select()}
        onBlur={() => setText(String(page))}
      />
      <span className="ec-quiet">{t('viewer.pageOf', { total: pages })}</span>
    </form>
  )
}
