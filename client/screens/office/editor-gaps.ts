import { summaryGap } from '../../../shared/domain/summary-rule.ts'
import type { WorkCalendar } from '../../../shared/domain/working-day.ts'
import type { Instant } from '../../../shared/lib/time.ts'
import { type BallotEditing, deadlineIn, gapsInEditing, windowReasonIn } from '../../app/ballot-editing.ts'
import { deadlineFit } from '../../app/deadline-window.ts'
import { uploadGaps } from '../shared/upload-gaps.ts'
import type { EditorGap } from './gap-words.ts'

type Rules = {
  mode: 'draft' | 'amend'
  now: Instant
  window: { minDays: number; maxDays: number }
  calendar: WorkCalendar
  /** The deadline in force; an amendment shortens nothing. */
  current: Instant | null
}

/** Everything that stands between what is written and its storing, its deadline against the rules of today included (B3, B5). */
export function gapsFor(editing: BallotEditing, rules: Rules): EditorGap[] {
  const { mode, now, window, calendar, current } = rules
  const gaps: EditorGap[] = gapsInEditing(editing)
  const deadlineAt = deadlineIn(editing)
  if (deadlineAt === null) return gaps
  const fit = deadlineFit(deadlineAt, now, window, calendar)
  if (fit.kind === 'passed') gaps.push({ kind: 'deadline-passed' })
  // An amendment that leaves too little time is refused whatever its reason.
  if (mode === 'amend') {
    if (fit.kind === 'too-soon') gaps.push({ kind: 'deadline-too-soon' })
    else if (current !== null && deadlineAt < current) gaps.push({ kind: 'deadline-earlier' })
    return gaps
  }
  const isOutside = fit.kind === 'too-soon' || fit.kind === 'too-far'
  if (isOutside && windowReasonIn(editing) === '') gaps.push({ kind: 'window-reason-missing' })
  return gaps
}

/** What a draft may still lack while it is being written, but not when it is submitted or sent out (M2). */
export function gapsBeforeSending(
  { documents }: Pick<BallotEditing, 'documents'>,
  uploads: Parameters<typeof uploadGaps>[0],
): EditorGap[] {
  const gap = summaryGap(documents)
  return [...(gap ? [{ kind: gap }] : []), ...uploadGaps(uploads)]
}
