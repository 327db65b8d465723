import { followUps, type ServerEntry, silenceEntries, tallyEntry } from '../domain/closing.ts'
import type { Event } from '../domain/event.ts'
import type { BallotId } from '../domain/id.ts'
import { draftsOfMeeting } from '../domain/task-from-conclusion.ts'
import { type VoteName, voteKey } from '../domain/vote.ts'
import { voteTallyEntry } from '../domain/vote-count.ts'
import type { Instant } from '../lib/time.ts'

type Closing = Parameters<typeof silenceEntries>[1] &
  Parameters<typeof voteTallyEntry>[1] &
  Parameters<typeof draftsOfMeeting>[1]

export type DueEntry = ServerEntry & { n: number; at: Instant }

/**
 * What the server has to write right after an entry, number by number: the silent members and the count after a closing,
 * another count after what came later; in session the count of a vote that was closed, and the drafts of tasks that a conclusion assigns. Each is made when its turn has come, from the rows of that moment, as the server does.
 */
export function createDueEntries(context: (at: Instant) => Closing) {
  let steps: (() => readonly ServerEntry[])[] = []
  let ready: ServerEntry[] = []
  let last: { n: number; at: Instant } | null = null

  const closeOut = (id: BallotId, at: Instant) => {
    const ballotOf = () => context(at).reader.get('ballot', `ballot/${id}`)
    steps.push(() => {
      const ballot = ballotOf()
      return ballot ? silenceEntries(ballot, context(at)) : []
    })
    steps.push(() => {
      const ballot = ballotOf()
      const tally = ballot && tallyEntry(ballot, context(at), [])
      return tally ? [tally] : []
    })
  }

  /** A paper that is entered while its vote is open makes no count of its own. */
  const countVote = (name: VoteName, at: Instant) =>
    steps.push(() => {
      const vote = context(at).reader.get('vote', voteKey(name))
      const tally = vote && voteTallyEntry(vote, context(at))
      return tally ? [tally] : []
    })

  return {
    /** After the events of an entry have been applied. */
    follow: (events: readonly Event[], n: number, at: Instant) => {
      if (ready.length > 0 || steps.length > 0) return
      last = { n, at }
      for (const event of events) {
        if (event.kind === 'ballot-closed') closeOut(event.ballot, at)
        else if (event.kind === 'vote-closed' || event.kind === 'paper-vote-confirmed') countVote(event, at)
        else if (event.kind === 'meeting-concluded')
          steps.push(() => draftsOfMeeting(event.meeting, context(at)))
        else steps.push(() => followUps(event, context(at)))
      }
    },
    /** The entry whose turn it is now, or null where none is due. */
    next: (): DueEntry | null => {
      while (ready.length === 0) {
        const step = steps.shift()
        if (!step) return null
        ready = [...step()]
      }
      const entry = ready.shift()
      if (!entry || !last) return null
      last = { n: last.n + 1, at: last.at }
      return { ...entry, ...last }
    },
    forget: () => {
      steps = []
      ready = []
    },
  }
}
