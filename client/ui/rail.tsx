import './rail.css'
import type { MouseEvent } from 'react'
import { CountBadge } from './count-badge.tsx'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-paths.ts'

export type RailItem = {
  readonly id: string
  readonly word: string
  readonly icon: IconName
  readonly href: string
  readonly count?: number
  /** The count said aloud: "2 phiếu đang chờ". */
  readonly countWord?: string
}

type RailProps = {
  items: readonly RailItem[]
  /** The id of the item that is open. */
  current: string | null
  /** Said by screen readers. */
  label: string
  onOpen: (href: string) => void
}

/** The main places of a role, at most six: a rail at the left, a bar at the bottom where the tablet is held upright. */
export function Rail({ items, current, label, onOpen }: RailProps) {
  return (
    <nav className="ec-rail ec-no-print" aria-label={label}>
      <ul>
        {items.map((item) => (
          <li key={item.id}>
            <a
              className="ec-rail-item"
              href={item.href}
              aria-current={item.id === current ? 'page' : undefined}
              onClick={(event) => {
                if (isOtherWindow(event)) return
                event.preventDefault()
                onOpen(item.href)
              }}
            >
              <span className="ec-rail-icon">
                <Icon name={item.icon} size={26} />
                <CountBadge count={item.count ?? 0} word={item.countWord ?? ''} urgent />
              </span>
              <span className="ec-rail-word">{item.word}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

const isOtherWindow = (event: MouseEvent) =>
  event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey
