import { type Settings, settingsOn } from '../../shared/domain/settings.ts'
import { type WorkCalendar, weekendsOnly, workingMsBetween } from '../../shared/domain/working-day.ts'
import { dayOf, type Instant } from '../../shared/lib/time.ts'
import type { TimeLeft } from '../ui/deadline.tsx'
import { useApp, useAppVersion } from './app-context.tsx'
import { timeLeft } from './time-left.ts'

export type Calendar = {
  now: Instant
  settings: Settings
  calendar: WorkCalendar
  leftUntil(at: Instant): TimeLeft
}

/** Today's rules, and what is left until an hour (G4). */
export function useCalendar(): Calendar {
  const app = useApp()
  useAppVersion()
  const now = app.now()
  return {
    now,
    settings: settingsOn(app.copy.reader.get('settings', 'settings'), dayOf(now)),
    calendar: weekendsOnly,
    leftUntil: (at) => timeLeft(now, at, workingMsBetween(weekendsOnly, now, at)),
  }
}
