import { type Ballot, currentVersion } from '../domain/ballot.ts'
import { type Entity, type EntityKey, readerOver } from '../domain/entity.ts'
import type { BallotId, Hash, PersonId } from '../domain/id.ts'
import { memberAppointmentOn, membersOn } from '../domain/people.ts'
import type { IssueTally } from '../domain/tally.ts'
import { dayOf, type Instant } from '../lib/time.ts'
import type { Bundle } from './bundle.ts'
import type { BundleFault } from './bundle-fault.ts'
import { openWords } from './bundle-words.ts'

/** What the bundle's entries, applied one after the other, say was decided. */
export type BundleDecision = {
  number: string | null
  closedAt: Instant
  versions: { no: number; hash: Hash; documents: { title: string | null; hash: Hash }[] }[]
  /** Who was in post on the day of closing. */
  members: { person: PersonId; name: string; title: string }[]
  rounds: number
  /** Of the last count, without the names. */
  issues: Omit<IssueTally, 'entries'>[]
}

export function decisionIn(
  { ballot: id, openings }: { ballot: BallotId } & Pick<Bundle, 'openings'>,
  rows: ReadonlyMap<EntityKey, Entity>,
): { decision: BundleDecision | null; faults: BundleFault[] } {
  const reader = readerOver(rows)
  const ballot = reader.get('ballot', ballotKey(id))
  if (ballot?.phase.state !== 'closed') {
    return { decision: null, faults: [{ check: 'completeness', kind: 'not-closed' }] }
  }
  const closedAt = ballot.phase.at
  const day = dayOf(closedAt)
  const rounds = reader.get('tally', `tally/${id}`)?.rounds ?? []
  const decision: BundleDecision = {
    number: ballot.number,
    closedAt,
    versions: versionsOf(ballot, openings),
    members: membersOn(reader.list('person'), day).map((person) => ({
      person: person.id,
      name: person.name,
      title: memberAppointmentOn(person, day)?.title ?? '',
    })),
    rounds: rounds.length,
    issues: (rounds.at(-1)?.issues ?? []).map(({ entries: _, ...issue }) => issue),
  }
  return { decision, faults: rounds.length === 0 ? [{ check: 'tally', kind: 'none' }] : [] }
}

const ballotKey = (id: BallotId): EntityKey => `ballot/${id}`

/** Without texts, the ledger names the files of all versions together: they are put under the last. */
function versionsOf(ballot: Ballot, openings: Bundle['openings']): BundleDecision['versions'] {
  const words = openWords(openings ?? [])
  const last = currentVersion(ballot)?.no
  return ballot.versions.map(({ no, hash }) => {
    const documents = words.content(hash)?.documents.map((document) => ({
      title: document.title,
      hash: document.hash,
    }))
    const files = no === last ? ballot.files.map((file) => ({ title: null, hash: file })) : []
    return { no, hash, documents: documents ?? files }
  })
}
