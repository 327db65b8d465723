import './three-pane.css'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useWords } from './i18n.ts'
import { Icon } from './icon.tsx'
import { usePortrait } from './use-portrait.ts'

type ThreePaneProps = {
  /** Over the list: its name. */
  title: string
  list: ReactNode
  /** Between the name and the list: search, filters, actions. */
  tools?: ReactNode
  /** What is chosen; null while nothing is. */
  thing: ReactNode | null
  /** At the right while nothing is chosen; not shown upright. */
  nothing?: ReactNode
  /** Upright: from the thing to the list. */
  onBack: () => void
  /** Changes with the thing, so that it is shown from its beginning. */
  thingId: string | null
}

/** The list in the middle, which folds away, and the thing at the right; upright they follow one another. */
export function ThreePane({ title, list, tools, thing, nothing, onBack, thingId }: ThreePaneProps) {
  const { t } = useWords()
  const portrait = usePortrait()
  const [folded, setFolded] = useState(false)
  const place = useRef<HTMLElement>(null)
  const opener = useRef<HTMLElement | null>(null)
  const foldButton = useRef<HTMLButtonElement>(null)

  // Where something goes away under whoever moves by keyboard or screen reader, they must arrive somewhere.
  useEffect(() => {
    const pane = place.current
    if (thingId === null) {
      if (portrait) opener.current?.focus()
      return
    }
    if (pane === null) return
    pane.scrollTop = 0
    if (portrait) pane.focus({ preventScroll: true })
  }, [thingId, portrait])

  const fold = (next: boolean) => {
    setFolded(next)
    requestAnimationFrame(() => foldButton.current?.focus())
  }

  const showsList = portrait ? thing === null : !folded
  return (
    <div className="ec-panes">
      {/* Kept while hidden, with its place in the list. */}
      <section
        className="ec-pane-list"
        aria-label={title}
        hidden={!showsList}
        onFocusCapture={({ target }) => {
          if (target instanceof HTMLElement) opener.current = target
        }}
      >
        <div className="ec-pane-head">
          <h1>{title}</h1>
          {!portrait && (
            <button
              type="button"
              className="ec-plain-button ec-square"
              aria-label={t('interface.list.fold')}
              ref={folded ? undefined : foldButton}
              onClick={() => fold(true)}
            >
              <Icon name="fold" />
            </button>
          )}
        </div>
        {tools !== undefined && <div className="ec-pane-tools">{tools}</div>}
        <div className="ec-pane-body">{list}</div>
      </section>
      {!portrait && folded && (
        <div className="ec-pane-folded ec-no-print">
          <button
            type="button"
            className="ec-plain-button ec-square"
            aria-label={t('interface.list.unfold')}
            ref={foldButton}
            onClick={() => fold(false)}
          >
            <Icon name="unfold" />
          </button>
        </div>
      )}
      {(!portrait || thing !== null) && (
        <section
          className="ec-pane-thing"
          ref={place}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a pane that scrolls must be reachable by keyboard
          tabIndex={0}
          aria-label={t('interface.list.thing')}
        >
          {portrait && (
            <button type="button" className="ec-plain-button ec-pane-back ec-no-print" onClick={onBack}>
              <Icon name="left" />
              {title}
            </button>
          )}
          {thing ?? nothing}
        </section>
      )}
    </div>
  )
}
