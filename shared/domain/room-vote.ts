import { z } from 'zod'
import { dayOf } from '../lib/time.ts'
import type { Issue } from './ballot.ts'
import type { DecideContext } from './decide-context.ts'
import { InstantField, textField } from './id.ts'
import type { ItemSession } from './item-session.ts'
import { memberAppointmentOn, rankOn } from './people.ts'
import type { IssueTally, TallyEntry } from './tally.ts'
import { isUnderWay, type Vote, voteTallyKey } from './vote.ts'
import { nameOfVote } from './vote-count.ts'

/** A vote as the hall sees it: while it is open how many have voted; after closing who said what, without their opinions (M6). */

/** `chosen`: places in `options`. */
export const RoomSaid = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('agree') }),
  z.strictObject({ kind: z.literal('disagree') }),
  z.strictObject({ kind: z.literal('other') }),
  z.strictObject({ kind: z.literal('not-voted') }),
  /** Came late, or two tablets differ: not counted. */
  z.strictObject({ kind: z.literal('held') }),
  z.strictObject({ kind: z.literal('chosen'), options: z.array(z.int().min(0)) }),
])
export type RoomSaid = z.infer<typeof RoomSaid>

const asked = { question: textField(2000) }
const counting = { ...asked, cast: z.int().min(0), members: z.int().min(0) }

export const RoomVote = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('open'), ...counting, closesAt: InstantField }),
  /** Its time has passed, and the server was away for a part of it: the chair closes or extends. */
  z.strictObject({ state: z.literal('waits'), ...counting }),
  z.strictObject({
    state: z.literal('closed'),
    ...asked,
    /** Of a vote among alternatives; else empty. */
    options: z.array(textField(500)),
    result: z.enum(['adopted', 'not-adopted', 'undecided']),
    /** The alternative that was adopted: its place in `options`. */
    chosen: z.int().min(0).nullable(),
    /** In the order of the State. */
    entries: z.array(z.strictObject({ name: textField(120), post: textField(200, 0), said: RoomSaid })),
  }),
])
export type RoomVote = z.infer<typeof RoomVote>

type Known = Pick<DecideContext, 'reader' | 'at' | 'voteContent'>

/** The last vote on an item: under way, or counted and nobody called to speak since. */
export function roomVote(row: ItemSession, known: Known): RoomVote | null {
  const vote = known.reader
    .list('vote', `vote/${row.meeting}/${row.item}/`)
    .sort((a, b) => a.opened.at - b.opened.at)
    .findLast(({ phase }) => phase.state !== 'cancelled')
  const issue = vote && known.voteContent(vote.contentHash)?.issue
  if (!vote || !issue) return null
  const { question } = issue
  if (isUnderWay(vote)) {
    const cast = new Set([...vote.castBy, ...vote.papers]).size
    const common = { question, cast, members: vote.opened.members }
    return vote.phase.state === 'open'
      ? { state: 'open', ...common, closesAt: vote.closesAt }
      : { state: 'waits', ...common }
  }
  const closedAt = 'at' in vote.phase ? vote.phase.at : vote.closesAt
  if (row.queue.some(({ calledAt }) => calledAt !== null && calledAt > closedAt)) return null
  const tally = known.reader.get('vote-tally', voteTallyKey(nameOfVote(vote)))?.rounds.at(-1)?.tally
  return tally ? counted(vote, issue, tally, known) : null
}

function counted(vote: Vote, issue: Issue, tally: IssueTally, { reader, at }: Known): RoomVote {
  const options = issue.form.kind === 'alternatives' ? issue.form.alternatives : []
  const placeOf = (id: string) => options.findIndex((option) => option.id === id)
  const day = dayOf('at' in vote.phase ? vote.phase.at : at)
  const collator = new Intl.Collator('vi')
  const { result } = tally
  const lines = tally.entries.map(({ person: id, entry }) => {
    const person = reader.get('person', `person/${id}`)
    return {
      rank: person ? rankOn(person, day) : Number.MAX_SAFE_INTEGER,
      name: person?.name ?? id,
      post: (person && memberAppointmentOn(person, day)?.title) ?? '',
      said: saidIn(entry, placeOf),
    }
  })
  return {
    state: 'closed',
    question: issue.question,
    options: options.map(({ label }) => label),
    result: result.kind === 'alternative-adopted' ? 'adopted' : result.kind,
    chosen: result.kind === 'alternative-adopted' ? placeOf(result.alternative) : null,
    entries: lines
      .sort((a, b) => a.rank - b.rank || collator.compare(a.name, b.name))
      .map(({ name, post, said }) => ({ name, post, said })),
  }
}

function saidIn(entry: TallyEntry, placeOf: (id: string) => number): RoomSaid {
  switch (entry.kind) {
    case 'agree':
    case 'disagree':
    case 'other':
    case 'held':
      return { kind: entry.kind }
    case 'alternatives':
      return { kind: 'chosen', options: entry.chosen.map(placeOf) }
    // In session nobody is deemed to agree: whatever else is not in favour said nothing.
    default:
      return { kind: 'not-voted' }
  }
}
