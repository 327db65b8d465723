import { DateInput } from '@mantine/dates'
import { type Day, parseDay } from '../../shared/lib/time.ts'
import { useWords } from './i18n.ts'

type DayFieldProps = {
  label: string
  value: Day | null
  onChange: (day: Day | null) => void
  required?: boolean
  description?: string
  error?: string | undefined
  latest?: Day
}

/** A day that is typed as dd/mm/yyyy or chosen from the month (G4). */
export function DayField({
  label,
  value,
  onChange,
  required = false,
  description,
  error,
  latest,
}: DayFieldProps) {
  const { t } = useWords()
  return (
    <DateInput
      label={label}
      description={description}
      placeholder="dd/mm/yyyy"
      valueFormat="DD/MM/YYYY"
      autoComplete="off"
      required={required}
      dateParser={typedDay}
      previousLabel={t('interface.month.previous')}
      nextLabel={t('interface.month.next')}
      value={value}
      error={error}
      {...(latest !== undefined && { maxDate: latest })}
      onChange={(next) => onChange(next === null ? null : parseDay(next.slice(0, 10)))}
    />
  )
}

/** "1/3/2026" and "01-03-2026" alike; what is no day of the calendar is none. */
function typedDay(text: string): Day | null {
  const parts = /^\s*(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})\s*$/.exec(text)
  if (!parts) return null
  const [, day = '', month = '', year = ''] = parts
  return parseDay(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
}
