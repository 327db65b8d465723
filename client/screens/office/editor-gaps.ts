import type { WorkCalendar } from '../../../shared/domain/working-day.ts'
import type { Instant } from '../../../shared/lib/time.ts'
import { type BallotEditing, deadlineIn, gapsInEditing, windowReasonIn } from '../../app/ballot-editing.ts'
import { deadlineFit } from '../../app/deadline-window.ts'
import type { EditorGap } from './gap-words.ts'

type Rules = {
  mode: 'draft' | 'amend'
  now: Instant
  window: { minDays: number; maxDays: number }
  calendar: WorkCalendar
}

/** Everything that stands between what is written and its storing, its deadline against the rules of today included (B3, B5). */
export function gapsFor(editing: BallotEditing, { mode, now, window, calendar }: Rules): EditorGap[] {
  const gaps: EditorGap[] = gapsInEditing(editing)
  const deadlineAt = deadlineIn(editing)
  if (deadlineAt === null) return gaps
  const fit = deadlineFit(deadlineAt, now, window, calendar)
  if (fit.kind === 'passed') gaps.push({ kind: 'deadline-passed' })
  const isOutside = fit.kind === 'too-soon' || fit.kind === 'too-far'
  // An amendment that leaves too little time is refused whatever its reason.
  if (isOutside && (mode === 'amend' || windowReasonIn(editing) === '')) {
    gaps.push({ kind: 'window-reason-missing' })
  }
  return gaps
}
