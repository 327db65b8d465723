import { Textarea } from '@mantine/core'
import { useEffect, useRef } from 'react'
import type { Instant } from '../../../shared/lib/time.ts'
import { type BallotEditing, deadlineIn } from '../../app/ballot-editing.ts'
import { deadlineFit } from '../../app/deadline-window.ts'
import { dateAndHour } from '../../ui/date-text.tsx'
import { useWords } from '../../ui/i18n.ts'
import type { Tone } from '../../ui/tone.ts'
import { DeadlineInput } from '../shared/deadline-input.tsx'
import { useCalendar } from '../use-calendar.ts'
import { workingTimeWords } from '../working-time-words.ts'
import { type EditorGap, gapWords } from './gap-words.ts'

type EditorDeadlineProps = {
  editing: BallotEditing
  mode: 'draft' | 'amend'
  window: { minDays: number; maxDays: number }
  /** The deadline in force; an amendment may not come before it. */
  current: Instant | null
  gaps: readonly EditorGap[]
  change: (part: Partial<BallotEditing>) => void
}

/** The deadline in Viet Nam's time, measured against the window at once (B3, B5, G4). */
export function EditorDeadline({ editing, mode, window, current, gaps, change }: EditorDeadlineProps) {
  const { t } = useWords()
  const { now, calendar } = useCalendar()
  const deadlineAt = deadlineIn(editing)
  const fit = deadlineAt === null ? null : deadlineFit(deadlineAt, now, window, calendar)
  const isOutside = fit?.kind === 'too-soon' || fit?.kind === 'too-far'
  const asksReason = mode === 'draft' && (isOutside || editing.windowReason !== '')
  const reason = useRef<HTMLDivElement>(null)
  const wasAsked = useRef(asksReason)
  // It comes below the hour, where the column may end: what has to be written must be seen.
  useEffect(() => {
    if (asksReason && !wasAsked.current) reason.current?.scrollIntoView({ block: 'nearest' })
    wasAsked.current = asksReason
  }, [asksReason])
  const gap = gaps.find(({ kind }) => kind === 'window-reason-missing')
  const words = (): { tone: Tone; word: string } | null => {
    if (fit === null) return null
    const facts = { min: window.minDays, max: window.maxDays }
    if (fit.kind === 'passed') return { tone: 'urgent', word: t('desk.fit.passed') }
    if (mode === 'draft')
      return { tone: isOutside ? 'waiting' : 'good', word: t(`desk.fit.${fit.kind}`, facts) }
    if (fit.kind === 'too-soon') {
      const word = t('desk.fit.amendSoon', { ...facts, earliest: dateAndHour(fit.earliestAt) })
      return { tone: 'urgent', word }
    }
    if (current !== null && deadlineAt !== null && deadlineAt < current) {
      return { tone: 'urgent', word: t('desk.fit.later', { when: dateAndHour(current) }) }
    }
    return { tone: 'good', word: t('desk.fit.amendInside', facts) }
  }
  return (
    <fieldset className="ec-editor-deadline">
      <legend>{t('editor.deadline')}</legend>
      <DeadlineInput
        day={editing.day}
        hour={editing.hour}
        now={now}
        fit={words()}
        note={
          deadlineAt === null || fit === null || fit.kind === 'passed'
            ? null
            : t('desk.fit.left', { left: workingTimeWords(t, now, deadlineAt, fit.workingMs) })
        }
        onChange={(day, hour) => change({ day, hour })}
      />
      {asksReason && (
        <Textarea
          wrapperProps={{ ref: reason }}
          label={t('editor.windowReason')}
          required={isOutside}
          autosize
          minRows={2}
          value={editing.windowReason}
          error={gap && gapWords(t, gap)}
          onChange={(event) => change({ windowReason: event.currentTarget.value })}
        />
      )}
    </fieldset>
  )
}
