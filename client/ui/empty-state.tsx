import './states.css'
import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-paths.ts'

type EmptyStateProps = {
  title: string
  text?: ReactNode
  sign?: IconName
  action?: ReactNode
  /** 1 where it stands in place of the page. */
  level?: 1 | 2
}

/** Nothing here, said calmly, with what comes next. */
export function EmptyState({ title, text, sign = 'recorded', action, level = 2 }: EmptyStateProps) {
  const Heading = `h${level}` as const
  return (
    <section className="ec-state ec-state-centred">
      <span className="ec-state-sign">
        <Icon name={sign} size={40} />
      </span>
      <Heading>{title}</Heading>
      {text !== undefined && <p>{text}</p>}
      {action !== undefined && <div className="ec-state-actions">{action}</div>}
    </section>
  )
}
