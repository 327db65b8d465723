import { secondMs } from '../../../shared/lib/time.ts'

/** Long enough to find a name among those of one picture. */
const pageMs = 10 * secondMs

/** Which of so many pages is shown, so long after the first was: each in its turn, and again from the first. */
export const pageAfter = (shownMs: number, pages: number): number =>
  Math.floor(Math.max(0, shownMs) / pageMs) % pages
