import { z } from 'zod'
import { AgendaItemId, type BallotId, type MeetingId } from '../domain/id.ts'

/** Papers that the server writes after Nghị định 30/2020/NĐ-CP, for the Office to sign and send. */

export const PaperFormat = z.enum(['docx', 'pdf'])
export type PaperFormat = z.infer<typeof PaperFormat>

/** Which one. */
export type PaperName =
  | { kind: 'ballot-report'; ballot: BallotId }
  | { kind: 'invitation' | 'minutes'; meeting: MeetingId }
  /** `item`: as a draft about one item alone. */
  | { kind: 'conclusion-notice'; meeting: MeetingId; item: AgendaItemId | null }

/** `GET /api/ballots/{id}/report`, `GET /api/meetings/{id}/invitation` and `GET /api/meetings/{id}/minutes`. */
export const PaperQuery = z.strictObject({ format: PaperFormat })

/** `GET /api/meetings/{id}/notice`. */
export const NoticeQuery = PaperQuery.extend({ item: AgendaItemId.optional() })

export const paperMediaType: Readonly<Record<PaperFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
}
