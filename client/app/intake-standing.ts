import { mayPass, type ProcessedDocument, type ProcessingFault } from '../../shared/domain/document.ts'
import type { IntakeProgress } from '../../shared/protocol/api.ts'

/** How far the server is with a file that has passed its checks, and what became of it. The file itself can be read all along. */
export type IntakeStanding =
  | { kind: 'waiting' }
  | { kind: 'working'; step: 'pages' | 'copy'; done: number; of: number }
  | {
      kind: 'done'
      /** How many pages hold no text that can be searched. */
      noText: number
      /** Pages that could not be read or drawn, [from, to] both counted. */
      broken: [number, number][]
      /** The copy that is faster to draw could not be made. */
      copyFault: ProcessingFault | null
    }
  /** Neither text nor pictures of its pages. */
  | { kind: 'failed'; fault: ProcessingFault }

/** Whether the row is the end of it: what failed may be tried once more. */
export const isSettled = (row: Pick<ProcessedDocument, 'faults'> | undefined): boolean =>
  row !== undefined && !row.faults.some(({ kind, fault }) => kind === 'pages' && mayPass(fault))

/**
 * The Office's row has the last word; before it comes, and while what failed is tried once more, what the server tells when it
 * is asked.
 */
export function intakeStanding(
  row: Pick<ProcessedDocument, 'noText' | 'broken' | 'faults'> | undefined,
  progress: IntakeProgress | null,
): IntakeStanding | null {
  const isTriedAgain = !isSettled(row) && progress !== null && progress.state !== 'failed'
  if (row && !isTriedAgain) {
    const faultOf = (wanted: 'pages' | 'copy') =>
      row.faults.find(({ kind }) => kind === wanted)?.fault ?? null
    const fault = faultOf('pages')
    if (fault !== null) return { kind: 'failed', fault }
    const noText = row.noText.reduce((sum, [from, to]) => sum + to - from + 1, 0)
    return { kind: 'done', noText, broken: row.broken, copyFault: faultOf('copy') }
  }
  switch (progress?.state) {
    case 'waiting':
      return { kind: 'waiting' }
    case 'working':
      // Taken up this moment: how long it is will be known with its first page.
      if (progress.of === 0) return { kind: 'waiting' }
      return { kind: 'working', step: progress.step, done: progress.done, of: progress.of }
    case 'done':
      return { kind: 'done', noText: 0, broken: [], copyFault: null }
    case 'failed':
      return { kind: 'failed', fault: progress.fault }
    default:
      return null
  }
}
