import type { Ballot, BallotContent } from '../../shared/domain/ballot.ts'
import type { Hash } from '../../shared/domain/id.ts'
import type { Instant } from '../../shared/lib/time.ts'

/** What a member has opened of the documents of a ballot, over all its versions (B5, B8, D1). */

export type DocumentOpening = {
  title: string
  opened:
    | { kind: 'this'; at: Instant }
    /** Only a file that this one has replaced; `no`: the last version that held that one. */
    | { kind: 'former'; at: Instant; no: number }
    | { kind: 'never' }
}

/** A document that an amendment took out; `no`: the last version that held it. */
export type GoneOpening = { title: string; no: number; at: Instant | null }

export type DocumentOpenings = { documents: DocumentOpening[]; gone: GoneOpening[] }

type Place = { title: string; no: number; files: { hash: Hash; no: number }[] }

/** Prepared once for a ballot, asked for each of its members. Versions whose words this device does not hold say nothing. */
export function documentOpenings(
  { versions }: Pick<Ballot, 'versions'>,
  contentOf: (hash: Hash) => Pick<BallotContent, 'documents'> | undefined,
): (openedAt: (hash: Hash) => Instant | null) => DocumentOpenings {
  // By document, in the order of the newest version that holds it; its files newest first.
  const places = new Map<string, Place>()
  for (const { no, hash: version } of versions.toReversed()) {
    for (const { id, title, hash } of contentOf(version)?.documents ?? []) {
      const place = places.get(id) ?? { title, no, files: [] }
      if (place.files.every((file) => file.hash !== hash)) place.files.push({ hash, no })
      places.set(id, place)
    }
  }
  const last = versions.at(-1)?.no
  const [here, gone] = [true, false].map((isHere) =>
    [...places.values()].filter(({ no }) => (no === last) === isHere),
  )
  return (openedAt) => ({
    documents: (here ?? []).map(({ title, files }) => ({ title, opened: openingOf(files, openedAt) })),
    gone: (gone ?? []).map(({ title, no, files }) => {
      const opened = openingOf(files, openedAt)
      return { title, no, at: opened.kind === 'never' ? null : opened.at }
    }),
  })
}

function openingOf(
  files: Place['files'],
  openedAt: (hash: Hash) => Instant | null,
): DocumentOpening['opened'] {
  for (const [i, { hash, no }] of files.entries()) {
    const at = openedAt(hash)
    if (at !== null) return i === 0 ? { kind: 'this', at } : { kind: 'former', at, no }
  }
  return { kind: 'never' }
}
