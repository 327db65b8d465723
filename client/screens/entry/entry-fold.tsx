import type { ReactNode } from 'react'
import { Icon } from '../../ui/icon.tsx'

/** What is not needed each time, one tap away. */
export function EntryFold({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details className="ec-entry-fold">
      <summary>
        <Icon name="right" size={20} />
        {title}
      </summary>
      <div className="ec-entry-folded">{children}</div>
    </details>
  )
}
