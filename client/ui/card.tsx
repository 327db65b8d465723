import './card.css'
import { type ReactNode, useId } from 'react'
import type { Tone } from './tone.ts'

type CardProps = {
  title: string
  /** One line above the title: a number, a source. */
  over?: ReactNode
  /** Beside the title, at the right: a state. */
  sign?: ReactNode
  children?: ReactNode
  /** The last line: buttons. */
  foot?: ReactNode
  /** A coloured edge at the left, with the word for it in `sign`. */
  tone?: Tone
  chosen?: boolean
  /** Opens the thing; the title becomes its button, shown in at most three lines. */
  onOpen?: () => void
  level?: 2 | 3 | 4
}

/** One thing in a list, holding enough to decide. */
export function Card({
  title,
  over,
  sign,
  children,
  foot,
  tone,
  chosen = false,
  onOpen,
  level = 2,
}: CardProps) {
  const Heading = `h${level}` as const
  const heading = useId()
  return (
    <article
      className={`ec-card${tone ? ` ec-card-toned ec-tone-${tone}` : ''}${chosen ? ' ec-card-chosen' : ''}`}
      aria-labelledby={heading}
    >
      <div className="ec-card-head">
        <div className="ec-card-words">
          {over !== undefined && <div className="ec-card-over">{over}</div>}
          <Heading id={heading} className="ec-card-title">
            {onOpen ? (
              <button
                type="button"
                className="ec-plain-button ec-card-open"
                aria-current={chosen ? 'true' : undefined}
                onClick={onOpen}
              >
                <span>{title}</span>
              </button>
            ) : (
              title
            )}
          </Heading>
        </div>
        {sign !== undefined && <div>{sign}</div>}
      </div>
      {children !== undefined && <div className="ec-card-body">{children}</div>}
      {foot !== undefined && <div className="ec-card-foot">{foot}</div>}
    </article>
  )
}
