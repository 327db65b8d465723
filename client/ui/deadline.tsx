import './deadline.css'
import type { TFunction } from 'i18next'
import type { Instant } from '../../shared/lib/time.ts'
import { unreachable } from '../../shared/lib/unreachable.ts'
import { When } from './date-text.tsx'
import { useWords } from './i18n.ts'
import { Icon } from './icon.tsx'
import type { Tone } from './tone.ts'

/** What is left as the calendar of working days counts it: reckoned by the caller, in whole units. */
export type TimeLeft =
  | { readonly kind: 'working-days'; readonly count: number }
  /** Real hours, days off or not; whole working days among them are said beside. */
  | { readonly kind: 'hours'; readonly count: number; readonly workingDays: number }
  | { readonly kind: 'minutes'; readonly count: number }
  | { readonly kind: 'passed' }

type DeadlineProps = {
  at: Instant
  left: TimeLeft
  /** "Hạn trả lời" unless told; empty for none. */
  label?: string
}

/** A deadline as date, hour and what is left of it (G4). */
export function Deadline({ at, left, label }: DeadlineProps) {
  const { t } = useWords()
  const shown = label ?? t('interface.deadline.label')
  return (
    <span className="ec-deadline">
      <span>
        {shown !== '' && <span className="ec-quiet">{shown}: </span>}
        <When at={at} weekday />
      </span>
      <span className={`ec-deadline-left ec-tone-${toneOf(left)}`}>
        <Icon name={left.kind === 'passed' ? 'warning' : 'clock'} size={18} />
        {wordsOf(left, t)}
      </span>
    </span>
  )
}

function toneOf(left: TimeLeft): Tone {
  switch (left.kind) {
    case 'working-days':
      return left.count > 1 ? 'quiet' : 'waiting'
    case 'hours':
      return left.count > 4 ? 'waiting' : 'urgent'
    case 'minutes':
    case 'passed':
      return 'urgent'
    default:
      return unreachable(left)
  }
}

function wordsOf(left: TimeLeft, t: TFunction): string {
  switch (left.kind) {
    case 'working-days':
      return t('interface.deadline.workingDays', { count: left.count })
    case 'hours':
      return left.workingDays > 0
        ? t('interface.deadline.hoursAndDays', {
            hours: t('interface.deadline.hours', { count: left.count }),
            count: left.workingDays,
          })
        : t('interface.deadline.hours', { count: left.count })
    case 'minutes':
      return left.count === 0
        ? t('interface.deadline.none')
        : t('interface.deadline.minutes', { count: left.count })
    case 'passed':
      return t('interface.deadline.passed')
    default:
      return unreachable(left)
  }
}
