import { dayMs, hourMs, type Instant, minuteMs } from '../../shared/lib/time.ts'
import type { TimeLeft } from '../ui/deadline.tsx'

/** From here on nearness matters more than the count of working days. */
const nearMs = 48 * hourMs

/**
 * What is left until a deadline, in whole units and never rounded up (G4): a working day counts for its 24 hours. Near the
 * deadline, or with less than one working day left, it is the real time, whatever days are off.
 */
export function timeLeft(now: Instant, at: Instant, workingMs: number): TimeLeft {
  if (now > at) return { kind: 'passed' }
  const realMs = at - now
  const workingDays = Math.floor(workingMs / dayMs)
  if (realMs >= nearMs && workingDays > 0) return { kind: 'working-days', count: workingDays }
  return realMs >= hourMs
    ? { kind: 'hours', count: Math.floor(realMs / hourMs), workingDays }
    : { kind: 'minutes', count: Math.floor(realMs / minuteMs) }
}
