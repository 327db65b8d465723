import type { BallotReportFacts } from './ballot-report.ts'
import type { NoticeFacts } from './conclusion-notice.ts'
import type { InvitationFacts } from './invitation.ts'
import type { MinutesPaperFacts } from './minutes-paper.ts'
import type { WritePaper } from './office-paper.ts'
import type { WriteTables } from './table-port.ts'

/** The writers of server/reports: words and layout are theirs, what is so is told them. */
export type PaperWriters = {
  ballotReport: WritePaper<BallotReportFacts>
  conclusionNotice: WritePaper<NoticeFacts>
  minutes: WritePaper<MinutesPaperFacts>
  invitation: WritePaper<InvitationFacts>
  tables: WriteTables
}
