import { followUps, type ServerEntry, silenceEntries, tallyEntry } from '../domain/closing.ts'
import type { Event } from '../domain/event.ts'
import type { BallotId } from '../domain/id.ts'
import type { Instant } from '../lib/time.ts'

type Closing = Parameters<typeof silenceEntries>[1]

export type DueEntry = ServerEntry & { n: number; at: Instant }

/**
 * What the server has to write right after an entry, number by number: the silent members and the count after a closing,
 * another count after what came later. Each is made when its turn has come, from the rows of that moment, as the server does.
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

  return {
    /** After the events of an entry have been applied. */
    follow: (events: readonly Event[], n: number, at: Instant) => {
      if (ready.length > 0 || steps.length > 0) return
      last = { n, at }
      for (const event of events) {
        if (event.kind === 'ballot-closed') closeOut(event.ballot, at)
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
