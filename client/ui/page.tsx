import './page.css'
import type { ReactNode } from 'react'

/** A screen of one column inside the frame; `reading` for text and forms, `wide` for registers. */
export function Page({ width = 'reading', children }: { width?: 'reading' | 'wide'; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={`ec-page ec-page-${width}`} tabIndex={0}>
      {children}
    </section>
  )
}
