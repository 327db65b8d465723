import './bar-split.css'
import { useId } from 'react'
import { useWords } from './i18n.ts'
import { percentsOf, splitShares } from './split-shares.ts'

/** How a part is drawn; patterns, not colours alone, tell them apart on paper and for the colour-blind. */
export type BarLook = 'explicit' | 'deemed' | 'against' | 'other' | 'not-reached' | 'held'

export type BarPart = {
  readonly id: string
  readonly word: string
  readonly count: number
  readonly look: BarLook
}

type BarSplitProps = {
  /** What is split: "Vấn đề 1: 27 thành viên". */
  label: string
  parts: readonly BarPart[]
  /** A line across the bar, such as "quá nửa: 14". */
  mark?: { readonly at: number; readonly word: string }
}

const patterned: readonly BarLook[] = ['deemed', 'not-reached', 'held']

/** One bar split by count, every part also in words and figures below. Prints as it is seen. */
export function BarSplit({ label, parts, mark }: BarSplitProps) {
  const { t } = useWords()
  const id = useId()
  const counts = parts.map(({ count }) => count)
  const shares = splitShares(counts)
  const percents = percentsOf(counts)
  const total = parts.reduce((sum, { count }) => sum + count, 0)
  const fill = (look: BarLook) => (patterned.includes(look) ? `url(#${id}-${look})` : `var(--ec-bar-${look})`)
  return (
    <figure className="ec-split" aria-label={label}>
      <div className="ec-split-frame">
        <svg className="ec-split-bar" width="100%" height="44" aria-hidden="true" focusable="false">
          <Patterns id={id} />
          {parts.map(({ id: part, count, look }, index) => {
            const share = shares[index]
            if (!share || count === 0) return null
            const middle = `${(share.from + share.width / 2) * 100}%`
            return (
              <g key={part}>
                <rect
                  className="ec-split-part"
                  x={`${share.from * 100}%`}
                  width={`${share.width * 100}%`}
                  y="0.5"
                  height="43"
                  fill={fill(look)}
                />
                {share.width > 0.03 && (
                  <svg x={middle} y="22" overflow="visible" aria-hidden="true">
                    <rect
                      className="ec-split-plate"
                      x={-plate(count) / 2}
                      y="-13"
                      width={plate(count)}
                      height="26"
                      rx="5"
                    />
                    <text className="ec-split-count" textAnchor="middle" dominantBaseline="central">
                      {count}
                    </text>
                  </svg>
                )}
              </g>
            )
          })}
        </svg>
        {mark && total > 0 && (
          <div
            className="ec-split-mark"
            data-end={mark.at / total > 0.5 || undefined}
            style={{ left: `${Math.min(100, (mark.at / total) * 100)}%` }}
          >
            <span>{mark.word}</span>
          </div>
        )}
      </div>
      <ul className={`ec-split-legend${mark ? ' ec-split-marked' : ''}`}>
        {parts.map(({ id: part, word, count, look }, index) => (
          <li key={part}>
            <svg width="28" height="20" aria-hidden="true" focusable="false">
              <rect
                className="ec-split-part"
                x="0.5"
                y="0.5"
                width="27"
                height="19"
                rx="3"
                fill={fill(look)}
              />
            </svg>
            <span>{word}</span>
            <strong className="ec-figures">{count}</strong>
            {total > 0 && (
              <span className="ec-figures ec-quiet">
                {t('interface.bar.share', { percent: percents[index] ?? '0' })}
              </span>
            )}
          </li>
        ))}
      </ul>
    </figure>
  )
}

/** Wide enough for the figures of a count, in CSS pixels. */
const plate = (count: number) => 10 * String(count).length + 12

function Patterns({ id }: { id: string }) {
  const common = { patternUnits: 'userSpaceOnUse', width: 8, height: 8 } as const
  return (
    <defs>
      <pattern id={`${id}-deemed`} {...common} patternTransform="rotate(45)">
        <rect width="8" height="8" fill="var(--ec-bar-deemed-ground)" />
        <rect width="3" height="8" fill="var(--ec-bar-explicit)" />
      </pattern>
      <pattern id={`${id}-not-reached`} {...common}>
        <rect width="8" height="8" fill="var(--ec-surface)" />
        <circle cx="4" cy="4" r="1.2" fill="var(--ec-edge)" />
      </pattern>
      <pattern id={`${id}-held`} {...common}>
        <rect width="8" height="8" fill="var(--ec-quiet-ground)" />
        <path d="M0 0 8 8M8 0 0 8" stroke="var(--ec-quiet)" strokeWidth="1.2" />
      </pattern>
    </defs>
  )
}
