import './deadline-input.css'
import { DatePickerInput, TimePicker } from '@mantine/dates'
import { type Day, dayOf, type Instant, parseDay } from '../../../shared/lib/time.ts'
import { useWords } from '../../ui/i18n.ts'
import { StatusSign } from '../../ui/status-sign.tsx'
import type { Tone } from '../../ui/tone.ts'

type DeadlineInputProps = {
  day: Day | null
  hour: string
  now: Instant
  /** How the choice stands to the rules, in words. */
  fit: { tone: Tone; word: string } | null
  note?: string | null
  onChange: (day: Day | null, hour: string) => void
}

/** A day and an hour in Viet Nam, whatever the clock and the language of this machine (G4). */
export function DeadlineInput({ day, hour, now, fit, note, onChange }: DeadlineInputProps) {
  const { t } = useWords()
  return (
    <div>
      <div className="ec-deadline-dates">
        <DatePickerInput
          label={t('editor.day')}
          placeholder="dd/mm/yyyy"
          required
          value={day}
          minDate={dayOf(now)}
          onChange={(next) => onChange(next === null ? null : parseDay(next.slice(0, 10)), hour)}
        />
        <TimePicker
          label={t('editor.hour')}
          required
          value={hour}
          minutesStep={5}
          hoursInputLabel={t('editor.hours')}
          minutesInputLabel={t('editor.minutes')}
          onChange={(next) => onChange(day, next.slice(0, 5))}
        />
      </div>
      {fit && (
        <div aria-live="polite" className="ec-deadline-fit">
          <StatusSign bare tone={fit.tone} word={fit.word} />
          {note && <span className="ec-quiet">{note}</span>}
        </div>
      )}
    </div>
  )
}
