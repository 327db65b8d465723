import { dayOf, type Instant } from '../lib/time.ts'
import { headRevisions } from './answer.ts'
import type { Issue } from './ballot.ts'
import { type ServerEntry, spoken } from './closing.ts'
import type { DecideContext } from './decide-context.ts'
import type { Event } from './event.ts'
import type { ActId, PersonId } from './id.ts'
import { membersOn, primeMinisterOn } from './people.ts'
import { type TallyEntry, tallyIssue } from './tally.ts'
import {
  castKey,
  noCast,
  type PaperVote,
  paperVoteKey,
  type Vote,
  type VoteName,
  voteTallyKey,
} from './vote.ts'

/**
 * What closing a vote makes: one count over all members in post at that hour (G1, G2). In session nobody is deemed to agree:
 * who said nothing has an entry of their own that is not in favour.
 */

type Counting = Pick<DecideContext, 'at' | 'reader' | 'settings' | 'opened' | 'voteContent'>

export const nameOfVote = ({ meeting, item, id: vote }: Vote): VoteName => ({ meeting, item, vote })

/** The count as it stands now. */
export function voteTallyEntry(vote: Vote, context: Counting): ServerEntry | null {
  const { reader, settings } = context
  const issue = context.voteContent(vote.contentHash)?.issue
  if (!issue || vote.phase.state !== 'closed') return null
  const day = dayOf(vote.phase.at)
  const people = reader.list('person')
  const members = membersOn(people, day)
  const tally = tallyIssue({
    issue: issue.id,
    alternatives: issue.form.kind === 'opinion' ? null : issue.form.alternatives.map(({ id }) => id),
    entries: members.map(({ id: person }) => ({ person, ...entryFor(issue, vote, person, context) })),
    primeMinister: primeMinisterOn(people, day)?.id ?? null,
    settings,
  })
  const name = nameOfVote(vote)
  const round = (reader.get('vote-tally', voteTallyKey(name))?.rounds.length ?? 0) + 1
  const { contentHash } = vote
  const papers = members.flatMap(({ id }) => (paperOf(vote, id, context) ? [id] : []))
  const event: Event = {
    ...{ kind: 'vote-tallied', ...name, contentHash, members: members.length, tally, papers },
  }
  return { id: `${voteTallyKey(name)}/${round}`, events: [event] }
}

function entryFor(
  issue: Issue,
  vote: Vote,
  person: PersonId,
  context: Counting,
): { act: ActId | null; entry: TallyEntry } {
  const name = nameOfVote(vote)
  const cast = context.reader.get('cast', castKey(name, person)) ?? noCast(name, person)
  const [head, ...more] = headRevisions(cast)
  if (head && more.length > 0) return { act: null, entry: { kind: 'held', why: 'conflict' } }
  if (head) return { act: head.act, entry: spokenIn(issue, head, vote, context) }
  const paper = paperOf(vote, person, context)
  if (paper) {
    const entry = spokenIn(issue, { versionHash: vote.contentHash, answers: [paper.answer] }, vote, context)
    return { act: paper.act, entry }
  }
  const held = cast.revisions.at(-1)
  if (!held) return { act: null, entry: { kind: 'not-voted' } }
  return {
    act: held.act,
    entry: { kind: 'held', why: held.held?.kind === 'late' ? 'late' : 'device-revoked' },
  }
}

const spokenIn = (issue: Issue, said: Parameters<typeof spoken>[1], vote: Vote, context: Counting) =>
  spoken(issue, said, vote.contentHash, false, context)

/** A paper that two officers have entered, where the member has cast nothing by their own key (M7). */
function paperOf(vote: Vote, person: PersonId, { reader }: Counting): PaperVote | undefined {
  const name = nameOfVote(vote)
  if ((reader.get('cast', castKey(name, person))?.heads.length ?? 0) > 0) return undefined
  const paper = reader.get('paper-vote', paperVoteKey(name, person))
  return paper?.confirmed ? paper : undefined
}

/** Votes whose time has passed: what runs before any act with a later hour. */
export const isVoteDue = (vote: Vote, at: Instant): boolean =>
  vote.phase.state === 'open' && vote.closesAt < at

/** The entry that closes a vote whose time has passed, or the one that leaves it to the chair. */
export function voteClosingEntry(vote: Vote, down: { from: Instant; to: Instant } | null): ServerEntry {
  const name = nameOfVote(vote)
  const id = `${name.meeting}/${name.item}/${name.vote}`
  return down === null
    ? { id: `vote-closed/${id}`, events: [{ kind: 'vote-closed', ...name, by: null }] }
    : {
        id: `vote-waits/${id}/${vote.extensions.length}`,
        events: [{ kind: 'vote-waits', ...name, downFrom: down.from, downTo: down.to }],
      }
}
