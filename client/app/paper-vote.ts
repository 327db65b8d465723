import { type OpenAnswer, openAnswers } from '../../shared/domain/choice.ts'
import type { DeviceId, PersonId } from '../../shared/domain/id.ts'
import type { PaperVote, Vote } from '../../shared/domain/vote.ts'
import type { Clock } from './ports.ts'
import { tabletContext } from './tablet-context.ts'
import type { WorkingCopy } from './working-copy.ts'

/** A member's word on paper as the two officers see it (M7). */
export type PaperVoteView = {
  row: PaperVote
  /** Null where this device does not hold the words. */
  said: OpenAnswer | null
  /** `own-cast`: the member has voted by their own key, which goes before the paper. */
  state: 'own-cast' | 'confirmed' | 'refused' | 'waiting'
  /** Entered by this officer, or on this device: another one confirms it. */
  isMine: boolean
}

type Sources = { copy: WorkingCopy; me: { person: PersonId; device: DeviceId }; clock: Clock }

/** The first entered first; none for whoever may not read them. */
export function paperVotesOn(vote: Vote, { copy, me, clock }: Sources): PaperVoteView[] {
  const { opened, voteContent } = tabletContext(copy, me, clock)
  const content = (hash: Vote['contentHash']) => {
    const issue = voteContent(hash)?.issue
    return issue && { issues: [issue] }
  }
  return copy.reader
    .list('paper-vote', `paper-vote/${vote.meeting}/${vote.item}/${vote.id}/`)
    .sort((a, b) => a.at - b.at)
    .map((row) => ({
      row,
      said: openAnswers([row.answer], vote.contentHash, { opened, content })[0] ?? null,
      state: stateOf(row, vote),
      isMine: row.by === me.person || row.device === me.device,
    }))
}

function stateOf({ person, confirmed, refused }: PaperVote, { castBy }: Vote): PaperVoteView['state'] {
  if (castBy.includes(person)) return 'own-cast'
  if (confirmed) return 'confirmed'
  return refused ? 'refused' : 'waiting'
}
