import './states.css'
import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-paths.ts'
import type { Tone } from './tone.ts'

type NoticeProps = { tone: Tone; title: string; children?: ReactNode; sign?: IconName; action?: ReactNode }

const signs: Record<Tone, IconName> = {
  good: 'recorded',
  waiting: 'clock',
  quiet: 'information',
  urgent: 'warning',
}

/** A plain word of information or warning that stays in the page. */
export function Notice({ tone, title, children, sign, action }: NoticeProps) {
  return (
    <div className={`ec-notice ec-tone-${tone}`}>
      <Icon name={sign ?? signs[tone]} />
      <div className="ec-notice-words">
        <div className="ec-notice-title">{title}</div>
        {children !== undefined && <div>{children}</div>}
      </div>
      {action}
    </div>
  )
}
