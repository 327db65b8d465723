import type { PaperFormat } from '../../shared/protocol/paper.ts'
import type { BallotReportFacts } from '../app/ballot-report.ts'
import type { NoticeFacts } from '../app/conclusion-notice.ts'
import type { InvitationFacts } from '../app/invitation.ts'
import type { MinutesPaperFacts } from '../app/minutes-paper.ts'
import { ballotReportPaper } from './ballot-report.ts'
import { conclusionNoticePaper } from './conclusion-notice.ts'
import { invitationPaper } from './invitation.ts'
import { minutesPaper } from './minutes.ts'
import type { OfficialPaper } from './official-paper.ts'
import { serifTypeface } from './serif-typeface.ts'

/** What is asked of a thread: data alone. */
export type PaperJob = { readonly format: PaperFormat } & (
  | { readonly kind: 'ballot-report'; readonly facts: BallotReportFacts }
  | { readonly kind: 'conclusion-notice'; readonly facts: NoticeFacts }
  | { readonly kind: 'minutes'; readonly facts: MinutesPaperFacts }
  | { readonly kind: 'invitation'; readonly facts: InvitationFacts }
)

export async function writePaper(job: PaperJob): Promise<Uint8Array> {
  const paper = paperOf(job)
  const typeface = await serifTypeface()
  // Each writer brings a large library along: a thread loads the one that it needs.
  if (job.format === 'docx') return await (await import('./write-docx.ts')).writeDocx(paper, typeface)
  return await (await import('./write-pdf.ts')).writePdf(paper, typeface)
}

function paperOf(job: PaperJob): OfficialPaper {
  switch (job.kind) {
    case 'ballot-report':
      return ballotReportPaper(job.facts)
    case 'conclusion-notice':
      return conclusionNoticePaper(job.facts)
    case 'minutes':
      return minutesPaper(job.facts)
    case 'invitation':
      return invitationPaper(job.facts)
  }
}
