import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import { useWords } from '../ui/i18n.ts'
import { StatusSign } from '../ui/status-sign.tsx'

type TrailFrameProps = {
  day: string
  over: string
  title: string
  path: string
  isHere: boolean
  /** How it stands, beside the sign of where one is. */
  signs: ReactNode
  children?: ReactNode
}

/** One step of a trail: its day, what it is, the way to it, and how it stands. */
export function TrailFrame({ day, over, title, path, isHere, signs, children }: TrailFrameProps) {
  const { t } = useWords()
  const navigate = useNavigate()
  return (
    <li className="ec-trail-step" aria-current={isHere ? 'step' : undefined}>
      <span className="ec-trail-day ec-figures">{day}</span>
      <div className="ec-trail-words">
        <span className="ec-quiet">{over}</span>
        {isHere ? (
          <strong>{title}</strong>
        ) : (
          <button type="button" className="ec-plain-button ec-trail-link" onClick={() => void navigate(path)}>
            {title}
          </button>
        )}
        <span className="ec-trail-signs">
          {isHere && <StatusSign bare tone="quiet" sign="eye" word={t('trail.here')} />}
          {signs}
        </span>
        {children}
      </div>
    </li>
  )
}
