import { dayMs, hourMs, minuteMs } from '../../shared/lib/time.ts'
import type { TimeLeft } from '../ui/deadline.tsx'

/** Working time left in whole units, never rounded up: a working day counts for its 24 hours (G4). */
export function timeLeft(workingMsLeft: number, hasPassed: boolean): TimeLeft {
  if (hasPassed) return { kind: 'passed' }
  if (workingMsLeft >= dayMs) return { kind: 'working-days', count: Math.floor(workingMsLeft / dayMs) }
  if (workingMsLeft >= hourMs) return { kind: 'hours', count: Math.floor(workingMsLeft / hourMs) }
  return { kind: 'minutes', count: Math.floor(workingMsLeft / minuteMs) }
}
