import type { Instant } from '../lib/time.ts'
import type { Subject } from './access.ts'
import type { Anchor } from './act.ts'
import type { AgendaItemContent } from './agenda-item.ts'
import type { BallotContent } from './ballot.ts'
import type { DirectiveContent } from './directive.ts'
import type { EntityReader } from './entity.ts'
import type { Hash } from './id.ts'
import type { ConclusionContent } from './item-session.ts'
import type { MeetingContent } from './meeting.ts'
import type { MinutesContent } from './minutes.ts'
import type { Announced } from './restore.ts'
import type { Settings } from './settings.ts'
import type { TaskContent } from './task.ts'
import type { ImportPlan } from './task-import.ts'
import type { VoteContent } from './vote.ts'
import type { WorkCalendar } from './working-day.ts'

/** What a rule may know beside the act. On the server it is the truth of the moment; on a tablet, what the tablet holds. */
export type DecideContext = {
  /** The hour that the ledger will show for the act. */
  at: Instant
  subject: Subject
  /** Whether the signing device has been revoked: its acts are held, not lost. */
  isDeviceRevoked: boolean
  reader: EntityReader
  settings: Settings
  calendar: WorkCalendar
  /** The text behind a commitment, where it is known; already checked against it. */
  opened(commit: Hash): string | undefined
  content(hash: Hash): BallotContent | undefined
  meetingContent(hash: Hash): MeetingContent | undefined
  agendaItemContent(hash: Hash): AgendaItemContent | undefined
  voteContent(hash: Hash): VoteContent | undefined
  minutesContent(hash: Hash): MinutesContent | undefined
  conclusionContent(hash: Hash): ConclusionContent | undefined
  taskContent(hash: Hash): TaskContent | undefined
  directiveContent(hash: Hash): DirectiveContent | undefined
  /** An uploaded file that passed intake. */
  file(hash: Hash): { size: number; pages: number } | undefined
  /** Number of the first ledger entry later than an hour; null where there is none yet, or it is not known here. */
  firstEntryAfter(at: Instant): number | null
  /**
   * Whether the tree that a device had seen is this ledger's as it stood at that size. After the restore of a backup it may
   * be of entries that went: then it says nothing about the numbers of this ledger.
   */
  isOwnTree(anchor: Anchor): boolean
  /** T8: the plan of the file that an act imports, made of the register as it stands; null where the file is not there. */
  importPlan?: ImportPlan | null
  /** The restore that the operator has announced; known to the server alone. */
  announced?: Announced | null
}
