import type { PaperFormat } from '../../shared/protocol/paper.ts'
import type { WritePaper } from '../app/office-paper.ts'
import { ballotReportPaper } from './ballot-report.ts'
import { invitationPaper } from './invitation.ts'
import type { OfficialPaper } from './official-paper.ts'
import { serifTypeface } from './serif-typeface.ts'
import { writeDocx } from './write-docx.ts'
import { writePdf } from './write-pdf.ts'

const writers = { docx: writeDocx, pdf: writePdf } as const

export function createWritePaper(): WritePaper {
  const write = async (paper: OfficialPaper, format: PaperFormat) =>
    new Uint8Array(await writers[format](paper, await serifTypeface()))
  return {
    ballotReport: (facts, format) => write(ballotReportPaper(facts), format),
    invitation: (facts, format) => write(invitationPaper(facts), format),
  }
}
