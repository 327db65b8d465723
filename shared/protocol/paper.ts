import { z } from 'zod'

/** Papers that the server writes after Nghị định 30/2020/NĐ-CP, for the Office to sign and send. */

export const PaperFormat = z.enum(['docx', 'pdf'])
export type PaperFormat = z.infer<typeof PaperFormat>

/** `GET /api/ballots/{id}/report` and `GET /api/meetings/{id}/invitation`. */
export const PaperQuery = z.strictObject({ format: PaperFormat })

export const paperMediaType: Readonly<Record<PaperFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
}
