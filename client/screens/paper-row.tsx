import type { ReactNode } from 'react'
import { Icon } from '../ui/icon.tsx'
import type { IconName } from '../ui/icon-paths.ts'

type PaperRowProps = {
  sign: IconName
  isHere: boolean
  onOpen: () => void
  /** Leads to something about the papers. */
  isMeans?: boolean
  children: ReactNode
}

/** One line of what lies in a dossier. */
export function PaperRow({ sign, isHere, onOpen, isMeans = false, children }: PaperRowProps) {
  return (
    <li>
      <button
        type="button"
        className={`ec-plain-button ${isMeans ? 'ec-papers-notes' : 'ec-paper'}`}
        aria-current={isHere ? 'true' : undefined}
        onClick={onOpen}
      >
        <Icon name={sign} size={22} />
        {children}
      </button>
    </li>
  )
}
