/** Seeds that broke a promise once: each with what it found, run every time. */
export const foundSeeds: readonly { seed: string; found: string }[] = [
  { seed: '1', found: 'a lock in the middle of reading was a crash' },
  { seed: '11', found: 'a former member kept the row of their own answers' },
  { seed: '137', found: 'a post that ended with its day left its rows on the tablet' },
]
