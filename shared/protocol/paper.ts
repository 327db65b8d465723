import { z } from 'zod'
import type { BallotId, MeetingId } from '../domain/id.ts'

/** Papers that the server writes after Nghị định 30/2020/NĐ-CP, for the Office to sign and send. */

export const PaperFormat = z.enum(['docx', 'pdf'])
export type PaperFormat = z.infer<typeof PaperFormat>

/** Which one. */
export type PaperName =
  | { kind: 'ballot-report'; ballot: BallotId }
  | { kind: 'invitation'; meeting: MeetingId }

/** `GET /api/ballots/{id}/report` and `GET /api/meetings/{id}/invitation`. */
export const PaperQuery = z.strictObject({ format: PaperFormat })

export const paperMediaType: Readonly<Record<PaperFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
}
