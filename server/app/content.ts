import type { Act } from '../../shared/domain/act.ts'
import { AgendaItemContent } from '../../shared/domain/agenda-item.ts'
import { BallotContent } from '../../shared/domain/ballot.ts'
import { DirectiveContent } from '../../shared/domain/directive.ts'
import type { Hash } from '../../shared/domain/id.ts'
import { ConclusionContent } from '../../shared/domain/item-session.ts'
import { MeetingContent } from '../../shared/domain/meeting.ts'
import { MinutesContent } from '../../shared/domain/minutes.ts'
import { TaskContent } from '../../shared/domain/task.ts'
import { VoteContent } from '../../shared/domain/vote.ts'
import { canonicalJson } from '../../shared/lib/canonical-json.ts'
import { memoByText } from '../../shared/lib/memo.ts'
import type { Opening } from '../../shared/protocol/envelope.ts'
import type { LedgerBatch } from './ledger-batch.ts'
import type { LedgerReads, StoredFile } from './ledger-port.ts'

/** Words by their hash; undefined where they are unknown or are not such a content in canonical form. */
type ContentOf<T> = (batch: Pick<LedgerBatch, 'opened'>, hash: Hash) => T | undefined

function contentReader<T>(schema: { safeParse(value: unknown): { data?: T } }): ContentOf<T> {
  // An agenda is gone through with each of its acts.
  const parse = memoByText((text): T | null => {
    try {
      const { data } = schema.safeParse(JSON.parse(text))
      return data !== undefined && canonicalJson(data) === text ? data : null
    } catch {
      return null
    }
  }, 200)
  return (batch, hash) => {
    const text = batch.opened(hash)
    return text === undefined ? undefined : (parse(text) ?? undefined)
  }
}

export const ballotContentOf = contentReader<BallotContent>(BallotContent)
export const meetingContentOf = contentReader<MeetingContent>(MeetingContent)
export const agendaItemContentOf = contentReader<AgendaItemContent>(AgendaItemContent)
export const voteContentOf = contentReader<VoteContent>(VoteContent)
export const minutesContentOf = contentReader<MinutesContent>(MinutesContent)
export const conclusionContentOf = contentReader<ConclusionContent>(ConclusionContent)
export const taskContentOf = contentReader<TaskContent>(TaskContent)
export const directiveContentOf = contentReader<DirectiveContent>(DirectiveContent)

/** Openings that the act itself commits to: anything more in an envelope is nobody's statement and is not kept. */
export function ownOpenings(act: Act, openings: readonly Opening[]): Opening[] {
  const commits = new Set<Hash>()
  if ('contentHash' in act.body) commits.add(act.body.contentHash)
  if ('noteCommit' in act.body) commits.add(act.body.noteCommit)
  if (act.kind === 'set-unit') commits.add(act.body.nameCommit)
  if ('placeCommit' in act.body) commits.add(act.body.placeCommit)
  if (act.kind === 'ask-task' && act.body.page.quoteCommit !== null) commits.add(act.body.page.quoteCommit)
  const attached = 'attached' in act.body ? act.body.attached : []
  for (const { nameCommit } of attached ?? []) commits.add(nameCommit)
  const answers = 'answers' in act.body ? act.body.answers : 'answer' in act.body ? [act.body.answer] : []
  for (const answer of answers) commits.add(answer.choiceCommit).add(answer.textCommit)
  return openings.filter(({ commit }) => commits.has(commit))
}

/** The files that a content names, as far as intake has passed them. */
export async function filesOf(
  act: Act,
  batch: Pick<LedgerBatch, 'opened'>,
  ledger: Pick<LedgerReads, 'file'>,
): Promise<Map<Hash, StoredFile>> {
  const files = new Map<Hash, StoredFile>()
  if (act.kind === 'enter-paper-vote') {
    const { paper } = act.body
    const file = await ledger.file(paper)
    if (file) files.set(paper, file)
  }
  if (!('contentHash' in act.body)) return files
  const { contentHash } = act.body
  const content =
    ballotContentOf(batch, contentHash) ??
    agendaItemContentOf(batch, contentHash) ??
    directiveContentOf(batch, contentHash)
  for (const document of content?.documents ?? []) {
    const file = await ledger.file(document.hash)
    if (file) files.set(document.hash, file)
  }
  return files
}
