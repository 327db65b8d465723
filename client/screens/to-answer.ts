import type { BallotView } from '../app/ballot.ts'

/** Still open as far as this tablet knows: its own clock closes nothing (O8). */
export const isStillOpen = ({ ballot }: BallotView): boolean =>
  ballot.phase.state === 'issued' || ballot.phase.state === 'closing-waits'

/** Open and not yet answered. */
export const isToAnswer = (view: BallotView): boolean => isStillOpen(view) && view.mine.kind === 'none'
